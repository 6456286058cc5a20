// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// How the options fit what the person said, question by question.
  func fit() -> [Block] {
    var blocks: [Block] = []
    if analysis.answers.contains(where: { $0.comparison != nil }) {
      blocks.append(.paragraph(wording(.howAddedUp), .plain))
    }
    for (question, answer) in zip(pack.questions, analysis.answers) {
      blocks.append(.heading(wording.text(question.title)))
      switch answer.outcome {
      case .notCompared(let why): blocks.append(.paragraph(reason(why), .key))
      case .compared(let readings):
        blocks += fit(ComparedSides(question: question, readings: readings))
      }
    }
    if profile.preferences.weights != nil && analysis.otherEvidenceApplies != .yes {
      for option in pack.options where !analysis.takesPart(option.id) {
        let phrase: Phrase = analysis.declined.contains(option.id) ? .leftOutAtWish : .leftOut
        blocks.append(.paragraph(wording(phrase, ["option": wording.text(option.name)]), .note))
      }
    }
    blocks += otherEvidenceReason()
    return blocks
  }

  /// Why other evidence applies; nothing for most people.
  func otherEvidenceReason() -> [Block] {
    analysis.otherEvidence.map { [.paragraph(wording.text($0.reason), .key)] } ?? []
  }

  private func fit(_ sides: ComparedSides) -> [Block] {
    let readings = sides.readings.readings
    var blocks: [Block] = [.paragraph(verdict(sides), .key)]
    var asides = provisos(sides.readings)
    if sides.namesProcedure {
      asides.append(
        wording(.procedureMeans, ["option": base.inline(sides.readings.first)]))
    }
    if analysis.pattern == .singleCriterion { asides.insert(wording(.singleCriterion), at: 0) }
    if !asides.isEmpty { blocks.append(.paragraph(asides.spaced, .note)) }
    for reading in readings {
      let told = readings.count > 1 ? told(reading, sides) : nil
      let held =
        readings.count > 1
        ? readSo(reading, sides)
        : reading.analysis.verdict.reasons.prefix(2).map { because($0, sides) }.spaced
      blocks.append(
        .paragraph(([told].compactMap { $0 } + [sharesAhead(reading, sides), held]).spaced, .plain))
    }
    blocks.append(.table(partsTable(sides)))
    let beside = besideThePoints(sides)
    if !beside.isEmpty { blocks.append(.paragraph(beside, .key)) }
    return blocks + whatWouldChange(sides)
  }

  /// What a reading of the evidence found on what the readings differ in.
  private func told(_ reading: QuestionReadings.Reading, _ sides: ComparedSides) -> InlineText? {
    guard let text = pack.readings.first(where: { $0.id == reading.id })?.told,
      let id = sides.question.tieOn, let criterion = pack.criterion(id)
    else { return nil }
    let cell = "\(id).\(sides.readings.first)"
    let place = base.criteria.firstIndex { $0.id == id }
    let first = place.flatMap { place in base.levels[place].first { $0.id == cell } }
    let other = base.otherLevels[cell]?.first { $0.reading == reading.id }
    guard let figure = other ?? first else { return nil }
    return wording.text(
      text,
      ["level": base.quantity(figure.value, of: criterion, from: figure.source)])
  }

  /// What each point adds to a side, in whole points that add up to the lead.
  private func partsTable(_ sides: ComparedSides) -> Table {
    let readings = sides.readings
    let columns = readings.readings.map { reading -> [InlineText] in
      let comparison = reading.analysis.comparison
      let total = Int(comparison.margin.rounded(.toNearestOrAwayFromZero))
      let parts = LargestRemainderRounding.points(comparison.contributions, total: total)
      return (parts + [total]).map { points in
        points == 0
          ? wording.number(0, from: .analysis(.contribution))
          : wording(
            .partFor,
            [
              "points": wording.number(abs(points), from: .analysis(.contribution)),
              "side": side(points > 0 ? readings.first : readings.second, sides),
            ])
      }
    }
    let names = sides.criteria.map(base.criterionName) + [wording(.rowAhead)]
    return Table(
      id: "parts-\(sides.question.id)", caption: wording(.partsCaption),
      columns: [wording(.columnMatters)]
        + readings.readings.map {
          readings.readings.count == 1 ? wording(.columnPart) : base.readingHead($0.id)
        },
      rows: names.indices.map { row in [names[row]] + columns.map { $0[row] } },
      columnIDs: [""] + readings.readings.map(\.id), rowIDs: sides.criteria + ["total"])
  }

  /// Where the readings point together, and what the person feels: beside the points.
  private func besideThePoints(_ sides: ComparedSides) -> InlineText {
    let readings = sides.readings
    var sentences: [InlineText] = []
    if let side = readings.pointsTo {
      sentences.append(wording(.bothPointTo, ["side": self.side(side, sides)]))
    }
    sentences += feelings(sides)
    sentences += readings.verdict.reasons.filter { $0 == .carriedAnswers }.map {
      because($0, sides)
    }
    return sentences.spaced
  }

  /// The feelings against a side, read back, and what they mean where the numbers leave it open.
  private func feelings(_ sides: ComparedSides) -> [InlineText] {
    let readings = sides.readings
    guard sides.namesProcedure else { return [] }
    let against = profile.preferences.feelings.filter { $0.answer == .ratherNot }
      .compactMap { pack.feeling($0.about) }
    func isAgainst(_ side: String) -> Bool {
      against.contains { $0.alternatives.contains(side) }
    }
    if against.isEmpty { return [] }
    let told = against.map { wording.text($0.told) }
    if isAgainst(readings.first) && isAgainst(readings.second) {
      return told + [wording(.feelingsBoth)]
    }
    if let named = readings.named {
      return told + [wording(isAgainst(named) ? .feelingWeigh : .feelingToo)]
    }
    let side = isAgainst(readings.first) ? readings.second : readings.first
    if readings.pointsTo == side { return told + [wording(.feelingToo)] }
    return told + [wording(.feelingSpeaks, ["side": self.side(side, sides)])]
  }

  /// The name of a criterion or branch inside a sentence.
  func name(_ target: WeightTarget) -> InlineText {
    switch target {
    case .criterion(let id): base.criterionInline(id)
    case .branch(let id):
      pack.branches.first { $0.id == id }.map { wording.text($0.name) } ?? .empty
    }
  }
}

extension PackContext {
  /// The name of a reading of the evidence as the head of a column.
  func readingHead(_ id: String) -> InlineText {
    wording(.readingHead, ["reading": reading(id)])
  }
}
