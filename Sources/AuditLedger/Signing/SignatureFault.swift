// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Why a document was not signed, or why its signature is not believed.
public enum SignatureFault: Error, Sendable, Hashable {
  /// The bytes are not XML that we accept.
  case notReadable([Diagnostic])
  /// The document has no signature.
  case unsigned
  /// It has more than one, at any depth.
  case severalSignatures
  /// Its signature is not the last thing inside the root.
  case misplaced
  /// It holds a comment, which no signature covers.
  case comment
  /// It holds a processing instruction, which our documents do not have.
  case instruction
  /// An element of the signature has not the form that we write: an attribute, an element or text
  /// too many, too few or elsewhere.
  case form(element: String)
  /// The signature speaks of a part of the document and not of the whole.
  case partialReference
  /// It has more than one reference.
  case severalReferences
  /// It transforms the document in another way than by taking itself out.
  case transform
  /// It names an algorithm that is not the one we use there.
  case algorithm(element: String)
  /// It brings a key of its own instead of the certificate.
  case ownKey
  /// It names another certificate than the pinned one, with this fingerprint.
  case otherCertificate(fingerprint: String)
  /// It was not made with the key of the pinned certificate, or was changed since.
  case wrongSignature
  /// It holds, and the document was changed since.
  case contentChanged
  /// A part of the document has no canonical form.
  case noCanonicalForm
  /// All else holds, and the certificate begins later, in seconds since 1970.
  case notYetValid(from: Int)
  /// All else holds, and the certificate ended before, in seconds since 1970; and whether it was
  /// valid when the document was signed, if that is known.
  case expired(since: Int, wasValidWhenSigned: Bool?)
  /// Only a document that is its own canonical form, without a signature, can be signed.
  case notCanonical
  /// The cryptographic library refused to sign: a fault of the program.
  case notSigned

  /// The fault as diagnostics: one, or those about bytes that are not readable.
  ///
  /// - Parameter file: the file as the reader of the message knows it.
  public func diagnostics(file: String) -> [Diagnostic] {
    if case .notReadable(let diagnostics) = self { return diagnostics }
    let words = SignatureFaultWords(self)
    return [
      Diagnostic(
        .error, "signature.\(words.identifier)", at: SourceLocation(file: file), words.problem,
        advice: words.advice)
    ]
  }
}

/// What a fault of a signature is called, what is wrong, and what to do.
struct SignatureFaultWords {
  let identifier: String
  let problem: String
  let advice: String

  private static let askForCopy = "Do not rely on it. Ask who made it for another copy."
  private static let attack =
    "Do not rely on it: someone may have rebuilt the signature. Ask who made it for another copy."

  init(_ fault: SignatureFault) {
    (identifier, problem, advice) = Self.words(fault) ?? Self.words(ofForm: fault)
  }

  private typealias Words = (identifier: String, problem: String, advice: String)

  /// Faults that honest documents can have.
  private static func words(_ fault: SignatureFault) -> Words? {
    switch fault {
    case .unsigned:
      ("missing", "The document is not signed.", "Ask for the signed one; sign with --keys.")
    case .otherCertificate(let fingerprint):
      (
        "otherCertificate",
        "The document was signed by another certificate, with the SHA-256 \(fingerprint).",
        "Ask its signer by another way whether that one is theirs, and name it with its file."
      )
    case .wrongSignature:
      (
        "wrong", "The signature was not made with the key of this certificate, or was changed.",
        askForCopy
      )
    case .contentChanged:
      ("contentChanged", "The document was changed after it was signed.", askForCopy)
    case .notYetValid(let start):
      (
        "notYetValid",
        "The certificate holds from \(UTCInstant(seconds: start).toTheSecond) on, which is later.",
        "Check the clock of this machine."
      )
    case .expired(let end, let wasValid):
      expired(since: UTCInstant(seconds: end).toTheSecond, wasValid)
    case .notCanonical:
      (
        "notCanonical",
        "Only a document that is its own canonical form and has no signature can be signed.",
        "Report this fault."
      )
    case .notSigned:
      ("notMade", "The signature could not be made.", "Report this fault.")
    default: nil
    }
  }

  private static func expired(since end: String, _ wasValid: Bool?) -> Words {
    switch wasValid {
    case true?:
      (
        "expired", "The certificate expired on \(end); it was valid at the time of signing.",
        "All else holds. Verify at the time of signing with --at, if you know it from elsewhere."
      )
    case false?:
      (
        "expiredBefore", "The certificate expired on \(end), before the time of signing.",
        "Ask the signer for a document that is signed with a certificate that holds."
      )
    case nil:
      (
        "expired", "The certificate expired on \(end).",
        "All else holds. Verify at the time of signing with --at, if you know it from elsewhere."
      )
    }
  }

  /// Faults of the form, which a document gets by an attack or by other programs.
  private static func words(ofForm fault: SignatureFault) -> Words {
    switch fault {
    case .severalSignatures:
      ("several", "A document has one signature; this one has more.", attack)
    case .misplaced:
      ("misplaced", "A signature is the last thing inside the root; this one is not.", attack)
    case .comment:
      (
        "comment", "A signed document holds no comments, since no signature covers them.",
        "Remove them, or ask for the copy without."
      )
    case .instruction:
      (
        "instruction", "A signed document holds no processing instructions.",
        "Remove them, or ask for the copy without."
      )
    case .form(let element):
      ("form", "The element \(element) of the signature has not the form that we write.", attack)
    case .partialReference:
      ("partial", "A signature covers the whole document; this one names a part.", attack)
    case .severalReferences:
      ("severalReferences", "A signature has one reference; this one has more.", attack)
    case .transform:
      (
        "transform", "A signature takes only itself out of the document; this one does more.",
        attack
      )
    case .algorithm(let element):
      ("algorithm", "The element \(element) names an algorithm that is not accepted.", attack)
    case .ownKey:
      ("ownKey", "The signature brings a key of its own instead of a certificate.", attack)
    default:
      ("noCanonicalForm", "A part of the document has no canonical form.", attack)
    }
  }
}
