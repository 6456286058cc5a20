// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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

  /// Whether a tree begins with all leaves of an older one (RFC 9162, section 2.1.4.2).
  ///
  /// The RFC leaves out trees of equal size and the one without leaves: two trees of equal size
  /// agree when the path is empty and the roots are equal; no path leads on from the tree without
  /// leaves.
  ///
  /// - Parameters:
  ///   - path: the consistency path.
  ///   - old: the number of leaves of the older tree.
  ///   - oldRoot: its root.
  ///   - size: the number of leaves of the newer tree.
  ///   - root: its root.
  public static func isConsistent(
    _ path: [MerkleHash], old: UInt64, oldRoot: MerkleHash, size: UInt64, root: MerkleHash
  ) -> Bool {
    if old == size { return path.isEmpty && oldRoot == root }
    guard old > 0, old < size, !path.isEmpty else { return false }
    let path = old.nonzeroBitCount == 1 ? [oldRoot] + path : path
    var (place, last) = (old - 1, size - 1)
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var (first, second) = (path[0], path[0])
    for step in path.dropFirst() {
      if last == 0 { return false }
      if place & 1 == 1 || place == last {
        first = .node(step, first)
        second = .node(step, second)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        second = .node(second, step)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && first == oldRoot && second == root
  }
}
