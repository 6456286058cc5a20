// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A whole Merkle tree in memory, for proofs: about 64 bytes a leaf.
///
/// Every full subtree is kept; what is not full is hashed when it is asked for.
public struct MerkleTree: Sendable {
  /// Entry h holds the roots of the full subtrees of 2^h leaves, from left to right.
  private var levels: [[MerkleHash]] = []
  /// The number of leaves.
  public var size: UInt64 { UInt64(levels.first?.count ?? 0) }

  /// The tree of leaves, which are given by their hashes.
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

/// Checks proofs about Merkle trees, step by step as RFC 9162 writes them.
public enum MerkleProof {
  /// Whether a leaf stands at a place of a tree (RFC 9162, section 2.1.3.2).
  ///
  /// - Parameters:
  ///   - path: the inclusion path, the hash next to the leaf first.
  ///   - leaf: the hash of the leaf.
  ///   - index: the place of the leaf, from 0.
  ///   - size: the number of leaves of the tree.
  ///   - root: the root of the tree.
  public static func includes(
    _ path: [MerkleHash], leaf: MerkleHash, at index: UInt64, size: UInt64, root: MerkleHash
  ) -> Bool {
    guard index < size else { return false }
    var (place, last, hash) = (index, size - 1, leaf)
    for step in path {
      if last == 0 { return false }
      if place & 1 == 1 || place == last {
        hash = .node(step, hash)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        hash = .node(hash, step)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }
}

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

  /// A frontier as it was kept; nil when the number of peaks does not fit the number of leaves.
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
