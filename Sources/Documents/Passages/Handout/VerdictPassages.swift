// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// A comparison with what documents call its two sides.
///
/// A procedure or none calls the one side "a procedure", whichever stands for both: which of them is
/// another question.
struct ComparedSides {
  let question: DecisionQuestion
  let readings: QuestionReadings

  /// Whether the first side is called a procedure, and not by its name.
  var namesProcedure: Bool { question.kind == .procedureOrNone }
  /// The criteria that are weighed, in the order of the question.
  var criteria: [String] { readings.readings.first?.analysis.comparison.criteria ?? [] }
}

extension PersonContext {
  /// The answer to a question by itself.
  func verdict(_ sides: ComparedSides) -> InlineText {
    let readings = sides.readings
    let isOne = readings.readings.count == 1
    guard let named = readings.named else {
      if readings.verdict.level == .dependsOnReading { return wording(.verdictDepends) }
      let pair: KeyValuePairs = [
        "first": side(readings.first, sides), "second": side(readings.second, sides),
      ]
      return isOne ? wording(.verdictClose, pair) : wording(.verdictCloseAlways, pair)
    }
    let other = named == readings.first ? readings.second : readings.first
    let pair: KeyValuePairs = [
      "leader": sideName(named, sides), "other": side(other, sides),
    ]
    if readings.verdict.level == .fitsClearlyBetter {
      return wording(isOne ? .verdictClearly : .verdictClearlyAlways, pair)
    }
    return wording(isOne ? .verdictSomewhat : .verdictSomewhatAlways, pair)
  }

  /// A side inside a sentence.
  func side(_ alternative: String, _ sides: ComparedSides) -> InlineText {
    sides.namesProcedure && alternative == sides.readings.first
      ? wording(.aProcedure) : base.inline(alternative)
  }

  /// A side at the start of a sentence or as a heading.
  func sideName(_ alternative: String, _ sides: ComparedSides) -> InlineText {
    sides.namesProcedure && alternative == sides.readings.first
      ? wording(.aProcedureName) : base.name(alternative)
  }

  /// How often each of the two came out ahead in a reading; the two add up to all.
  func sharesAhead(_ reading: QuestionReadings.Reading, _ sides: ComparedSides) -> InlineText {
    let shares = shareTexts(reading)
    return wording(
      .shareAhead,
      [
        "first": sideName(sides.readings.first, sides),
        "second": side(sides.readings.second, sides), "one": shares.one, "other": shares.other,
      ])
  }

  /// How often the first and the second alternative came out ahead in a reading.
  func shareTexts(_ reading: QuestionReadings.Reading) -> (one: InlineText, other: InlineText) {
    let share = reading.analysis.evidence.share
    let first = reading.analysis.comparison.firstLeads ? share : 1 - share
    // The two are printed so that they add up.
    var rest = 1 - first
    if case .percent(let percent) = PrintedShare(first) { rest = Double(100 - percent) / 100 }
    return (
      wording.share(first, from: .analysis(.share)), wording.share(rest, from: .analysis(.share))
    )
  }

  /// What a reading says by itself, with the reasons that hold it back.
  func readSo(_ reading: QuestionReadings.Reading, _ sides: ComparedSides) -> InlineText {
    let verdict = reading.analysis.verdict
    let leader: KeyValuePairs = ["leader": side(reading.analysis.comparison.leader, sides)]
    let found: InlineText =
      switch verdict.strength {
      case .clearly: wording(.readClearly, leader)
      case .somewhat: wording(.readSomewhat, leader)
      case .none:
        switch verdict.reasons.first {
        case .aboutTheSame: wording(.readSame)
        case .cannotBeToldApart, nil: wording(.readApart)
        default: wording(.readClose)
        }
      }
    return ([found] + verdict.reasons.prefix(2).map { because($0, sides) }).spaced
  }

  /// A reason that a verdict is not stronger, as a sentence; nothing where the verdict says it.
  func because(_ reason: StrengthReason, _ sides: ComparedSides) -> InlineText {
    func named(_ phrase: Phrase, _ id: String) -> InlineText {
      wording(phrase, ["name": base.criterionInline(id)])
    }
    switch reason {
    case .aboutTheSame, .cannotBeToldApart: return .empty
    case .leadersDiffer: return wording(.becauseLeadersDiffer)
    case .hangsOn(let id): return named(.becauseHangsOn, id)
    case .hangsOnUnfelt(let id): return named(.becauseUnfelt, id)
    case .belowWorthwhile(let id): return named(.becauseSmall, id)
    case .restsOnDeclared(let cell):
      guard let cell else { return wording(.becauseChosenTogether) }
      return wording(
        .becauseChosen,
        [
          "name": base.criterionInline(cell.criterion), "option": base.inline(cell.alternative),
        ])
    case .nearFlip(let id): return named(.becauseNearFlip, id)
    case .otherMeasure:
      let measure = pack.otherMeasures.first { $0.question == sides.question.id }?.criterion
      return named(.becauseOtherMeasure, measure?.id ?? "")
    case .alikeOutcomesUnsure:
      return wording(
        .becauseAlike, ["names": wording.list(sides.question.alike.map(base.criterionInline))])
    case .pastLimit(let id): return named(.becausePastLimit, id)
    case .limitNotKnown(let id): return named(.becauseLimitNotKnown, id)
    case .ratherNot: return wording(.becauseRatherNot)
    case .carriedAnswers: return wording(.becauseCarried)
    }
  }
}
