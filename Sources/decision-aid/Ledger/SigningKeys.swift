// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import FileStore

/// Keys and certificates that a command names.
enum SigningKeys {
  /// The certificate of a file, or of a folder with keys.
  static func certificate(_ path: String) throws -> SigningCertificate {
    try Failure.reporting {
      if let bytes = try? InputFiles.read(path, limit: 1 << 20) {
        do throws(KeyFault) {
          return try SigningCertificate(pem: bytes)
        } catch {
          throw FileError(.inputNotReadable, error.diagnostic(file: path))
        }
      }
      return try KeyFolder(path).certificate()
    }
  }
}

extension RecordSigner {
  /// Signs the next record with a key; the record names the state of the ledger now.
  ///
  /// - Throws: what keeps the ledger from being read: a record must not be signed without the state
  ///   that it stands on.
  init(_ identity: SigningIdentity, _ session: LedgerSession?) throws(FileError) {
    var head: LedgerHeadStamp?
    if let session {
      do throws(LedgerError) {
        let state = try session.ledger.head()
        head = LedgerHeadStamp(
          ledger: state.ledger, size: state.size, root: state.root.description,
          time: WallClock.now.description)
      } catch {
        throw FileError(error)
      }
    }
    self.init(
      head: head, sign: { try? XMLSignature.signed($0, by: identity) })
  }
}
