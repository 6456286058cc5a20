// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// The options that are not weighed, and the class of each question with its reasons.
  func scores() -> [Block] {
    var blocks: [Block] = []
    // An option that is ruled out or past a limit has no score to compare.
    let out = (analysis.overall?.alternatives ?? []).filter { !analysis.takesPart($0) }
    if !out.isEmpty {
      blocks.append(
        .list(.bullets, out.map { wording(.notWeighedHere, ["option": base.name($0)]) }))
    }
    for (question, answer) in zip(pack.questions, analysis.answers) {
      blocks.append(.smallHeading(wording.text(question.title)))
      switch answer.outcome {
      case .notCompared(let why):
        blocks.append(.paragraph(wording(.noScores, ["reason": reason(why)]), .plain))
      case .compared(let comparison): blocks += result(comparison)
      }
    }
    blocks += simulationNote()
    return blocks
  }

  private func result(_ comparison: QuestionAnalysis) -> [Block] {
    let verdict = comparison.verdict
    let sentence = [
      self.verdict(comparison),
      wording(.classOf, ["class": wording(label(verdict))]),
      wording(
        .marginOf,
        [
          "points": wording.number(
            DecimalText(verdict.margin, decimals: 1), from: .analysis(.margin))
        ]
      ), sharesAhead(comparison),
    ].spaced
    var items = verdict.reasons.map { verdictReason($0, verdict) }
    if verdict.settledByNumericError { items.append(wording(.settledByError)) }
    if let value = comparison.valueOfInformation {
      items.append(
        wording(
          .worthKnowing,
          [
            "all": decimal(value.perfect, .valueOfInformation),
            "weights": decimal(value.preferences, .valueOfInformation),
            "levels": decimal(value.evidence, .valueOfInformation),
            "of": wording.number(100, from: .analysis(.points)),
          ]))
    }
    return [.paragraph(sentence, .plain), .list(.bullets, items)].filter {
      $0 != .list(.bullets, [])
    }
  }

  /// The class of a verdict, in words.
  func label(_ verdict: Verdict) -> Phrase {
    switch verdict.level {
    case .betterOnEverything: .classEverything
    case .fitsClearlyBetter: .classClearly
    case .fitsSomewhatBetter: .classSomewhat
    case .closeCall:
      switch verdict.closeCall {
      case .aboutTheSame: .classSame
      case .cannotBeToldApart: .classApart
      case .tooClose, nil: .classClose
      }
    }
  }

  /// How the simulation was done and what it takes for granted.
  private func simulationNote() -> [Block] {
    guard let simulation, let uncertainty = analysis.uncertainty else { return [] }
    let draws =
      switch simulation.method {
      case .conditional(let points), .oneCell(let points), .givenDraws(let points): points
      case .quadrature: 0
      }
    let error = DecimalText(simulation.numericError * 100, decimals: 1)
    var sentences = [
      wording(
        .simulationNote,
        [
          "draws": wording.number(draws, from: .analysis(.draws)),
          "error": wording.number(error, from: .analysis(.numericError)),
          "of": wording.number(100, from: .analysis(.points)),
        ])
    ]
    switch uncertainty {
    case .responseError(let sigma):
      sentences.append(
        wording(
          .simulatedError,
          [
            "sigma": wording.number(
              DecimalText(sigma, decimals: 1), from: .analysis(.responseError))
          ]))
    case .ordinal: sentences.append(wording(.simulatedOrder))
    case .relativeToTop, .chain: sentences.append(wording(.simulatedRanges))
    case .none, .dirichlet, .uniform: break
    }
    sentences += [wording.text(pack.simulation.reason), wording.text(pack.thresholdsReason)]
    return [.paragraph(sentences.spaced, .note)]
  }

  /// A value in points with one decimal.
  func decimal(_ value: Double, _ number: AnalysisNumber) -> InlineText {
    wording.number(DecimalText(value * 100, decimals: 1), from: .analysis(number))
  }

  /// Weight times value for every criterion and every option that is weighed.
  func contributions() -> [Block] {
    guard let overall = analysis.overall else { return [] }
    let shown = overall.alternatives.indices.filter {
      analysis.takesPart(overall.alternatives[$0])
    }
    return contributionPlot(overall, shown).map { [.plot($0)] } ?? []
  }

  /// The weights by criterion and branch.
  func weights() -> [Block] { weightPlot().map { [.plot($0)] } ?? [] }

  /// How often each option takes each rank, where it was simulated.
  func rankAcceptability() -> [Block] { rankPlot().map { [.plot($0)] } ?? [] }

  /// Dominance on the person's list.
  func dominancePassage() -> [Block] {
    let items = analysis.dominance.map(dominanceLine)
    if items.isEmpty { return [.paragraph(wording(.noDominance), .plain)] }
    return [.list(.bullets, items)]
  }

  /// That one option is at least as good as another on everything.
  func dominanceLine(_ found: Dominance) -> InlineText {
    wording(
      found.holdsForIntervals ? .dominatesIntervals : .dominates,
      ["dominant": base.name(found.dominant), "dominated": base.inline(found.dominated)])
  }
}

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
    let texts = (found?.all ?? []).compactMap { flip -> InlineText? in
      guard let tenth = flip.steps(of: 1000) else { return nil }
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
    let cells = levels.joined().compactMap(\.cell).filter {
      $0.criterion == criterion && alternatives.contains($0.alternative) && !$0.isClinicPrice
    }
    if cells.isEmpty { return wording(.clinicPrice) }
    let studied = cells.map(\.certainty).filter { $0 != .byDefinition }
    let order = CertaintyOfEvidence.allCases
    let lowest = studied.max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
    return grade(lowest ?? .byDefinition)
  }
}
