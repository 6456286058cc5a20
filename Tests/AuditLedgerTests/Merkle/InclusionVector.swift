// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Foundation
import TestSupport
import Testing

/// A test vector of transparency-dev/merkle, testdata/inclusion (Apache-2.0): a proof, and whether a
/// verifier must refuse it.
struct InclusionVector: Decodable, Sendable, CustomTestStringConvertible {
  let leafIdx: UInt64
  let treeSize: UInt64
  let root: String
  let leafHash: String
  let proof: [String]?
  let wantErr: Bool
  let `case`: String

  var testDescription: String { self.case }

  /// The proof as our types; nil when a part is no hash of 32 bytes, which refuses it.
  var isAccepted: Bool {
    let path = (proof ?? []).map(InclusionVector.hash)
    guard let root = InclusionVector.hash(root), let leaf = InclusionVector.hash(leafHash),
      path.allSatisfy({ $0 != nil })
    else { return false }
    return MerkleProof.includes(
      path.compactMap { $0 }, leaf: leaf, at: leafIdx, size: treeSize, root: root)
  }

  private static func hash(_ base64: String) -> MerkleHash? {
    Data(base64Encoded: base64).flatMap { MerkleHash($0) }
  }

  /// Where the file of the vectors lies.
  static let file = "oracles/merkle-inclusion/vectors.json"

  /// All 98 vectors; none where the file is missing.
  static let all: [InclusionVector] = {
    guard let data = try? Data(contentsOf: URL(filePath: Shared.path(file))) else { return [] }
    return (try? JSONDecoder().decode([InclusionVector].self, from: data)) ?? []
  }()
}
