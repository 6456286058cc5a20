// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation

/// Signed notes: the form in which a head is signed.
extension Checkpoint {
  /// The head with a signature: four bytes that name the key, then ECDSA with SHA-256 in DER over
  /// the lines of `body`.
  ///
  /// - Throws: `SignatureFault.notSigned` when the library refuses.
  public func signed(by identity: SigningIdentity) throws(SignatureFault) -> Checkpoint {
    guard let signature = try? identity.key.signature(for: Data(body.utf8)) else {
      throw .notSigned
    }
    var checkpoint = self
    checkpoint.signer = "decision-aid"
    checkpoint.signature =
      Checkpoint.keyID(of: identity.certificate) + [UInt8](signature.derRepresentation)
    return checkpoint
  }

  /// Whether the signature is that of a certificate.
  public func isSigned(by certificate: SigningCertificate) -> Bool {
    guard let signature, signature.starts(with: Checkpoint.keyID(of: certificate)) else {
      return false
    }
    guard let key = try? P256.Signing.PublicKey(x963Representation: certificate.publicKey),
      let value = try? P256.Signing.ECDSASignature(derRepresentation: signature.dropFirst(4))
    else { return false }
    return key.isValidSignature(value, for: Data(body.utf8))
  }

  private static func keyID(of certificate: SigningCertificate) -> [UInt8] {
    Array(SHA256.hash(data: certificate.der).prefix(4))
  }
}
