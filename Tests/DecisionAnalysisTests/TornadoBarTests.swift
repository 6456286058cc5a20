// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct TornadoBarTests {
  /// Each end of a bar is the difference of a problem in which that cell is exact at its limit.
  @Test(arguments: seeds)
  func equalsTheDifferenceWithTheCellAtItsLimits(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed, alternatives: 3)
    let problem = random.problem
    let model = try AdditiveModel(problem, random.weights)
    let bars = TornadoBar.all(in: problem, model, between: 1, and: 2)
    for bar in bars {
      let row = try #require(problem.alternatives.firstIndex(of: bar.cell.alternative))
      let column = try #require(model.criteria.firstIndex(of: bar.cell.criterion))
      let cell = problem.table.cells[row][column]
      let limits = cell.distribution.interval
      for (own, difference) in [
        (limits.low, bar.differenceAtLow), (limits.high, bar.differenceAtHigh),
      ] {
        var cells = problem.table.cells
        cells[row][column] = PerformanceCell(.exact(own), baseline: cell.baseline)
        let moved = DecisionProblem(
          alternatives: problem.alternatives, criteria: problem.criteria,
          table: PerformanceTable(cells: cells))
        // Values, not a model: a level may lie beyond an anchor.
        let totals = moved.values().map { row in
          zip(model.weights, row).reduce(0) { $0 + $1.0 * $1.1 }
        }
        #expect((totals[1] - totals[2] - difference).magnitude <= 1e-12)
      }
    }
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.width >= $1.width })
  }

  @Test func movesWhatStandsOnABaselineAndSkipsWhatIsExact() throws {
    let whole = try FractureProblem.make()
    let problem = try whole.restricted(toAlternatives: ["care", "kyphoplasty"])
    let model = try SmallProblem.model(problem, Array(repeating: 1, count: 9))
    let bars = TornadoBar.all(in: problem, model, between: 0, and: 1)
    let cost = bars.filter { $0.cell.criterion == "cost" }
    #expect(Set(cost.map(\.cell.alternative)) == ["vertebroplasty", "kyphoplasty"])
    let reference = try #require(cost.first { $0.cell.alternative == "vertebroplasty" })
    // The vertebroplasty price moves the kyphoplasty price by as much: 5003 of 16000 at weight 1/9.
    #expect((reference.change - 5003.0 / 16_000 / 9).magnitude <= 1e-12)
    #expect(!bars.contains { $0.cell.criterion == "keeping-options-open" })
    // On counts by arm, vertebroplasty is neither of the two nor stood on.
    #expect(
      !bars.contains { $0.cell == .init(alternative: "vertebroplasty", criterion: "cement-leak") })
  }

  @Test func cancelsASharedBaselineOnAStraightLine() throws {
    let problem = try FractureProblem.make()
    let model = try SmallProblem.model(problem, Array(repeating: 1, count: 9))
    let bars = TornadoBar.all(in: problem, model, between: 1, and: 2)
    let place = CellReference(alternative: "vertebroplasty", criterion: "procedure-time")
    let bar = try #require(bars.first { $0.cell == place })
    #expect(bar.width <= 1e-15)
  }

  @Test func followsAChainOfBaselines() throws {
    // a0 = 2 (reference + 0.1), so the reference's 0.1 to 0.3 moves a0 from 0.4 to 0.8.
    let reference = ReferenceRow(
      id: "reference", cells: [PerformanceCell(.normal(estimate: 0.2, low: 0.1, high: 0.3))])
    let problem = try SmallProblem.make(
      [
        [PerformanceCell(.exact(2), baseline: Baseline(alternative: 1, operation: .ratio))],
        [PerformanceCell(.exact(0.1), baseline: Baseline(alternative: 2, operation: .sum))],
      ], references: [reference])
    let bars = TornadoBar.all(
      in: problem, try SmallProblem.model(problem, [1]), between: 0, and: 1)
    let bar = try #require(bars.first)
    #expect(bars.count == 1 && bar.cell.alternative == "reference")
    #expect((bar.differenceAtLow - 0.2).magnitude <= 1e-15)
    #expect((bar.differenceAtHigh - 0.4).magnitude <= 1e-15)
  }

  static let crossings: [(low: Double, high: Double, crosses: Bool)] = [
    (0.3, 0.9, true), (0.5, 0.9, false), (0.6, 0.9, false),
  ]

  @Test(arguments: crossings)
  func marksTheBarsThatChangeTheOrder(low: Double, high: Double, crosses: Bool) throws {
    let problem = try SmallProblem.make([
      [PerformanceCell(.normal(estimate: 0.8, low: low, high: high))],
      [PerformanceCell(.exact(0.5))],
    ])
    let bars = TornadoBar.all(
      in: problem, try SmallProblem.model(problem, [1]), between: 0, and: 1)
    #expect(bars.map(\.crossesZero) == [crosses])
    #expect((bars[0].change - (high - low)).magnitude <= 1e-15)
  }
}
