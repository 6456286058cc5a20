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
  init(_ identity: SigningIdentity, _ session: LedgerSession?) {
    let head = try? session?.ledger.head()
    self.init(
      head: head.map {
        LedgerHeadStamp(
          ledger: $0.ledger, size: $0.size, root: $0.root.description,
          time: WallClock.now.description)
      }, sign: { try? XMLSignature.signed($0, by: identity) })
  }
}
