// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Makes the columns of a sample plan, cell by cell.
struct SamplePlanBuilder {
  private let problem: DecisionProblem
  /// Sampled values in draw order; the first are a standard normal number for each alternative.
  private(set) var columns: [[Float]] = []
  private(set) var cells: [[CellSample]] = []
  private(set) var tables: [ConditionalShare] = []
  /// The levels of each row, [row][criterion], in draw order; empty where nothing is open.
  private var levels: [[[Double]]] = []
  private var dimension = 0

  init(_ problem: DecisionProblem) {
    self.problem = problem
  }

  /// Whether every unsure cell is a straight function of a normal level that no other stands on.
  var isNormal: Bool {
    let table = problem.table
    return problem.criteria.indices.allSatisfy { column in
      (0..<table.rowCount).allSatisfy { row in
        let cell = table.cell(row, column)
        guard !cell.distribution.isExact else { return true }
        guard case .normal = cell.distribution, cell.baseline == nil else { return false }
        return isStraight(column) && !isStoodOn(row, column)
      }
    }
  }

  /// - Parameter weights: how many dimensions are kept for weights.
  mutating func sample(on grid: LatticeGrid, normal: [Double], weights: Int) {
    let table = problem.table
    let criteria = problem.criteria.indices
    dimension = weights
    for _ in problem.alternatives {
      columns.append(grid.indices(dimension: dimension).map { Float(normal[$0]) })
      dimension += 1
    }
    let marginals = (0..<table.rowCount).map { row in
      criteria.map { table.cell(row, $0).distribution.marginal }
    }
    levels = Array(
      repeating: Array(repeating: [], count: criteria.count), count: table.rowCount)
    // The most unsure cells take the first dimensions, which fill space best.
    let places = (0..<table.rowCount).flatMap { row in criteria.map { (row, $0) } }
      .filter { !table.cell($0.0, $0.1).distribution.isExact }
    let spread = places.map { ownValueSD($0.0, $0.1, marginals[$0.0][$0.1]) }
    let order = places.indices.sorted {
      spread[$0] == spread[$1] ? $0 < $1 : spread[$0] > spread[$1]
    }
    var own = levels
    for index in order {
      let (row, column) = places[index]
      let quantiles = QuantileGrid.levels(of: marginals[row][column], normal: normal)
      own[row][column] = grid.indices(dimension: dimension).map { quantiles[$0] }
      dimension += 1
    }
    for joint in table.joint { join(joint, marginals, &own) }
    for row in 0..<table.rowCount {
      for column in criteria { _ = drawnLevels(row, column, own, normal.count) }
    }
    cells = problem.alternatives.indices.map { row in
      criteria.map { column in cell(row, column, marginals[row][column]) }
    }
  }

  /// Draws effects that were estimated together.
  private func join(
    _ joint: JointEffects, _ marginals: [[Marginal]], _ own: inout [[[Double]]]
  ) {
    let logs = joint.rows.compactMap { row in
      if case .lognormal(let mean, let sd) = marginals[row][joint.criterion] {
        (mean: mean, sd: sd)
      } else {
        nil
      }
    }
    guard logs.count == joint.rows.count else { return }
    let drawn = joint.drawn(joint.rows.map { own[$0][joint.criterion] }, logs: logs)
    for (row, draws) in zip(joint.rows, drawn) { own[row][joint.criterion] = draws }
  }

  /// The levels of a row in draw order; empty when they are the same in each draw.
  private mutating func drawnLevels(
    _ row: Int, _ column: Int, _ own: [[[Double]]], _ count: Int
  ) -> [Double] {
    if !levels[row][column].isEmpty { return levels[row][column] }
    let cell = problem.table.cell(row, column)
    guard let baseline = cell.baseline else {
      levels[row][column] = own[row][column]
      return own[row][column]
    }
    let below = drawnLevels(baseline.alternative, column, own, count)
    if below.isEmpty && own[row][column].isEmpty { return [] }
    let belowEstimate = problem.table.estimate(baseline.alternative, column)
    let ownEstimate = cell.distribution.estimate
    let drawn = (0..<count).map { draw in
      baseline.level(
        baseline: below.isEmpty ? belowEstimate : below[draw],
        own: own[row][column].isEmpty ? ownEstimate : own[row][column][draw])
    }
    levels[row][column] = drawn
    return drawn
  }

  private mutating func cell(_ row: Int, _ column: Int, _ marginal: Marginal) -> CellSample {
    let function = problem.criteria[column].valueFunction
    let drawn = levels[row][column]
    guard !drawn.isEmpty else {
      let value = function.value(at: problem.table.estimate(row, column))
      return CellSample(mean: value, ownSD: 0, column: nil, baseColumn: nil, smoothing: .none)
    }
    let values = drawn.map { function.value(at: $0) }
    columns.append(values.map { Float($0) })
    let full = columns.count - 1
    let mean = values.reduce(0, +) / Double(values.count)
    let smoothing = smoothing(row, column, marginal)
    var base: Int?
    if case .none = smoothing {
    } else if let baseline = problem.table.cell(row, column).baseline,
      !levels[baseline.alternative][column].isEmpty
    {
      columns.append(levels[baseline.alternative][column].map { Float(function.value(at: $0)) })
      base = columns.count - 1
    }
    return CellSample(
      mean: mean, ownSD: ownValueSD(row, column, marginal), column: full, baseColumn: base,
      smoothing: smoothing)
  }

  /// What stands in for the own part: only where no other row moves along with the cell, and where
  /// the value rises or falls steadily with the own quantity.
  private mutating func smoothing(
    _ row: Int, _ column: Int, _ marginal: Marginal
  ) -> CellSample.Smoothing {
    let cell = problem.table.cell(row, column)
    let function = problem.criteria[column].valueFunction
    guard !isStoodOn(row, column), isSteady(column), marginal.isSmooth else { return .none }
    let rising = function.direction == .higherIsBetter
    let points = function.points
    let slope =
      (points[1].value - points[0].value) / (points[1].level - points[0].level)
    if let baseline = cell.baseline {
      guard baseline.operation == .sum, isStraight(column) else { return .none }
      // With a fixed row below, its value is part of the own part.
      let below = problem.table.estimate(baseline.alternative, column)
      let start =
        levels[baseline.alternative][column].isEmpty ? function.value(at: below) : 0
      if case .normal(let mean, let sd) = marginal {
        return .normal(mean: Float(start + slope * mean), sd: Float((slope * sd).magnitude))
      }
      let ends = marginal.practicalRange
      let range = PerformanceInterval(start + slope * ends.low, start + slope * ends.high)
      tables.append(
        ConditionalShare(marginal, rising: rising, range: range) { ($0 - start) / slope })
    } else {
      if case .normal(let mean, let sd) = marginal, isStraight(column) {
        return .normal(
          mean: Float(function.value(at: mean)), sd: Float((slope * sd).magnitude))
      }
      let ends = marginal.practicalRange
      let range = PerformanceInterval(function.value(at: ends.low), function.value(at: ends.high))
      tables.append(
        ConditionalShare(marginal, rising: rising, range: range) { function.extendedLevel(of: $0) })
    }
    return .table(tables.count - 1)
  }

  /// The standard deviation of a cell's own part, in values, to first order.
  private func ownValueSD(_ row: Int, _ column: Int, _ marginal: Marginal) -> Double {
    let criterion = problem.criteria[column]
    let scale = criterion.best - criterion.worst
    var sd = marginal.standardDeviation / scale.magnitude
    let cell = problem.table.cell(row, column)
    if let baseline = cell.baseline, baseline.operation != .sum {
      sd *=
        baseline.slopes(
          baseline: problem.table.estimate(baseline.alternative, column),
          own: cell.distribution.estimate
        ).own
    }
    return sd
  }

  private func isStoodOn(_ row: Int, _ column: Int) -> Bool {
    (0..<problem.table.rowCount).contains {
      problem.table.cell($0, column).baseline?.alternative == row
    }
  }

  private func isStraight(_ column: Int) -> Bool {
    let function = problem.criteria[column].valueFunction
    return function.points.count == 2 && function.outside == .extrapolate
  }

  private func isSteady(_ column: Int) -> Bool {
    let function = problem.criteria[column].valueFunction
    return function.outside == .extrapolate
      && zip(function.points, function.points.dropFirst()).allSatisfy { $0.value < $1.value }
  }

  /// Columns in draw order as blocks of eight draws, block after block.
  static func blocks(_ columns: [[Float]]) -> [LaneBlock] {
    guard let points = columns.first?.count else { return [] }
    var blocks: [LaneBlock] = []
    blocks.reserveCapacity(columns.count * points / 8)
    for block in 0..<(points / LaneBlock.scalarCount) {
      for column in columns {
        var lanes = LaneBlock()
        for lane in 0..<LaneBlock.scalarCount {
          lanes[lane] = column[LaneBlock.scalarCount * block + lane]
        }
        blocks.append(lanes)
      }
    }
    return blocks
  }
}

extension Marginal {
  /// Whether the distribution function is smooth enough for a table: no point, no density without
  /// bound.
  var isSmooth: Bool {
    switch self {
    case .point: false
    case .beta(let alpha, let beta, _): alpha >= 1 && beta >= 1
    default: true
    }
  }

  /// Whether shares take long to work out.
  var isCostly: Bool {
    switch self {
    case .beta, .truncatedNormal: true
    default: false
    }
  }

  /// The levels between which all but a millionth lies.
  var practicalRange: PerformanceInterval {
    switch self {
    case .point(let level): PerformanceInterval(level, level)
    case .uniform(let low, let high), .triangular(let low, _, let high):
      PerformanceInterval(low, high)
    default: PerformanceInterval(quantile(5e-7), quantile(1 - 5e-7))
    }
  }
}

extension PartialValueFunction {
  /// The level that has a value, beyond the anchors on the end lines; for a function that rises
  /// steadily in value.
  func extendedLevel(of value: Double) -> Double {
    if let level = level(ofValue: value) { return level }
    let (one, other) =
      value < 0 ? (points[0], points[1]) : (points[points.count - 2], points[points.count - 1])
    return one.level + (value - one.value) * (other.level - one.level) / (other.value - one.value)
  }
}

/// How the value of one cell enters a draw.
struct CellSample: Sendable {
  /// What stands in for sampling the cell's own part, given everything else.
  enum Smoothing: Sendable {
    /// Nothing: the cell is sampled.
    case none
    /// The own part is normal in value units.
    case normal(mean: Float, sd: Float)
    /// The own part has a tabulated distribution: the index of its table.
    case table(Int)
  }

  /// The expected value of the cell.
  let mean: Double
  /// The standard deviation of the cell's own part, in values.
  let ownSD: Double
  /// The column of sampled values, or `nil` when the value is the same in each draw.
  let column: Int?
  /// The column of the part that another row brings, or `nil` when there is none.
  let baseColumn: Int?
  /// What stands in for the own part.
  let smoothing: Smoothing
}
