// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// Where the points of each criterion would turn the order around, under every reading.
  func weightFlips() -> [Block] {
    forEachReading { reading, sides in [.plot(flipPlot(reading, sides))] }
  }

  /// The levels at which the two options tie.
  func breakEvens() -> [Block] {
    forEachReading { reading, _ in
      let rows = reading.analysis.comparison.swings.compactMap { swing -> [InlineText]? in
        guard let tie = swing.tie else { return nil }
        let source = NumberSource.analysis(.breakEven)
        return [
          base.criterionName(swing.cell.criterion), base.name(swing.cell.alternative),
          statedLevel(swing.cell), level(tie, criterion: swing.cell.criterion, from: source),
        ]
      }
      if rows.isEmpty { return [.paragraph(wording(.none), .plain)] }
      return [
        .table(
          Table(
            caption: wording(.breakEvensCaption),
            columns: [
              wording(.columnMatters), wording(.columnOption), wording(.columnStated),
              wording(.columnBreakEven),
            ], rows: rows))
      ]
    }
  }

  /// The level that the documents state.
  private func statedLevel(_ cell: CellReference) -> InlineText {
    guard let row = base.criteria.firstIndex(where: { $0.id == cell.criterion }),
      let column = pack.options.firstIndex(where: { $0.id == cell.alternative })
    else { return .empty }
    return base.shown(base.levels[row][column], of: base.criteria[row])
  }

  /// How far the lead moves when one level moves over its range.
  func tornado() -> [Block] {
    forEachReading { reading, sides in
      tornadoPlot(reading, sides).map { [.plot($0)] } ?? [.paragraph(wording(.none), .plain)]
    }
  }

  /// The lead without each criterion.
  func listGuard() -> [Block] {
    forEachComparison { sides in
      let readings = sides.readings.readings
      return [
        .table(
          Table(
            caption: wording(.guardCaption),
            columns: [wording(.columnList)]
              + readings.map {
                readings.count == 1 ? wording(.columnBy) : base.readingHead($0.id)
              },
            rows: sides.criteria.enumerated().map { place, id in
              [wording(.leftOutCriterion, ["name": base.criterionInline(id)])]
                + readings.map { reading in
                  reading.analysis.evidence.criteria[place].marginWithout.map {
                    leadOf($0, sides)
                  } ?? wording(.none)
                }
            }))
      ]
    }
  }

  /// A lead in points with the side that has it.
  private func leadOf(_ margin: Double, _ sides: ComparedSides) -> InlineText {
    wording(
      .partFor,
      [
        "points": decimal(margin.magnitude, .difference),
        "side": side(margin >= 0 ? sides.readings.first : sides.readings.second, sides),
      ])
  }

  /// One part for each reading of each question that was compared.
  private func forEachReading(
    _ make: (QuestionReadings.Reading, ComparedSides) -> [Block]
  ) -> [Block] {
    forEachComparison { sides in
      let readings = sides.readings.readings
      return readings.flatMap { reading in
        (readings.count == 1 ? [] : [.smallHeading(base.readingHead(reading.id))])
          + make(reading, sides)
      }
    }
  }
}

extension PersonContext {
  /// For each question the levels that move the lead most, what was chosen, and which criteria the
  /// order hangs on.
  func sensitivityInBrief() -> [Block] {
    let blocks = numberedQuestions.flatMap { number, question, answer -> [Block] in
      guard let readings = answer.comparison else { return [] }
      let sides = ComparedSides(question: question, readings: readings)
      let items = readings.readings.flatMap { reading -> [InlineText] in
        let texts = [widest(reading), leftOut(reading), chosen(reading)].compactMap { $0 }
        if readings.readings.count == 1 { return texts }
        return [
          wording(
            ClinicianPhrase.inReadingBrief,
            ["reading": base.readingHead(reading.id), "text": texts.spaced])
        ]
      }
      return [
        .smallHeading(numberedTitle(number, sides.question)), .list(.bullets, items),
      ]
    }
    return blocks.isEmpty ? [.paragraph(wording(.noSensitivity), .plain)] : blocks
  }

  private func widest(_ reading: QuestionReadings.Reading) -> InlineText? {
    let items = reading.analysis.comparison.swings.prefix(2).map { swing in
      wording(
        swing.crossesZero ? ClinicianPhrase.widestCrossing : ClinicianPhrase.widestItem,
        [
          "name": cellName(swing.cell), "low": decimal(swing.marginAtLow, .tornado),
          "high": decimal(swing.marginAtHigh, .tornado),
        ])
    }
    return items.isEmpty ? nil : wording(ClinicianPhrase.widest, ["items": wording.listed(items)])
  }

  /// The numbers that were chosen, with the lead at their worse limits together.
  private func chosen(_ reading: QuestionReadings.Reading) -> InlineText? {
    let evidence = reading.analysis.evidence
    guard let jointly = evidence.declaredJointly else { return nil }
    return wording(
      ClinicianPhrase.chosen,
      [
        "names": wording.listed(capped(evidence.declared.map { cellName($0.cell) }, 2)),
        "points": decimal(jointly, .difference),
      ])
  }

  /// A level by its criterion and option.
  func cellName(_ cell: CellReference) -> InlineText {
    let option = base.inline(cell.alternative)
    let criterion = base.criterionInline(cell.criterion)
    return option.isEmpty
      ? criterion : wording(.warningCell, ["name": criterion, "option": option])
  }

  /// Which criteria, left out, turn the order.
  private func leftOut(_ reading: QuestionReadings.Reading) -> InlineText? {
    let margin = reading.analysis.comparison.margin
    let turning = reading.analysis.evidence.criteria.filter { item in
      item.marginWithout.map { ($0 < 0) != (margin < 0) } ?? false
    }.map { base.criterionInline($0.criterion) }
    return turning.isEmpty
      ? wording(ClinicianPhrase.leftOutHolds)
      : wording(ClinicianPhrase.leftOutTurns, ["names": wording.list(turning)])
  }
}
