// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// The questions of the pack with their numbers, as they are called on the printed pages.
  var numberedQuestions: [(number: InlineText, question: DecisionQuestion, answer: QuestionAnswer)]
  {
    zip(pack.questions, analysis.answers).enumerated().map { place, pair in
      (wording.number(place + 1, from: .analysis(.question)), pair.0, pair.1)
    }
  }

  /// The title of a question with its number.
  func numberedTitle(_ number: InlineText, _ question: DecisionQuestion) -> InlineText {
    wording(ClinicianPhrase.questionTitle, ["n": number, "title": wording.text(question.title)])
  }

  /// The answer to each question, how sure it is and why, side by side.
  func answersInBrief() -> [Block] {
    let panels = numberedQuestions.map { number, question, answer in
      let blocks: [Block] =
        switch answer.outcome {
        case .notCompared(let why):
          [.paragraph(whyNotCompared(why), .plain)]
        case .compared(let readings):
          inBrief(ComparedSides(question: question, readings: readings))
        }
      return PanelBlock(
        id: question.id, title: numberedTitle(number, question), blocks: blocks)
    }
    let lines = notWeighed
    return [.panels(panels)] + (lines.isEmpty ? [] : [.list(.bullets, lines)])
  }

  /// The options that are not weighed; nothing where no question was asked.
  var notWeighed: [InlineText] {
    guard analysis.uncertainty != nil else { return [] }
    return pack.options.map(\.id).filter { !analysis.takesPart($0) }.map { id in
      let option: KeyValuePairs = ["option": base.name(id)]
      return analysis.declined.contains(id)
        ? wording(ClinicianPhrase.declinedHere, option) : wording(.notWeighedHere, option)
    }
  }

  private func whyNotCompared(_ reason: QuestionAnswer.Reason) -> InlineText {
    switch reason {
    case .urgent: wording(ClinicianPhrase.whyUrgent)
    case .notAsked: wording(ClinicianPhrase.whyNotAsked)
    case .noClearPreference: wording(ClinicianPhrase.whyNoPreference)
    case .otherEvidence: wording(ClinicianPhrase.whyOtherEvidence)
    case .equalWeights: wording(ClinicianPhrase.whyEqual)
    case .noWeight: wording(ClinicianPhrase.whyNoWeight)
    case .factsOpen: wording(ClinicianPhrase.whyFactsOpen)
    case .listLacks(let ids):
      wording(ClinicianPhrase.whyListLacks, ["names": wording.list(ids.map(base.criterionInline))])
    case .tooFewAlternatives: wording(ClinicianPhrase.whyTooFew)
    }
  }

  private func inBrief(_ sides: ComparedSides) -> [Block] {
    let beside = sides.readings.verdict.reasons.map { because($0, sides) }
    return [.paragraph(([verdict(sides)] + beside).spaced, .key)]
      + sides.readings.readings.map { .paragraph(readingInBrief($0, sides), .plain) }
  }

  /// Lead, shares and class of a reading, with what holds it back.
  func readingInBrief(
    _ reading: QuestionReadings.Reading, _ sides: ComparedSides
  ) -> InlineText {
    let (comparison, verdict) = (reading.analysis.comparison, reading.analysis.verdict)
    let shares = shareTexts(reading)
    let lead = wording.number(
      DecimalText(comparison.margin.magnitude, decimals: 1), from: .analysis(.margin))
    let facts = wording(
      ClinicianPhrase.readingInBrief,
      [
        "points": lead, "leader": sideName(comparison.leader, sides),
        "share": comparison.firstLeads ? shares.one : shares.other,
        "class": wording(label(verdict)),
      ])
    let text = ([facts] + verdict.reasons.map { because($0, sides) }).spaced
    return sides.readings.readings.count == 1
      ? text
      : wording(
        ClinicianPhrase.inReadingBrief, ["reading": base.readingHead(reading.id), "text": text])
  }

  /// The class of a reading, in words.
  private func label(_ verdict: ReadingVerdict) -> Phrase {
    switch verdict.strength {
    case .clearly: .classClearly
    case .somewhat: .classSomewhat
    case .none:
      switch verdict.reasons.first {
      case .aboutTheSame: .classSame
      case .cannotBeToldApart: .classApart
      default: .classClose
      }
    }
  }
}
