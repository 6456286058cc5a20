// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents

/// The state of a ledger that a record names.
public typealias LedgerHeadStamp = HeadStamp

/// How records are signed: passed in, so that the pipeline itself needs no cryptography.
public struct RecordSigner: Sendable {
  /// The state of the ledger that the record names, or nil: none is kept.
  public var head: HeadStamp?
  /// Signs a record that is its own canonical form and verifies the signature; nil when it cannot be
  /// signed.
  public let sign: @Sendable ([UInt8]) -> [UInt8]?

  /// A way to sign.
  public init(
    head: HeadStamp?, sign: @escaping @Sendable ([UInt8]) -> [UInt8]?
  ) {
    self.head = head
    self.sign = sign
  }
}
