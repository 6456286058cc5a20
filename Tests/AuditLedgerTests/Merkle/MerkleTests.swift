// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Testing

@Suite("The Merkle tree of RFC 9162")
struct MerkleTests {
  static let sizes = Array(1...70) + [127, 128, 129, 255, 256, 257]
  static let leaves = (0..<257).map { MerkleHash.leaf([UInt8(truncatingIfNeeded: $0), 7]) }

  /// The root as RFC 9162, section 2.1.1 defines it, from nothing but the definition.
  static func root(_ leaves: ArraySlice<MerkleHash>) -> MerkleHash {
    if leaves.count < 2 { return leaves.first ?? .emptyTree }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    return .node(root(leaves.prefix(split)), root(leaves.dropFirst(split)))
  }

  @Test("gives the hashes of RFC 6962's own examples")
  func knownHashes() {
    #expect(
      "\(MerkleHash.emptyTree)"
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      "\(MerkleHash.leaf([]))" == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
  }

  @Test(
    "accepts and refuses every inclusion vector as its authors do", arguments: InclusionVector.all)
  func inclusionVector(_ vector: InclusionVector) {
    #expect(vector.isAccepted == !vector.wantErr)
  }

  @Test("has all inclusion vectors at hand")
  func vectorsAreThere() { #expect(InclusionVector.all.count == 98) }

  @Test("has the root of the definition, at once and leaf by leaf", arguments: sizes)
  func roots(_ size: Int) throws {
    let leaves = MerkleTests.leaves.prefix(size)
    let expected = MerkleTests.root(leaves)
    #expect(MerkleTree(leaves).root(of: UInt64(size)) == expected)
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf) }
    #expect(frontier.root == expected)
    #expect(MerkleFrontier(size: frontier.size, peaks: frontier.peaks) == frontier)
    #expect(MerkleFrontier(size: frontier.size, peaks: frontier.peaks + frontier.peaks) == nil)
  }

  @Test("proves every leaf, and nothing else", arguments: [1, 2, 3, 6, 7, 8, 13, 33])
  func inclusion(_ size: Int) throws {
    let tree = MerkleTree(MerkleTests.leaves.prefix(size))
    let count = UInt64(size)
    let root = try #require(tree.root(of: count))
    for index in 0..<count {
      let path = try #require(tree.inclusionProof(of: index, in: count))
      for other in 0..<count {
        let leaf = MerkleTests.leaves[Int(other)]
        #expect(
          MerkleProof.includes(path, leaf: leaf, at: index, size: count, root: root)
            == (other == index))
      }
    }
    #expect(tree.inclusionProof(of: count, in: count) == nil)
  }

  @Test("proves that it only grew", arguments: Array(1...33))
  func consistency(_ size: Int) throws {
    let tree = MerkleTree(MerkleTests.leaves.prefix(40))
    let new = UInt64(size)
    let root = try #require(tree.root(of: new))
    for old in 1...new {
      let oldRoot = try #require(tree.root(of: old))
      let path = try #require(tree.consistencyProof(from: old, to: new))
      func accepts(_ path: [MerkleHash], _ old: UInt64, _ oldRoot: MerkleHash, _ new: UInt64)
        -> Bool
      {
        MerkleProof.isConsistent(path, old: old, oldRoot: oldRoot, size: new, root: root)
      }
      #expect(accepts(path, old, oldRoot, new))
      #expect(!accepts(path + [oldRoot], old, oldRoot, new))
      #expect(!accepts([oldRoot] + path, old, oldRoot, new))
      #expect(!accepts(path, old, .emptyTree, new))
      #expect(!accepts(path, new + 1, oldRoot, new))
      if old < new {
        #expect(!accepts([], old, oldRoot, new))
        #expect(!accepts(path, 0, .emptyTree, new))
        #expect(!accepts(Array(path.dropLast()), old, oldRoot, new))
      }
      for place in path.indices {
        var changed = path
        changed[place] = .leaf([1])
        #expect(!accepts(changed, old, oldRoot, new))
      }
    }
  }

  @Test("a consistency proof holds for no other pair of sizes, but where the trees have one shape")
  func otherSizes() throws {
    let tree = MerkleTree(MerkleTests.leaves.prefix(40))
    for old: UInt64 in 1...20 {
      for new in (old + 1)...21 {
        let path = try #require(tree.consistencyProof(from: old, to: new))
        let (oldRoot, root) = try (#require(tree.root(of: old)), #require(tree.root(of: new)))
        for wrong in 1...40 where UInt64(wrong) != new && UInt64(wrong) > old {
          let accepted = MerkleProof.isConsistent(
            path, old: old, oldRoot: oldRoot, size: UInt64(wrong), root: root)
          // The path binds the shape of the tree: a size with another number of steps is refused.
          let needed = tree.consistencyProof(from: old, to: UInt64(wrong))?.count
          if needed != path.count { #expect(!accepted) }
        }
      }
    }
  }

  @Test("two trees of one size agree when their roots do and the path is empty")
  func equalSizes() {
    let (one, other) = (MerkleTests.leaves[0], MerkleTests.leaves[1])
    for size: UInt64 in [0, 1, 5] {
      #expect(MerkleProof.isConsistent([], old: size, oldRoot: one, size: size, root: one))
      #expect(!MerkleProof.isConsistent([], old: size, oldRoot: one, size: size, root: other))
      #expect(!MerkleProof.isConsistent([one], old: size, oldRoot: one, size: size, root: one))
    }
  }
}
