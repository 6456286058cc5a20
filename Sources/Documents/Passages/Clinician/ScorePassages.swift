// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// The options that are not weighed, and what each reading says about each question.
  func scores() -> [Block] {
    var blocks: [Block] = []
    let out = notWeighed
    if !out.isEmpty { blocks.append(.list(.bullets, out)) }
    for (question, answer) in zip(pack.questions, analysis.answers) {
      blocks.append(.smallHeading(wording.text(question.title)))
      switch answer.outcome {
      case .notCompared(let why):
        blocks.append(.paragraph(wording(.noScores, ["reason": reason(why)]), .plain))
      case .compared(let readings):
        let sides = ComparedSides(question: question, readings: readings)
        blocks += [
          .paragraph(verdict(sides), .plain),
          .list(.bullets, readings.readings.map { readingInBrief($0, sides) }),
        ]
      }
    }
    blocks += simulationNote()
    return blocks
  }

  /// How the simulation was done and what it takes for granted.
  private func simulationNote() -> [Block] {
    let found = analysis.answers.compactMap(\.comparison).first?.readings.first
    guard let found, let uncertainty = analysis.uncertainty else { return [] }
    let error = DecimalText(found.analysis.evidence.numericError * 100, decimals: 1)
    var sentences = [
      wording(
        .simulationNote,
        [
          "draws": wording.number(pack.simulation.points, from: .analysis(.draws)),
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

  /// A number of points with one decimal.
  func decimal(_ points: Double, _ number: AnalysisNumber) -> InlineText {
    wording.number(DecimalText(points, decimals: 1), from: .analysis(number))
  }

  /// What each criterion adds to the lead, one plot for each question.
  func contributions() -> [Block] { forEachComparison { [.plot(contributionPlot($0))] } }

  /// The weights by criterion and branch.
  func weights() -> [Block] { weightPlot().map { [.plot($0)] } ?? [] }

  /// One part for each question that was compared.
  func forEachComparison(_ make: (ComparedSides) -> [Block]) -> [Block] {
    // That nothing was compared stands once, beside the scores.
    zip(pack.questions, analysis.answers).flatMap { question, answer -> [Block] in
      guard let readings = answer.comparison else { return [] }
      return [.smallHeading(wording.text(question.title))]
        + make(ComparedSides(question: question, readings: readings))
    }
  }
}

extension PersonContext {
  /// For each question the weights, and under every reading what each criterion adds, where its
  /// points turn the order, and the lead without it.
  func scoreTable() -> [Block] {
    let tables = numberedQuestions.compactMap { number, question, answer -> Block? in
      answer.comparison.map {
        .table(
          scoreTable(ComparedSides(question: question, readings: $0), number))
      }
    }
    return tables.isEmpty
      ? [] : tables + [.paragraph(wording(ClinicianPhrase.scoresNote), .plain)]
  }

  private func scoreTable(_ sides: ComparedSides, _ number: InlineText) -> Table {
    let readings = sides.readings.readings
    let pair = [sides.readings.first, sides.readings.second]
    var rows = sides.criteria.enumerated().map { place, id in
      [base.criterionName(id), weightPoints(id)]
        + readings.flatMap { reading -> [InlineText] in
          let analysis = reading.analysis
          return [
            decimal(analysis.comparison.contributions[place], .contribution),
            turning(reading, id),
            analysis.evidence.criteria[place].marginWithout.map { decimal($0, .difference) }
              ?? wording(.none),
          ]
        } + [base.lowestGrade(id, of: pair)]
    }
    rows.append(
      [wording(.rowAhead), .empty]
        + readings.flatMap {
          [decimal($0.analysis.comparison.margin, .margin), .empty, .empty]
        } + [.empty])
    func head(_ phrase: ClinicianPhrase, _ reading: QuestionReadings.Reading) -> InlineText {
      readings.count == 1
        ? wording(phrase)
        : wording(
          ClinicianPhrase.columnInReading,
          ["column": wording(phrase), "reading": base.readingShort(reading.id)])
    }
    return Table(
      id: "scores-\(sides.question.id)",
      caption: wording(
        ClinicianPhrase.scoresCaption,
        [
          "n": number, "first": side(pair[0], sides), "second": side(pair[1], sides),
        ]),
      columns: [wording(.columnMatters), wording(.columnWeight)]
        + readings.flatMap {
          [
            head(ClinicianPhrase.columnAdds, $0), head(ClinicianPhrase.columnTurns, $0),
            head(ClinicianPhrase.columnWithout, $0),
          ]
        } + [wording(ClinicianPhrase.columnLowest)], rows: rows,
      columnIDs: ["", "weight"]
        + readings.flatMap { ["adds-\($0.id)", "turns-\($0.id)", "without-\($0.id)"] }
        + ["certainty"], rowIDs: sides.criteria + ["total"])
  }

  /// The points of a criterion at which the order has turned.
  private func turning(_ reading: QuestionReadings.Reading, _ criterion: String) -> InlineText {
    let texts = pointFlips(reading).filter { $0.criterion == criterion }
      .sorted { $0.points < $1.points }.map { found in
        wording(
          found.flip.direction == .up ? ClinicianPhrase.flipAtLeast : ClinicianPhrase.flipAtMost,
          ["weight": wording.number(found.points, from: .analysis(.flip))])
      }
    return texts.isEmpty ? wording(.none) : wording.listed(texts)
  }
}

extension PackContext {
  /// The lowest certainty among the levels of some alternatives on a criterion, in a word.
  func lowestGrade(_ criterion: String, of alternatives: [String]) -> InlineText {
    let cells = packLevels.joined().compactMap(\.cell).filter {
      $0.criterion == criterion && alternatives.contains($0.alternative) && !$0.isClinicPrice
    }
    if cells.isEmpty { return wording(.clinicPrice) }
    let studied = cells.map(\.certainty).filter { $0 != .byDefinition }
    let order = CertaintyOfEvidence.allCases
    let lowest = studied.max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
    return grade(lowest ?? .byDefinition)
  }
}
