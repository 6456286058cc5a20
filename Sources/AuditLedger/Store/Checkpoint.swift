// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Markup

/// A head as text that can leave the machine: printed, copied by hand, or kept as a file.
///
/// The first five lines are what a signature covers; its form is the signed note that transparency
/// logs use (C2SP: tlog-checkpoint). The line `hex` says the root once more, for people who compare
/// it with paper.
public struct Checkpoint: Sendable, Hashable {
  /// The head.
  public var head: LedgerHead
  /// When it was read, as the text says it; empty: not stated.
  public var time: String
  /// The signature line after the sign and the name: base64 of four bytes of the key and the
  /// signature in DER; nil when it is not signed.
  public var signature: [UInt8]?
  /// The name beside the signature.
  public var signer: String?

  /// What the first line begins with.
  static let origin = "spine-decision-aid/"

  /// A checkpoint that is not signed.
  public init(_ head: LedgerHead, time: UTCInstant) {
    self.head = head
    self.time = time.description
  }

  /// The lines that a signature covers.
  public var body: String {
    let hex = Array(head.root.description)
    let groups = stride(from: 0, to: hex.count, by: 4).map { String(hex[$0..<($0 + 4)]) }
    return """
      \(Checkpoint.origin)\(head.ledger)
      \(head.size)
      \(Data(head.root.bytes).base64EncodedString())
      time \(time)
      hex \(groups.joined(separator: " "))

      """
  }

  /// The whole text.
  public var text: String {
    guard let signature, let signer else { return body }
    return body + "\n— \(signer) \(Data(signature).base64EncodedString())\n"
  }

  /// Reads a text, also one that was typed from paper: the lines of origin and size and one of
  /// those with the root are enough.
  ///
  /// Nil when they are not there, or a line with the root that is there cannot be right.
  public init?(parsing text: String) {
    let lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).map {
      $0.drop { $0 == " " }
    }
    guard lines.count >= 3, lines[0].hasPrefix(Checkpoint.origin),
      let size = UInt64(lines[1].filter { $0 != " " })
    else { return nil }
    let ledger = lines[0].dropFirst(Checkpoint.origin.count).filter { $0 != " " }
    let roots = lines.dropFirst(2).compactMap(Checkpoint.root)
    guard let first = roots.first, let root = first, roots.allSatisfy({ $0 == root }),
      Hexadecimal.bytes(ledger)?.count == 16
    else { return nil }
    head = LedgerHead(ledger: ledger.lowercased(), size: size, root: root)
    time = lines.first { $0.hasPrefix("time ") }.map { String($0.dropFirst(5)) } ?? ""
    guard let line = lines.first(where: { $0.hasPrefix("— ") }) else { return }
    let words = line.dropFirst(2).split(separator: " ")
    signer = words.dropLast().joined(separator: " ")
    signature = words.last.flatMap { Data(base64Encoded: String($0)) }.map { [UInt8]($0) }
  }

  /// The root that a line gives: nil for a line that is about something else, a value of nil for
  /// one that should hold a root and does not.
  private static func root(_ line: Substring) -> MerkleHash?? {
    if line.hasPrefix("hex ") {
      let digits = line.dropFirst(4).filter { $0 != " " }
      return .some(Hexadecimal.bytes(digits).flatMap { MerkleHash($0) })
    }
    if line.hasPrefix("time ") || line.hasPrefix("— ") { return .none }
    return .some(
      Data(base64Encoded: String(line.filter { $0 != " " })).flatMap { MerkleHash($0) })
  }
}

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
