// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

@testable import DecisionAnalysis

/// The optimum of the best-worst model against a fine scan of the weight of the least important.
struct BestWorstScanTests {
  @Test("No weight of the least important criterion gives a smaller xi", arguments: 1...300)
  func scan(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let most = Double.random(in: 1...9, using: &generator)
    let pairs = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      (
        fromMost: Double.random(in: 1...9, using: &generator),
        toLeast: Double.random(in: 1...9, using: &generator)
      )
    }
    let found = BestWorstSolution(mostToLeast: most, others: pairs).deviation
    var smallest = Double.infinity
    for step in 1...4_000 {
      let r = Double(step) / 2_000
      let h = pairs.reduce((1 - most * r).magnitude) {
        max($0, (1 - $1.fromMost * $1.toLeast * r).magnitude / (1 + $1.fromMost))
      }
      let sum = pairs.reduce(1 + r) { $0 + min((1 + h) / $1.fromMost, $1.toLeast * r + h) }
      smallest = min(smallest, h / sum)
    }
    #expect(found <= smallest + 1e-12, "\(found) above \(smallest)")
  }
}
