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
