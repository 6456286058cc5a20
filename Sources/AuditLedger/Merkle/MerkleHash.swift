// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Markup

/// A node of the Merkle tree of RFC 9162, section 2.1.1: 32 bytes of SHA-256.
public struct MerkleHash: Sendable, Hashable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// A hash from its 32 bytes; nil for any other number of bytes.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in bytes.enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  private init(_ digest: SHA256.Digest) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var index = 0
    for byte in digest {
      switch index / 8 {
      case 0: words.0 = words.0 << 8 | UInt64(byte)
      case 1: words.1 = words.1 << 8 | UInt64(byte)
      case 2: words.2 = words.2 << 8 | UInt64(byte)
      default: words.3 = words.3 << 8 | UInt64(byte)
      }
      index += 1
    }
    self.words = words
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return bytes
  }

  /// The hash of a leaf: SHA-256 of the byte 0 and the data.
  public static func leaf(_ data: some Sequence<UInt8>) -> MerkleHash {
    MerkleHash(SHA256.hash(data: [0] + data))
  }

  /// The hash of a node: SHA-256 of the byte 1 and both children.
  public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
    MerkleHash(SHA256.hash(data: [1] + left.bytes + right.bytes))
  }

  /// The root of the tree without leaves: SHA-256 of nothing.
  public static let emptyTree = MerkleHash(SHA256.hash(data: [UInt8]()))

  /// Compares the 32 bytes.
  public static func == (one: MerkleHash, other: MerkleHash) -> Bool { one.words == other.words }

  /// Feeds the 32 bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension MerkleHash: CustomStringConvertible {
  /// 64 hexadecimal digits.
  public var description: String { Hexadecimal.text(bytes) }
}
