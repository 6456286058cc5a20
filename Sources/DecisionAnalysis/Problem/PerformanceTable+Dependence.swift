// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How the level of one row follows the level of another on one criterion:
/// level = slope times the other's level + intercept, all else at its estimate.
struct LevelDependence: Sendable, Equatable {
  let slope: Double
  let intercept: Double

  func level(at other: Double) -> Double { slope * other + intercept }
}

extension PerformanceTable {
  /// How `row` follows `moved`; a row that does not stand on it keeps its estimate (slope 0).
  func dependence(of row: Int, on moved: Int, criterion: Int) -> LevelDependence {
    dependence(of: row, on: moved, criterion: criterion, steps: rowCount)
      ?? LevelDependence(slope: 0, intercept: estimate(row, criterion))
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
    if row == moved { return LevelDependence(slope: 1, intercept: 0) }
    let cell = cell(row, criterion)
    guard steps > 0, let baseline = cell.baseline,
      let below = dependence(
        of: baseline.alternative, on: moved, criterion: criterion, steps: steps - 1)
    else { return nil }
    let own = cell.distribution.estimate
    return switch baseline.operation {
    case .sum: LevelDependence(slope: below.slope, intercept: below.intercept + own)
    case .ratio: LevelDependence(slope: below.slope * own, intercept: below.intercept * own)
    }
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
