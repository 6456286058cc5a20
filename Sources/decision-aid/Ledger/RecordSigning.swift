// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import FileStore
import Markup

/// How the records of one run are signed.
struct RecordSigning: Sendable {
  /// Signs a record that is its own canonical form; nil when it cannot be signed.
  let sign: @Sendable ([UInt8]) -> [UInt8]?
  /// What is wrong with a signed record, read back.
  let problems: @Sendable ([UInt8]) -> [Diagnostic]

  /// The way to sign the next record: it names the state of the ledger now.
  func signer(_ session: LedgerSession?) -> RecordSigner {
    let head = try? session?.ledger.head()
    return RecordSigner(
      head: head.map {
        LedgerHeadStamp(
          ledger: $0.ledger, size: $0.size, root: $0.root.description,
          time: WallClock.now.description)
      }, sign: sign, problems: problems)
  }
}
