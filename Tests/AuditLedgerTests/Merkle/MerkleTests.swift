// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import TestSupport
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
    "accepts and refuses every inclusion vector as its authors do",
    .enabled(if: Shared.holds(InclusionVector.file), "the vectors do not lie in ../shared"),
    arguments: InclusionVector.all)
  func inclusionVector(_ vector: InclusionVector) {
    #expect(vector.isAccepted == !vector.wantErr)
  }

  @Test(
    "has all inclusion vectors at hand",
    .enabled(if: Shared.holds(InclusionVector.file), "the vectors do not lie in ../shared"))
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
}
