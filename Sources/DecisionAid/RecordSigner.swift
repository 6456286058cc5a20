// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import Markup

/// The state of a ledger that a record names.
public typealias LedgerHeadStamp = HeadStamp

/// How records are signed: passed in, so that the pipeline itself needs no cryptography.
public struct RecordSigner: Sendable {
  /// The state of the ledger that the record names, or nil: none is kept.
  public var head: HeadStamp?
  /// Signs a record that is its own canonical form; nil when it cannot be signed.
  public let sign: @Sendable ([UInt8]) -> [UInt8]?
  /// What is wrong with a signed record, read back; empty when it verifies.
  public let problems: @Sendable ([UInt8]) -> [Diagnostic]

  /// A way to sign.
  public init(
    head: HeadStamp?, sign: @escaping @Sendable ([UInt8]) -> [UInt8]?,
    problems: @escaping @Sendable ([UInt8]) -> [Diagnostic]
  ) {
    self.head = head
    self.sign = sign
    self.problems = problems
  }
}
