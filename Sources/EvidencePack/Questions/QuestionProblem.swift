// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension ProblemBuilder {
  /// The problem of one question under one reading of the evidence: its alternatives on its criteria,
  /// then on the outcomes in which they are taken to be alike.
  ///
  /// Care without a procedure is no alternative of "which procedure", and stays as a row where
  /// levels stand on it.
  ///
  /// - Parameters:
  ///   - question: a question of a pack with readings.
  ///   - reading: the id of the reading.
  ///   - region: the id of the region.
  ///   - prices: the clinic's own prices; each replaces the cell of its alternative.
  /// - Throws: `DecisionProblemError` when an anchor or a value function cannot be used, or the
  ///   region has no row for a criterion.
  public static func problem(
    of pack: EvidencePack, question: DecisionQuestion, reading: String, region: String,
    prices: [CareSetting.Price] = []
  ) throws(DecisionProblemError) -> DecisionProblem {
    let criteria = try (question.criteria + question.alike).map {
      id throws(DecisionProblemError) -> EvidenceCriterion in
      guard let criterion = pack.criterion(id) else { throw .unknownCriterion(id) }
      return criterion
    }
    return try problem(
      of: criteria, alternatives: pack.alternatives(of: question), all: pack.options.map(\.id),
      reading: reading, region: region, prices: prices)
  }

  /// The problem of another measure alone.
  static func problem(
    of measure: OtherMeasure, in pack: EvidencePack, reading: String, region: String
  ) throws(DecisionProblemError) -> DecisionProblem {
    guard let question = pack.questions.first(where: { $0.id == measure.question }) else {
      throw .unknownCriterion(measure.criterion.id)
    }
    return try problem(
      of: [measure.criterion], alternatives: pack.alternatives(of: question),
      all: pack.options.map(\.id), reading: reading, region: region, prices: [])
  }

  private static func problem(
    of criteria: [EvidenceCriterion], alternatives: [String], all: [String], reading: String,
    region: String, prices: [CareSetting.Price]
  ) throws(DecisionProblemError) -> DecisionProblem {
    var built: [Criterion] = []
    var columns: [[EvidenceCell]] = []
    for criterion in criteria {
      guard let row = criterion.row(in: region),
        let cells = criterion.cells(in: region, prices: prices, under: reading)
      else { throw .unknownCriterion(criterion.id) }
      // A price of the clinic's own may lie outside of what the weights were asked with.
      built.append(
        try build(criterion, row, acceptsLevelsOutside: cells.contains(where: \.isClinicPrice)))
      columns.append(cells)
    }
    let rows = alternatives + all.filter { !alternatives.contains($0) }
    func cells(of alternative: String) -> [PerformanceCell] {
      columns.map { cells in
        cells.first { $0.alternative == alternative }?.performance(among: rows)
          ?? PerformanceCell(.exact(.nan))
      }
    }
    return DecisionProblem(
      alternatives: alternatives, criteria: built,
      table: PerformanceTable(
        cells: alternatives.map(cells),
        references: rows.dropFirst(alternatives.count).map {
          ReferenceRow(id: $0, cells: cells(of: $0))
        }))
  }
}

extension EvidencePack {
  /// The ids of the alternatives that a question is about, in the order of the pack.
  public func alternatives(of question: DecisionQuestion) -> [String] {
    options.filter { question.kind == .procedureOrNone || $0.kind == .procedure }.map(\.id)
  }
}
