// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The performances of all alternatives on all criteria.
///
/// Rows are indexed with the alternatives first and the reference rows after them. Levels are
/// defined for a table that `DecisionProblem.validate()` accepts; a circular baseline gives NaN.
public struct PerformanceTable: Sendable, Equatable {
  /// The cells as [alternative][criterion].
  public let cells: [[PerformanceCell]]
  /// Rows that are only stood on.
  public let references: [ReferenceRow]
  /// Effects that were estimated together.
  public let joint: [JointEffects]

  /// A table from its rows.
  ///
  /// It is checked by `DecisionProblem.validate()`.
  public init(
    cells: [[PerformanceCell]], references: [ReferenceRow] = [], joint: [JointEffects] = []
  ) {
    self.cells = cells
    self.references = references
    self.joint = joint
  }

  /// How many rows there are, reference rows included.
  public var rowCount: Int { cells.count + references.count }

  /// The cell of a row (alternatives first, then reference rows) on a criterion.
  public func cell(_ row: Int, _ criterion: Int) -> PerformanceCell {
    row < cells.count ? cells[row][criterion] : references[row - cells.count].cells[criterion]
  }

  /// The point estimate of the level, in the unit of the criterion; a relative cell is combined
  /// with the estimate of its baseline.
  public func estimate(_ row: Int, _ criterion: Int) -> Double {
    level(row, criterion, own: cell(row, criterion).distribution.estimate)
  }

  /// The 95 % limits of the level, in the unit of the criterion; for a relative cell the estimate
  /// of the baseline combined with the limits of the difference or ratio.
  public func interval(_ row: Int, _ criterion: Int) -> PerformanceInterval {
    let own = cell(row, criterion).interval
    return PerformanceInterval(
      level(row, criterion, own: own.low), level(row, criterion, own: own.high))
  }

  /// The level of a cell whose own quantity is `own`, all others at their estimates.
  public func level(_ row: Int, _ criterion: Int, own: Double) -> Double {
    level(row, criterion, own: own, steps: rowCount)
  }

  private func level(_ row: Int, _ criterion: Int, own: Double, steps: Int) -> Double {
    guard let baseline = cell(row, criterion).baseline else { return own }
    guard steps > 0 else { return .nan }
    let below = cell(baseline.alternative, criterion).distribution.estimate
    let level = level(baseline.alternative, criterion, own: below, steps: steps - 1)
    return baseline.level(baseline: level, own: own)
  }
}

extension PerformanceTable {
  /// The 95 % limits of a level with those of its baseline taken in, in the unit of the criterion.
  ///
  /// For a cell without a baseline the same as `interval`. For a relative cell the distances of
  /// both pairs of limits from their estimates are joined as for independent errors, side by side:
  /// sum: d = sqrt(d_b^2 + d_d^2); ratio: d = sqrt((r d_b)^2 + (b d_r)^2), to first order, and odds
  /// ratio likewise with the slopes of the level.
  public func combinedInterval(_ row: Int, _ criterion: Int) -> PerformanceInterval {
    let cell = cell(row, criterion)
    guard let baseline = cell.baseline else { return interval(row, criterion) }
    let level = estimate(row, criterion)
    let base = estimate(baseline.alternative, criterion)
    let baseLimits = combinedInterval(baseline.alternative, criterion)
    let own = cell.distribution
    let (baseScale, ownScale) = baseline.slopes(baseline: base, own: own.estimate)
    func distance(_ first: Double, _ second: Double) -> Double {
      let (one, other) = (baseScale * first, ownScale * second)
      return (one * one + other * other).squareRoot()
    }
    return PerformanceInterval(
      level - distance(base - baseLimits.low, own.estimate - cell.interval.low),
      level + distance(baseLimits.high - base, cell.interval.high - own.estimate))
  }
}

extension PerformanceTable {
  /// How `row` follows `moved`; a row that does not stand on it keeps its estimate (slope 0).
  func dependence(of row: Int, on moved: Int, criterion: Int) -> LevelDependence {
    dependence(of: row, on: moved, criterion: criterion, steps: rowCount)
      ?? .fixed(estimate(row, criterion))
  }

  /// Whether `row` is `moved`, or stands on it directly or through others.
  func stands(_ row: Int, on moved: Int, criterion: Int) -> Bool {
    dependence(of: row, on: moved, criterion: criterion, steps: rowCount) != nil
  }

  /// The lowest and highest level that the limits of a cell and of all rows below it allow
  /// together.
  func span(_ row: Int, _ criterion: Int) -> PerformanceInterval {
    span(row, criterion, steps: rowCount)
  }

  private func dependence(
    of row: Int, on moved: Int, criterion: Int, steps: Int
  ) -> LevelDependence? {
    if row == moved { return .same }
    let cell = cell(row, criterion)
    guard steps > 0, let baseline = cell.baseline,
      let below = dependence(
        of: baseline.alternative, on: moved, criterion: criterion, steps: steps - 1)
    else { return nil }
    return below.joined(by: baseline, own: cell.distribution.estimate)
  }

  private func span(_ row: Int, _ criterion: Int, steps: Int) -> PerformanceInterval {
    let cell = cell(row, criterion)
    let own = cell.interval
    guard steps > 0, let baseline = cell.baseline else { return own }
    let below = span(baseline.alternative, criterion, steps: steps - 1)
    let corners = [
      baseline.level(baseline: below.low, own: own.low),
      baseline.level(baseline: below.low, own: own.high),
      baseline.level(baseline: below.high, own: own.low),
      baseline.level(baseline: below.high, own: own.high),
    ]
    let low = corners.reduce(corners[0]) { min($0, $1) }
    let high = corners.reduce(corners[0]) { max($0, $1) }
    return PerformanceInterval(low, high)
  }
}

/// A row that is not compared: it is kept because cells of compared alternatives stand on it.
public struct ReferenceRow: Sendable, Equatable {
  /// The id that the row is known by.
  public let id: String
  /// One cell for each criterion.
  public let cells: [PerformanceCell]

  /// A reference row from its id and cells.
  public init(id: String, cells: [PerformanceCell]) {
    self.id = id
    self.cells = cells
  }
}

/// Another row of the same criterion that a performance stands on.
///
/// What two alternatives share then moves both and does not count as a difference between them
/// (shared baseline, DecisionAnalysis.docc/Distributions.md, "Shared baseline").
public struct Baseline: Sendable, Equatable {
  /// How the cell's own quantity joins the baseline's level.
  public enum Operation: String, Sendable, Equatable, CaseIterable {
    /// Level = baseline + own quantity.
    case sum
    /// Level = baseline times own quantity.
    case ratio
    /// Odds of the level = odds of the baseline times own quantity; levels are proportions.
    case oddsRatio
  }

  /// The row stood on: an index into the alternatives, then the reference rows.
  public let alternative: Int
  /// How the own quantity joins the baseline's level.
  public let operation: Operation
  /// How many times a proportion of 1 the levels are; only for odds ratios.
  public let scale: Double

  /// A baseline at a row of the table.
  public init(alternative: Int, operation: Operation, scale: Double = 1) {
    self.alternative = alternative
    self.operation = operation
    self.scale = scale
  }

  /// The level that an own quantity gives on a baseline level.
  func level(baseline: Double, own: Double) -> Double {
    switch operation {
    case .sum: return baseline + own
    case .ratio: return baseline * own
    case .oddsRatio:
      // A draw of a normal baseline can lie beyond the proportions that there are.
      let share = min(1, max(0, baseline / scale))
      return scale * (own * share / (1 - share + own * share))
    }
  }

  /// By how much the level moves with the baseline and with the own quantity, without sign.
  func slopes(baseline: Double, own: Double) -> (baseline: Double, own: Double) {
    switch operation {
    case .sum: return (1, 1)
    case .ratio: return (own.magnitude, baseline.magnitude)
    case .oddsRatio:
      let share = min(1, max(0, baseline / scale))
      let root = 1 - share + own * share
      return (own / (root * root), scale * share * (1 - share) / (root * root))
    }
  }
}

/// The performance of one alternative on one criterion.
public struct PerformanceCell: Sendable, Equatable {
  /// The level itself, or, with a baseline, the difference or ratio to the baseline.
  public let distribution: PerformanceDistribution
  /// The row stood on, or `nil` when the distribution is the level itself.
  public let baseline: Baseline?
  /// The 95 % limits of the distribution, kept because quantiles take time.
  public let interval: PerformanceInterval

  /// A cell that is a level, or a difference or ratio to a baseline.
  public init(_ distribution: PerformanceDistribution, baseline: Baseline? = nil) {
    self.distribution = distribution
    self.baseline = baseline
    interval = distribution.interval
  }

  /// The same cell on another baseline.
  func moved(to baseline: Baseline) -> PerformanceCell {
    PerformanceCell(distribution: distribution, baseline: baseline, interval: interval)
  }

  private init(
    distribution: PerformanceDistribution, baseline: Baseline, interval: PerformanceInterval
  ) {
    self.distribution = distribution
    self.baseline = baseline
    self.interval = interval
  }
}

/// A range of levels, usually the 95 % limits of an average effect.
///
/// It says how unsure the average is, not how much people differ.
public struct PerformanceInterval: Sendable, Equatable {
  /// The lower limit, in the unit of the criterion.
  public let low: Double
  /// The upper limit, not below `low`.
  public let high: Double

  /// The range between two levels given in any order.
  public init(_ first: Double, _ second: Double) {
    low = min(first, second)
    high = max(first, second)
  }

  /// Whether a level lies in the range, its limits included.
  public func contains(_ level: Double) -> Bool {
    low <= level && level <= high
  }
}
