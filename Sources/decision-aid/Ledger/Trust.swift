// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import FileStore
import Markup

/// What a signature is held against.
struct Trust {
  /// The certificate that the auditor trusts, or nil.
  let certificate: SigningCertificate?
  /// When it must hold, in seconds since 1970.
  let moment: Int

  /// Whether a record carries a signature; one that is there has to be that of the certificate.
  ///
  /// - Throws: `FileError` of the kind `signatureRefused`.
  func verifies(record: [UInt8], at path: String) throws(FileError) -> Bool {
    guard let certificate else { return false }
    do throws(SignatureFault) {
      _ = try XMLSignatureVerifier(certificate: certificate).verify(record, file: path, at: moment)
      return true
    } catch .unsigned {
      return false
    } catch {
      throw Trust.refusal(error, at: path)
    }
  }

  /// The error for a signature that is not believed.
  static func refusal(_ fault: SignatureFault, at path: String) -> FileError {
    guard let first = fault.diagnostics(file: path).first else { return noCertificate(at: path) }
    if case .notReadable = fault { return FileError(.inputNotReadable, first) }
    return FileError(.signatureRefused, first)
  }

  /// The error for a signature that cannot be judged.
  static func noCertificate(at path: String) -> FileError {
    FileError(
      .signatureRefused, "signature.noCertificate", at: path,
      "The file is signed, and no certificate that you trust was named.",
      advice: "Name one with --certificate; take it from the hospital, not from the file.")
  }
}

/// A head from a file, with its signature verified where there is one and a certificate.
struct HeadFile {
  /// The head.
  let head: LedgerHead

  init(_ path: String, _ trust: Trust) throws {
    do throws(FileError) {
      let bytes = try InputFiles.read(path, limit: 1 << 16)
      guard let text = String(validating: bytes, as: UTF8.self),
        let checkpoint = Checkpoint(parsing: text)
      else {
        throw FileError(
          .inputNotReadable, "head.notReadable", at: path, "This is no head of a ledger.",
          advice: "Give the text that decision-aid audit head printed, line by line.")
      }
      if checkpoint.signature != nil, let certificate = trust.certificate,
        !checkpoint.isSigned(by: certificate)
      {
        throw FileError(
          .signatureRefused, "head.signature", at: path,
          "The signature of the head is not that of the certificate, or the head was changed.",
          advice: "Do not use this head; look for another copy.")
      }
      head = checkpoint.head
    } catch {
      throw Failure.report(error)
    }
  }
}
