// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Random bits as a function of a counter and a key: no state, any block at any time.
///
/// Source: J. K. Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011),
/// Philox 4x64 with 10 rounds. Not for secrets.
public struct Philox4x64: Sendable, Equatable {
  /// The key: another key gives another, unrelated function.
  public let key: SIMD2<UInt64>

  /// The function of a key.
  public init(key: SIMD2<UInt64>) {
    self.key = key
  }

  /// The four words that belong to a counter.
  public func block(_ counter: SIMD4<UInt64>) -> SIMD4<UInt64> {
    var words = counter
    var roundKey = key
    for _ in 0..<10 {
      let first = (0xD2E7_470E_E14C_6C93 as UInt64).multipliedFullWidth(by: words[0])
      let second = (0xCA5A_8263_9512_1157 as UInt64).multipliedFullWidth(by: words[2])
      words = SIMD4(
        second.high ^ words[1] ^ roundKey[0], second.low, first.high ^ words[3] ^ roundKey[1],
        first.low)
      roundKey &+= SIMD2(0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B)
    }
    return words
  }
}
