// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A whole Merkle tree in memory, for proofs: about 64 bytes a leaf.
///
/// Every full subtree is kept; what is not full is worked out when it is asked for.
public struct MerkleTree: Sendable {
  /// Entry h holds the roots of the full subtrees of 2^h leaves, from left to right.
  private var levels: [[MerkleHash]] = []
  /// The number of leaves.
  public var size: UInt64 { UInt64(levels.first?.count ?? 0) }

  /// A tree from the hashes of its leaves.
  public init(_ leaves: some Sequence<MerkleHash> = []) {
    for leaf in leaves { append(leaf) }
  }

  /// Appends a leaf by its hash.
  public mutating func append(_ leaf: MerkleHash) {
    var (hash, height) = (leaf, 0)
    while true {
      if levels.count == height { levels.append([]) }
      levels[height].append(hash)
      let count = levels[height].count
      guard count.isMultiple(of: 2) else { return }
      hash = .node(levels[height][count - 2], hash)
      height += 1
    }
  }

  /// The root of the first `size` leaves; nil when the tree has fewer.
  public func root(of size: UInt64) -> MerkleHash? {
    guard size <= self.size else { return nil }
    return size == 0 ? .emptyTree : hash(of: 0..<size)
  }

  /// The proof that a leaf is in the tree of the first `size` leaves (RFC 9162, section 2.1.3.1);
  /// nil when it is not.
  public func inclusionProof(of index: UInt64, in size: UInt64) -> [MerkleHash]? {
    guard index < size, size <= self.size else { return nil }
    var (range, path) = (0..<size, [MerkleHash]())
    while range.count > 1 {
      let middle = range.lowerBound + MerkleTree.split(UInt64(range.count))
      if index < middle {
        path.append(hash(of: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        path.append(hash(of: range.lowerBound..<middle))
        range = middle..<range.upperBound
      }
    }
    return path.reversed()
  }

  /// The proof that the tree of the first `size` leaves begins with the first `old` ones
  /// (RFC 9162, section 2.1.4.1); nil unless 0 < old <= size <= number of leaves.
  public func consistencyProof(from old: UInt64, to size: UInt64) -> [MerkleHash]? {
    guard old > 0, old <= size, size <= self.size else { return nil }
    var (range, isWhole, path) = (0..<size, true, [MerkleHash]())
    while old < range.upperBound {
      let middle = range.lowerBound + MerkleTree.split(UInt64(range.count))
      if old <= middle {
        path.append(hash(of: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        path.append(hash(of: range.lowerBound..<middle))
        range = middle..<range.upperBound
        isWhole = false
      }
    }
    if !isWhole { path.append(hash(of: range)) }
    return path.reversed()
  }

  /// The largest power of two that is less than a number above 1.
  private static func split(_ count: UInt64) -> UInt64 {
    1 << UInt64(UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  /// The root of a range of leaves that begins where a subtree begins.
  private func hash(of range: Range<UInt64>) -> MerkleHash {
    let count = UInt64(range.count)
    if count.nonzeroBitCount == 1 {
      return levels[count.trailingZeroBitCount][Int(range.lowerBound / count)]
    }
    let middle = range.lowerBound + MerkleTree.split(count)
    return .node(hash(of: range.lowerBound..<middle), hash(of: middle..<range.upperBound))
  }
}
