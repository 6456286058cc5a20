// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// Builds the decision problem of a pack for one setting.
public enum ProblemBuilder {
  /// The id of the criterion that a clinic's own prices replace: the one whose rows stand by region.
  public static func priceCriterion(of pack: EvidencePack) -> EvidenceCriterion? {
    pack.criteria.first { !$0.regionalRows.isEmpty }
  }

  /// The criteria of a pack with the ranges of a region, in the order of the pack: what weights are
  /// asked with.
  ///
  /// - Throws: `DecisionProblemError` when an anchor or a value function cannot be used, or when the
  ///   region has no row for a criterion.
  static func criteria(
    of pack: EvidencePack, region: String
  ) throws(DecisionProblemError) -> [Criterion] {
    try criteria(pack.criteria, region: region)
  }

  private static func criteria(
    _ shown: [EvidenceCriterion], region: String
  ) throws(DecisionProblemError) -> [Criterion] {
    var criteria: [Criterion] = []
    for criterion in shown {
      guard let row = criterion.row(in: region) else { throw .unknownCriterion(criterion.id) }
      // The whole table is shown and never weighed: a level of an alternative that a question is not
      // about may lie outside of the range.
      criteria.append(try build(criterion, row, acceptsLevelsOutside: true))
    }
    return criteria
  }

  /// The table that is shown: all alternatives on all criteria and other measures of a pack, in the
  /// order of the pack.
  ///
  /// - Parameters:
  ///   - pack: the pack.
  ///   - region: the id of the region.
  ///   - prices: the clinic's own prices; each replaces the cell of its alternative.
  ///   - reading: the id of a reading of the evidence; nil: the first.
  /// - Throws: `DecisionProblemError` when an anchor or a value function cannot be used, or when the
  ///   region has no row for a criterion.
  public static func problem(
    of pack: EvidencePack, region: String, prices: [CareSetting.Price] = [],
    under reading: String? = nil
  ) throws(DecisionProblemError) -> DecisionProblem {
    let alternatives = pack.options.map(\.id)
    let shown = pack.shownCriteria
    let criteria = try criteria(shown, region: region)
    var cells: [[PerformanceCell]] = alternatives.map { _ in [] }
    for criterion in shown {
      guard let stated = criterion.cells(in: region, prices: prices, under: reading),
        stated.count == alternatives.count
      else { throw .unknownCriterion(criterion.id) }
      for (index, cell) in stated.enumerated() {
        cells[index].append(cell.performance(among: alternatives))
      }
    }
    return DecisionProblem(
      alternatives: alternatives, criteria: criteria, table: PerformanceTable(cells: cells))
  }

  /// What makes the numbers for a region unusable, in words; empty when they can be weighed.
  public static func faults(of pack: EvidencePack, region: String) -> [String] {
    do throws(DecisionProblemError) {
      return try problem(of: pack, region: region).faults.map { "\($0)" }
    } catch {
      return ["\(error)"]
    }
  }

  static func build(
    _ criterion: EvidenceCriterion, _ row: EvidenceRow, acceptsLevelsOutside: Bool = false
  ) throws(DecisionProblemError) -> Criterion {
    var function: PartialValueFunction?
    if !criterion.points.isEmpty {
      do throws(ValueFunctionFault) {
        function = try PartialValueFunction(
          points: criterion.points, direction: criterion.direction)
      } catch {
        throw .valueFunction(criterion: criterion.id, error)
      }
    }
    return try Criterion(
      id: criterion.id, direction: criterion.direction, worst: row.worst, best: row.best,
      valueFunction: function, branch: criterion.branch, measures: criterion.measures,
      acceptsLevelsOutside: acceptsLevelsOutside)
  }
}
