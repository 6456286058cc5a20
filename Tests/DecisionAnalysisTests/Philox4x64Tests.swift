// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o16: numpy 2.4.6, whose first block belongs to counter 1.
struct Philox4x64Tests {
  private struct Oracle: Decodable {
    let numpy_Philox4x64_10_key0_counter0_first8: [String]
    let numpy_Philox4x64_10_key_12345_67890_first8: [String]
  }

  @Test("The first eight words are those of numpy")
  func equalsNumpy() throws {
    let oracle = try OracleFile.read("o16-low-discrepancy-and-counter-rng", as: Oracle.self)
    let cases: [(key: SIMD2<UInt64>, words: [String])] = [
      ([0, 0], oracle.numpy_Philox4x64_10_key0_counter0_first8),
      ([12_345, 67_890], oracle.numpy_Philox4x64_10_key_12345_67890_first8),
    ]
    for (key, words) in cases {
      let philox = Philox4x64(key: key)
      let blocks = [philox.block([1, 0, 0, 0]), philox.block([2, 0, 0, 0])]
      let computed = blocks.flatMap { block in (0..<4).map { String(block[$0]) } }
      #expect(computed == words)
    }
  }

  @Test("Every word of the counter and the key matters", arguments: 0..<6)
  func dependsOnEveryWord(place: Int) {
    var counter = SIMD4<UInt64>.zero
    var key = SIMD2<UInt64>.zero
    if place < 4 { counter[place] = 1 << 63 } else { key[place - 4] = 1 }
    let changed = Philox4x64(key: key).block(counter)
    let plain = Philox4x64(key: [0, 0]).block([0, 0, 0, 0])
    for word in 0..<4 { #expect(changed[word] != plain[word]) }
  }
}
