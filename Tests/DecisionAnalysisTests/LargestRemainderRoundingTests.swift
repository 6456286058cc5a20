// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct LargestRemainderRoundingTests {
  static let cases: [([Double], Int, [Int])] = [
    ([33.3, 33.3, 33.4], 100, [33, 33, 34]),
    ([0.5, 0.5], 1, [1, 0]),
    ([10.5, 20.5, 30.5], 62, [11, 21, 30]),
    ([-1.5, 2.5], 1, [-1, 2]),
    ([2.9999999999999996, 1], 4, [3, 1]),
    ([], 0, []),
    ([1, 2], 7, [3, 4]),
    ([1, 2], 0, [0, 0]),
  ]

  @Test(arguments: cases)
  func givesTheMissingPointsToTheLargestRemainders(
    amounts: [Double], total: Int, expected: [Int]
  ) {
    let points = LargestRemainderRounding.points(amounts, total: total)
    #expect(points.reduce(0, +) == total)
    #expect(points == expected)
  }

  @Test(arguments: seeds)
  func addsUpContributionsToTheRoundedTotal(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed)
    let overall = OverallValue(of: try AdditiveModel(random.problem, random.weights))
    for (row, points) in overall.contributionPoints.enumerated() {
      #expect(points.reduce(0, +) == overall.totalPoints[row])
      #expect((Double(overall.totalPoints[row]) - 100 * overall.totals[row]).magnitude <= 0.5)
      for (point, part) in zip(points, overall.contributions[row]) {
        #expect((Double(point) - 100 * part).magnitude <= 1)
      }
    }
  }
}
