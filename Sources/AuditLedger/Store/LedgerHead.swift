// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The state of a ledger at one size: what must leave the machine so that nothing can be taken back.
public struct LedgerHead: Sendable, Hashable {
  /// The id of the ledger: 32 hexadecimal digits.
  public var ledger: String
  /// The number of rows.
  public var size: UInt64
  /// The root of the tree.
  public var root: MerkleHash
}
