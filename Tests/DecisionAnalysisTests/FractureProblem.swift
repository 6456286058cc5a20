// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// The vertebral-fracture table (US prices) that the first evidence pack holds, as values.
enum FractureProblem {
  static let thresholds = VerdictThresholds()

  /// An analysis with its simulation, weights varying by a response error of 0.3.
  static func analysis(
    of problem: DecisionProblem, _ weights: CriterionWeights, comparing ids: [String],
    otherLists: [[String]] = []
  ) throws -> QuestionAnalysis {
    let simulation = try SamplePlan(problem, points: 1024).simulate(
      SamplePlan.Request(
        weights: weights, uncertainty: .responseError(sigma: 0.3),
        sets: [ids].filter { Set($0).isSubset(of: problem.alternatives) && $0.count > 1 }))
    return try analyse(
      problem, weights, comparing: ids, thresholds: thresholds, simulation: simulation,
      otherLists: otherLists)
  }

  static func make() throws -> DecisionProblem {
    let columns = try columns()
    return DecisionProblem(
      alternatives: ["care", "vertebroplasty", "kyphoplasty"],
      criteria: columns.map(\.criterion),
      table: PerformanceTable(cells: (0..<3).map { row in columns.map { $0.cells[row] } }))
  }

  private typealias Column = (criterion: Criterion, cells: [PerformanceCell])

  private static func columns() throws -> [Column] {
    [
      try column(
        "pain-relief", "relief", 0, 3, .exact(0), .normal(estimate: 0.7, low: 0.3, high: 1.2),
        .triangular(low: 0, likely: 0.7, high: 1.8)),
      try column(
        "further-collapse", "relief", 60, 0, .beta(events: 39, n: 87, scale: 100),
        .beta(events: 7, n: 88, scale: 100), .uniform(low: 8, high: 45)),
      try column(
        "height-restoration", "relief", 0, 10, .normal(estimate: 0.8, low: 0, high: 1.6),
        .normal(estimate: 1.7, low: 0.8, high: 2.6),
        .normal(estimate: 2.64, low: 0.61, high: 4.66), isRelative: true),
      try column(
        "procedure-time", "burden", 90, 0, .exact(0),
        .lognormal(estimate: 31.8, low: 24, high: 42),
        .normal(estimate: 8.2, low: 3.3, high: 13.1), isRelative: true),
      try column(
        "recovery", "burden", 7, 0, .exact(0), .uniform(low: 1, high: 2),
        .uniform(low: 1, high: 3)),
      try column(
        "cost", "burden", 16_000, 0, .exact(0), .lognormal(estimate: nil, low: 2997, high: 8000),
        .normal(estimate: 4400, low: 3500, high: 5300), isRelative: true),
      try column(
        "cement-leak", "risk", 100, 0, .exact(0), .beta(events: 164, n: 201, scale: 100),
        .beta(events: 157, n: 214, scale: 100)),
      try column(
        "serious-harm", "risk", 40, 0, .exact(0), .beta(events: 1, n: 190, scale: 1000),
        .beta(events: 1, n: 191, scale: 1000)),
      try column("keeping-options-open", "freedom", 0, 1, .exact(1), .exact(0), .exact(0)),
    ]
  }

  private static func column(
    _ id: String, _ branch: String, _ worst: Double, _ best: Double,
    _ care: PerformanceDistribution, _ vertebroplasty: PerformanceDistribution,
    _ kyphoplasty: PerformanceDistribution, isRelative: Bool = false
  ) throws -> Column {
    let baseline = isRelative ? Baseline(alternative: 1, operation: .sum) : nil
    return (
      try Criterion(
        id: id, direction: worst < best ? .higherIsBetter : .lowerIsBetter, worst: worst,
        best: best, branch: branch),
      [
        PerformanceCell(care), PerformanceCell(vertebroplasty),
        PerformanceCell(kyphoplasty, baseline: baseline),
      ]
    )
  }
}
