// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Why a key or a certificate cannot be used.
public enum KeyFault: Error, Sendable, Hashable {
  /// The text holds no PEM block of the kind that is needed, or one that is broken.
  case notPEM
  /// The key is protected by a password.
  case encryptedKey
  /// The key or the certificate is not for the curve P-256.
  case wrongCurve
  /// The block holds no key or certificate that can be read.
  case unreadable
  /// The certificate is for another key.
  case mismatch
  /// A name for a certificate has 1 to 64 characters and none that cannot be printed.
  case wrongName
  /// A certificate holds for 1 to 36,500 days.
  case wrongDays
  /// The cryptographic library refused to make a key or a certificate: a fault of the program.
  case notMade

  /// The fault as a diagnostic.
  ///
  /// - Parameter file: the file, or what stands for it, as the reader of the message knows it.
  public func diagnostic(file: String) -> Diagnostic {
    let (identifier, problem, advice) = words
    return Diagnostic(.error, identifier, at: SourceLocation(file: file), problem, advice: advice)
  }

  private var words: (identifier: String, problem: String, advice: String) {
    switch self {
    case .notPEM:
      (
        "keys.notPEM", "A key or certificate must be a PEM file; no fitting block was found.",
        "Look for a line such as -----BEGIN PRIVATE KEY----- or -----BEGIN CERTIFICATE-----."
      )
    case .encryptedKey:
      (
        "keys.encrypted", "The key is protected by a password, which the program does not ask for.",
        "Write it without one: openssl pkcs8 -topk8 -nocrypt -in KEY -out signing-key.pem."
      )
    case .wrongCurve:
      (
        "keys.curve", "A signing key must be an elliptic-curve key on P-256 (prime256v1).",
        "Make one with: decision-aid keys create."
      )
    case .unreadable:
      (
        "keys.unreadable", "The PEM block holds no key or certificate that can be read.",
        "Copy the file again, or make new ones with: decision-aid keys create."
      )
    case .mismatch:
      (
        "keys.mismatch", "The certificate is for another key.",
        "Put the key and the certificate that were made together into one folder."
      )
    case .wrongName:
      (
        "keys.name", "A name has 1 to 64 characters, none of them a control character.",
        "Shorten it."
      )
    case .wrongDays:
      (
        "keys.days", "A certificate holds for 1 to 36500 days, and begins after 1970.",
        "Choose another number."
      )
    case .notMade:
      ("keys.notMade", "The key or the certificate could not be made.", "Report this fault.")
    }
  }
}
