// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// Weights, contributions, flips, the lead without each criterion, and certainty: one row for each
  /// criterion; nothing where there is nothing to set side by side.
  func scoreTable() -> [Block] {
    guard let overall = analysis.overall, let weights = profile.preferences.weights else {
      return []
    }
    let shown = overall.alternatives.indices.filter {
      analysis.takesPart(overall.alternatives[$0])
    }
    if shown.count < 2 { return [] }
    let compared = numberedQuestions.compactMap { number, question, answer in
      answer.comparison.map { (number: number, id: question.id, comparison: $0) }
    }
    let (points, totals, shares) = (overall.contributionPoints, overall.totalPoints, weightTenths)
    let ids = shown.map { overall.alternatives[$0] }
    func numbers(_ values: [Int]) -> [InlineText] {
      values.map { wording.number($0, from: .analysis(.contribution)) }
    }
    var rows = overall.criteria.enumerated().map { column, id in
      let share = weights.criteria.firstIndex(of: id).map { tenths(shares[$0], .weight) }
      return [base.criterionName(id), share ?? .empty]
        + numbers(shown.map { points[$0][column] })
        + compared.flatMap {
          [
            flip($0.comparison, of: id),
            lead($0.comparison, with: .leavingOut(id)) ?? wording(.none),
          ]
        } + [base.lowestGrade(id, of: ids)]
    }
    rows.append(
      [wording(.rowTotal), tenths(1000, .weight)] + numbers(shown.map { totals[$0] })
        + compared.flatMap { [.empty, decimal($0.comparison.difference, .difference)] }
        + [.empty])
    let hundred = wording.number(100, from: .analysis(.points))
    return [
      .table(
        Table(
          id: "scores", caption: wording(ClinicianPhrase.scoresCaption, ["points": hundred]),
          columns: [wording(.columnMatters), wording(.columnWeight)] + ids.map(base.name)
            + compared.flatMap {
              [
                wording(ClinicianPhrase.columnFlip, ["n": $0.number]),
                wording(ClinicianPhrase.columnWithout, ["n": $0.number]),
              ]
            } + [wording(ClinicianPhrase.columnLowest)], rows: rows,
          columnIDs: ["", "weight"] + ids + compared.flatMap { ["flip-\($0.id)", "lead-\($0.id)"] }
            + ["certainty"], rowIDs: overall.criteria + ["total"])),
      .paragraph(wording(ClinicianPhrase.scoresNote), .plain),
    ]
  }

  private func flip(_ comparison: QuestionAnalysis, of criterion: String) -> InlineText {
    let found = comparison.criterionFlips.first { $0.target == .criterion(criterion) }
    let texts = (found?.all ?? []).map { flip in
      let tenth = Int((flip.flipWeight * 1000).rounded(.toNearestOrAwayFromZero))
      return wording(
        flip.direction == .up ? ClinicianPhrase.flipAtLeast : ClinicianPhrase.flipAtMost,
        ["weight": tenths(tenth, .flip)])
    }
    return texts.isEmpty ? wording(.none) : wording.listed(texts)
  }

  /// The lead of the leader on the whole list with another list, in points; below zero it is
  /// overtaken; nil when that list cannot be weighed.
  func lead(
    _ comparison: QuestionAnalysis, with change: ListVariation.Change
  ) -> InlineText? {
    let found = comparison.leaveOneOut.variations.first { $0.change == change }
    guard let found, let difference = found.difference else { return nil }
    return decimal(found.changesLeader ? -difference : difference, .difference)
  }
}

extension PackContext {
  /// The lowest certainty among the levels of some alternatives on a criterion, in a word.
  func lowestGrade(_ criterion: String, of alternatives: [String]) -> InlineText {
    guard let criterion = pack.criterion(criterion) else { return .empty }
    let cells = (criterion.row(in: region.id)?.cells ?? []).filter {
      alternatives.contains($0.alternative) && !isOwnPrice($0, of: criterion)
    }
    if cells.isEmpty { return wording(.clinicPrice) }
    let studied = cells.map(\.certainty).filter { $0 != .byDefinition }
    let order = CertaintyOfEvidence.allCases
    let lowest = studied.max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
    return grade(lowest ?? .byDefinition)
  }

  /// Whether a level is a price that the clinic gave.
  func isOwnPrice(_ cell: EvidenceCell, of criterion: EvidenceCriterion) -> Bool {
    criterion.row == nil && priced.contains(cell.alternative)
  }
}
