// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The state of a ledger that a record names, so that rows of it cannot be taken back unseen.
public struct HeadStamp: Sendable, Hashable {
  /// The id of the ledger.
  public var ledger: String
  /// The number of rows before this record.
  public var size: UInt64
  /// The root of their tree, 64 hexadecimal digits.
  public var root: String
  /// When it was read, in UTC.
  public var time: String

  /// A stamp of a head of a ledger.
  public init(ledger: String, size: UInt64, root: String, time: String) {
    self.ledger = ledger
    self.size = size
    self.root = root
    self.time = time
  }
}

/// How a record can be proved: what its element `proof` says.
public enum RecordProof: Sendable, Hashable {
  /// Nobody signed it. Its bytes depend on its inputs alone.
  case unsigned
  /// It carries a signature as its last child; it names the state of the ledger, if one is kept.
  case enveloped(HeadStamp?)

  var node: MarkupNode {
    switch self {
    case .unsigned: return .element("proof", ["signature": "none"])
    case .enveloped(let head):
      let stamp: [MarkupNode] =
        head.map {
          [
            .element(
              "ledgerHead",
              ["ledger": $0.ledger, "root": $0.root, "size": "\($0.size)", "time": $0.time])
          ]
        } ?? []
      return .element("proof", ["signature": "enveloped"], stamp)
    }
  }
}
