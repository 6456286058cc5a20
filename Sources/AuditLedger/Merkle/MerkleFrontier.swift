// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The right edge of a Merkle tree: all that is needed to append leaves and to know the root.
///
/// It holds one hash for each bit that is set in the number of leaves: the roots of the largest
/// full subtrees, from left to right.
public struct MerkleFrontier: Sendable, Equatable {
  /// The number of leaves.
  public private(set) var size: UInt64
  /// The roots of the full subtrees, the largest first.
  public private(set) var peaks: [MerkleHash]

  /// The frontier of the tree without leaves.
  public init() { (size, peaks) = (0, []) }

  /// A frontier from its parts; nil when the number of peaks does not fit the number of leaves.
  public init?(size: UInt64, peaks: [MerkleHash]) {
    guard size.nonzeroBitCount == peaks.count else { return nil }
    (self.size, self.peaks) = (size, peaks)
  }

  /// Appends a leaf by its hash.
  public mutating func append(_ leaf: MerkleHash) {
    var carried = leaf
    // A full subtree of the same height is to the left for each trailing 1 of the size.
    for _ in 0..<(~size).trailingZeroBitCount {
      if let left = peaks.popLast() { carried = .node(left, carried) }
    }
    peaks.append(carried)
    size += 1
  }

  /// The root of the tree (RFC 9162, section 2.1.1).
  public var root: MerkleHash {
    guard var root = peaks.last else { return .emptyTree }
    for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
    return root
  }
}
