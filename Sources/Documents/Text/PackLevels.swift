// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// The levels of the performance table as figures that texts and tables print.
public enum PackLevels {
  /// The levels that hold in every region, as figures with the id `criterion.alternative`.
  public static func figures(of pack: EvidencePack) -> [EvidenceFigure] {
    guard let region = pack.regions.first?.id,
      let problem = try? ProblemBuilder.problem(of: pack, region: region)
    else { return [] }
    return pack.criteria.enumerated().filter { $0.element.row != nil }
      .flatMap { column, criterion in
        figures(of: criterion, column: column, in: problem, region: region)
      }
  }

  /// The levels of one criterion in the order of the alternatives.
  ///
  /// - Parameter priced: the alternatives whose level is the clinic's own price.
  public static func figures(
    of criterion: EvidenceCriterion, column: Int, in problem: DecisionProblem, region: String,
    priced: [String] = []
  ) -> [EvidenceFigure] {
    guard let row = criterion.row(in: region) else { return [] }
    return row.cells.enumerated().map { index, cell in
      let interval = problem.table.combinedInterval(index, column)
      let estimate = problem.table.estimate(index, column)
      let counts: (events: Int, people: Int)? =
        if case .beta(let events, let people, _) = cell.distribution { (events, people) } else {
          nil
        }
      let isOwnPrice = priced.contains(cell.alternative)
      let isPoint = interval.low == interval.high
      let step = isOwnPrice ? nil : row.roundTo
      let printed = [estimate, interval.low, interval.high].map { level in
        step.map { (level / $0).rounded(.toNearestOrAwayFromZero) * $0 } ?? level
      }
      // No digits after the point when none of the numbers needs them.
      let decimals =
        printed.allSatisfy { $0 == $0.rounded() } ? 0 : criterion.decimals
      return EvidenceFigure(
        id: "\(criterion.id).\(cell.alternative)",
        value: DecimalText(printed[0], decimals: decimals),
        of: criterion.outOf.map { DecimalText(Double($0), decimals: 0) },
        low: isPoint ? nil : DecimalText(printed[1], decimals: decimals),
        high: isPoint ? nil : DecimalText(printed[2], decimals: decimals),
        events: counts?.events, people: counts?.people, period: criterion.texts.period,
        group: criterion.texts.group, certainty: isOwnPrice ? .byDefinition : cell.certainty,
        basis: isOwnPrice ? .declared : cell.basis, sources: isOwnPrice ? [] : cell.sources)
    }
  }
}
