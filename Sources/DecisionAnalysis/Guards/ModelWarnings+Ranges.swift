// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension ModelWarnings {
  /// The share of the range that the alternatives must at least take up.
  static let leastSpan = 0.1

  /// Ranges that are far wider than the alternatives need, or made of them.
  ///
  /// Too wide: the estimates span less than a tenth of the range, so that most of the weight is
  /// spent on a change that no alternative brings. Too narrow: the estimates touch both ends, so
  /// that another alternative would change every value; a scale of two exact states, which has
  /// nothing beyond them, is not meant.
  static func ofRanges(in problem: DecisionProblem) -> [ModelWarning] {
    problem.criteria.enumerated().flatMap { column, criterion -> [ModelWarning] in
      let rows = problem.alternatives.indices
      let levels = rows.map { problem.table.estimate($0, column) }
      guard let first = levels.first else { return [] }
      let low = levels.reduce(first, min)
      let high = levels.reduce(first, max)
      let range = (criterion.best - criterion.worst).magnitude
      // Rounding must not decide at the limit itself.
      if high - low < leastSpan * range - 1e-12 * range {
        return [.rangeTooWide(criterion: criterion.id)]
      }
      let ends = [criterion.worst, criterion.best]
      let isTwoStates = rows.allSatisfy { row in
        let cell = problem.table.cell(row, column)
        return ends.contains(levels[row]) && cell.baseline == nil && cell.distribution.isExact
      }
      let touchesBoth = ends.allSatisfy { levels.contains($0) }
      return touchesBoth && !isTwoStates ? [.rangeTooNarrow(criterion: criterion.id)] : []
    }
  }
}
