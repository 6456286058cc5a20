// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Markup

/// A document whose signature holds: what it says, from the tree that was verified.
public struct VerifiedDocument: Sendable {
  /// The document without its signature.
  public let root: MarkupElement
  /// The SHA-256 of the document without its signature, in exclusive canonical form: 32 bytes.
  ///
  /// It is the same for every copy, whoever signed it and however it was re-encoded.
  public let digest: [UInt8]
  /// Whether the bytes are the ones that our program writes: their own exclusive canonical form.
  ///
  /// False: the copy was re-encoded (line ends, a byte-order mark, an XML declaration, the order of
  /// attributes). It says the same, but a digest of its bytes is another.
  public let bytesAreCanonical: Bool
}

/// Verifies enveloped signatures under one certificate that the caller trusts.
///
/// What a document says about its key is never trusted. A document is parsed once; what was
/// verified is what is returned. The form of the signature is the one that `XMLSignature` writes,
/// apart from prefixes: the known attacks need something that it does not have
/// (DecisionAid.docc/Auditors.md, "Attacks on signatures").
public struct XMLSignatureVerifier: Sendable {
  /// The certificate under which documents are verified.
  public let certificate: SigningCertificate

  /// A verifier that pins a certificate.
  public init(certificate: SigningCertificate) { self.certificate = certificate }

  /// Verifies a document.
  ///
  /// The time of the certificate is looked at last: `expired` and `notYetValid` mean that all else
  /// holds.
  ///
  /// - Parameters:
  ///   - bytes: the document; a byte-order mark is allowed, a DOCTYPE is not.
  ///   - file: the name for messages.
  ///   - moment: when the certificate must hold, in seconds since 1970-01-01T00:00:00Z: now, or
  ///     the time of signing when that is known from elsewhere.
  ///   - signedAt: when the document was signed, if that is known from elsewhere than the document;
  ///     it only decides which words an expired certificate gets.
  /// - Throws: the first reason not to believe the document.
  public func verify(
    _ bytes: [UInt8], file: String, at moment: Int, signedAt: Int? = nil
  ) throws(SignatureFault) -> VerifiedDocument {
    let parts = try parts(bytes, file: file)
    let digest = Array(SHA256.hash(data: parts.content))
    try check(parts, over: digest, at: moment, signedAt: signedAt)
    return VerifiedDocument(
      root: parts.root, digest: digest, bytesAreCanonical: parts.bytesAreCanonical)
  }

  /// Holds a signature against the certificate and the digest of what it covers.
  func check(
    _ parts: SignedXML.Parts, over digest: [UInt8], at moment: Int, signedAt: Int? = nil
  ) throws(SignatureFault) {
    let content = try SignatureContent(parts.signature)
    guard content.certificate == certificate.der else {
      throw .otherCertificate(
        fingerprint: SigningCertificate.fingerprint(of: content.certificate))
    }
    // The signature first: after it the digest is the signer's, and another one means that the
    // content was changed.
    guard certificate.verifies(content.value, over: parts.signedInfo) else { throw .wrongSignature }
    guard digest == content.digest else { throw .contentChanged }
    if certificate.isValid(at: moment) { return }
    if moment < certificate.validFrom { throw .notYetValid(from: certificate.validFrom) }
    throw .expired(
      since: certificate.validTo, wasValidWhenSigned: signedAt.map(certificate.isValid(at:)))
  }

  /// The parts of a document that has one signature in its place, and nothing that a signature does
  /// not cover.
  func parts(_ bytes: [UInt8], file: String) throws(SignatureFault) -> SignedXML.Parts {
    let signed: SignedXML
    do throws(XMLError) {
      signed = try XMLReader().readSigned(bytes, file: file)
    } catch .noCanonicalForm {
      throw .noCanonicalForm
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
    switch signed.placement {
    case .none: throw .unsigned
    case .several: throw .severalSignatures
    case .elsewhere: throw .misplaced
    case .lastInRoot: break
    }
    if signed.holdsComments { throw .comment }
    if signed.holdsInstructions { throw .instruction }
    guard let parts = signed.parts else { throw .form(element: "Signature") }
    return parts
  }
}

/// Verifies the signature of a file that is too long to be parsed at once.
extension XMLSignatureVerifier {
  /// Verifies a signature element that stands alone, over bytes whose digest the caller took.
  ///
  /// - Parameters:
  ///   - element: the bytes of the signature element.
  ///   - digest: the SHA-256 of the file without it, 32 bytes; the file was proved to be its own
  ///     canonical form.
  ///   - file: the name for messages.
  ///   - moment: when the certificate must hold, in seconds since 1970.
  /// - Throws: the first reason not to believe the file.
  public func verify(
    element: [UInt8], over digest: [UInt8], file: String, at moment: Int
  ) throws(SignatureFault) {
    let shell = Array("<signed>".utf8) + element + Array("</signed>".utf8)
    try check(try parts(shell, file: file), over: digest, at: moment)
  }
}
