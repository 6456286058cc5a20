// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension DecisionProblem {
  /// Refuses a problem with mistakes.
  ///
  /// - Throws: `InvalidDecisionProblem` with every mistake of `faults`.
  public func validate() throws(InvalidDecisionProblem) {
    let errors = faults
    guard errors.isEmpty else { throw InvalidDecisionProblem(errors: errors) }
  }

  /// Every mistake, in the order of the problem.
  ///
  /// Looked for: ids that repeat, fewer than two alternatives, no criterion, a table of another
  /// shape, unusable distributions, missing or circular baselines, and anchors that do not contain
  /// an estimate or a 95 % limit, unless the criterion accepts levels outside. Cells are looked at
  /// only when ids and shape are right.
  public var faults: [DecisionProblemError] {
    let outline = outlineFaults
    guard outline.isEmpty else { return outline }
    let cells = cellFaults
    return cells.isEmpty ? anchorFaults : cells
  }

  private var outlineFaults: [DecisionProblemError] {
    var faults: [DecisionProblemError] = []
    if alternatives.count < 2 { faults.append(.tooFewAlternatives) }
    if criteria.isEmpty { faults.append(.noCriteria) }
    let rowIDs = alternatives + table.references.map(\.id)
    faults += Self.repeated(rowIDs).map { .duplicateAlternative($0) }
    faults += Self.repeated(criteria.map(\.id)).map { .duplicateCriterion($0) }
    if table.cells.count != alternatives.count {
      faults.append(.rowCountDiffers(expected: alternatives.count, found: table.cells.count))
    }
    let rows = table.cells + table.references.map(\.cells)
    for (id, row) in zip(rowIDs, rows) where row.count != criteria.count {
      faults.append(
        .columnCountDiffers(alternative: id, expected: criteria.count, found: row.count))
    }
    return faults
  }

  private var cellFaults: [DecisionProblemError] {
    var faults: [DecisionProblemError] = []
    for row in 0..<table.rowCount {
      for column in criteria.indices {
        let place = reference(row, column)
        if let fault = table.cell(row, column).distribution.fault {
          faults.append(.distribution(fault, at: place))
        }
        if let fault = baselineFault(row, column) { faults.append(fault) }
      }
    }
    return faults.isEmpty ? oddsFaults : faults
  }

  /// Odds ratios that are not above zero, or stand on levels that are no proportions.
  private var oddsFaults: [DecisionProblemError] {
    var faults: [DecisionProblemError] = []
    for row in 0..<table.rowCount {
      for column in criteria.indices {
        let cell = table.cell(row, column)
        guard let baseline = cell.baseline, baseline.operation == .oddsRatio else { continue }
        let below = table.span(baseline.alternative, column)
        if !(cell.interval.low > 0) || !(below.low >= 0) || !(below.high <= baseline.scale) {
          faults.append(.oddsOutOfRange(reference(row, column)))
        }
      }
    }
    return faults
  }

  private func baselineFault(_ row: Int, _ column: Int) -> DecisionProblemError? {
    var current = row
    for _ in 0..<table.rowCount {
      guard let next = table.cell(current, column).baseline?.alternative else { return nil }
      guard (0..<table.rowCount).contains(next) else {
        // Only the cell that names the missing row is at fault.
        return current == row ? .baselineMissing(reference(row, column)) : nil
      }
      current = next
    }
    return .baselineCircular(reference(row, column))
  }

  private var anchorFaults: [DecisionProblemError] {
    var faults: [DecisionProblemError] = []
    for row in alternatives.indices {
      for (column, criterion) in criteria.enumerated() where !criterion.acceptsLevelsOutside {
        let limits = table.interval(row, column)
        if !criterion.anchorsContain(table.estimate(row, column)) {
          faults.append(.estimateOutsideAnchors(reference(row, column)))
        }
        if !criterion.anchorsContain(limits.low) || !criterion.anchorsContain(limits.high) {
          faults.append(.limitOutsideAnchors(reference(row, column)))
        }
      }
    }
    return faults
  }

  private static func repeated(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { !seen.insert($0).inserted }
  }
}

/// A mistake in a decision problem, named by ids.
public enum DecisionProblemError: Error, Sendable, Equatable {
  /// Fewer than two alternatives.
  case tooFewAlternatives
  /// No criterion.
  case noCriteria
  /// An alternative (or reference row) is listed twice.
  case duplicateAlternative(String)
  /// A criterion is listed twice.
  case duplicateCriterion(String)
  /// No alternative has this id.
  case unknownAlternative(String)
  /// No criterion has this id.
  case unknownCriterion(String)
  /// The worst and best anchor do not run in the stated direction, or are not finite.
  case anchorsAgainstDirection(criterion: String)
  /// The break points are unusable.
  case valueFunction(criterion: String, ValueFunctionFault)
  /// The value function has another direction or other ends than the criterion.
  case valueFunctionDoesNotFit(criterion: String)
  /// The table has not one row for each alternative.
  case rowCountDiffers(expected: Int, found: Int)
  /// A row has not one cell for each criterion.
  case columnCountDiffers(alternative: String, expected: Int, found: Int)
  /// The parameters are unusable; the place is `nil` where it is not known yet.
  case distribution(DistributionFault, at: CellReference?)
  /// A cell stands on a row that does not exist.
  case baselineMissing(CellReference)
  /// A cell stands, directly or through others, on itself.
  case baselineCircular(CellReference)
  /// An odds ratio is not above zero, or stands on a level that is no proportion.
  case oddsOutOfRange(CellReference)
  /// The anchors do not contain the estimate.
  case estimateOutsideAnchors(CellReference)
  /// The anchors do not contain a limit of the 95 % interval.
  case limitOutsideAnchors(CellReference)
  /// There is no lattice with so many draws.
  case unusablePoints(Int)
}

/// Every mistake found in a decision problem, in the order of the problem.
public struct InvalidDecisionProblem: Error, Sendable, Equatable {
  /// The mistakes; never empty when thrown.
  public let errors: [DecisionProblemError]

  /// A collection of mistakes.
  public init(errors: [DecisionProblemError]) {
    self.errors = errors
  }
}
