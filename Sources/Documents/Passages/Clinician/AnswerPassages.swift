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
        case .compared(let comparison): inBrief(comparison)
        }
      return PanelBlock(
        id: question.id, title: numberedTitle(number, question), blocks: blocks)
    }
    // An option that is ruled out or past a limit has no score to compare.
    let out = (analysis.overall?.alternatives ?? []).filter { !analysis.takesPart($0) }
      .map { wording(.notWeighedHere, ["option": base.name($0)]) }
    let dominance = analysis.overall == nil ? [] : analysis.dominance.map(dominanceLine)
    let lines = out + dominance
    return [.panels(panels)] + (lines.isEmpty ? [] : [.list(.bullets, lines)])
  }

  private func whyNotCompared(_ reason: QuestionAnswer.Reason) -> InlineText {
    switch reason {
    case .urgent: wording(ClinicianPhrase.whyUrgent)
    case .notAsked: wording(ClinicianPhrase.whyNotAsked)
    case .noClearPreference: wording(ClinicianPhrase.whyNoPreference)
    case .otherEvidence: wording(ClinicianPhrase.whyOtherEvidence)
    case .equalWeights: wording(ClinicianPhrase.whyEqual)
    case .factsOpen: wording(ClinicianPhrase.whyFactsOpen)
    case .listLacks(let ids):
      wording(ClinicianPhrase.whyListLacks, ["names": wording.list(ids.map(base.criterionInline))])
    case .tooFewAlternatives: wording(ClinicianPhrase.whyTooFew)
    }
  }

  private func inBrief(_ comparison: QuestionAnalysis) -> [Block] {
    let verdict = comparison.verdict
    let kind = wording(label(verdict))
    let pair = inOrder(comparison)
    // A close call names no leader: both options stand in the order of the pack.
    let answer =
      verdict.level == .closeCall
      ? wording(
        ClinicianPhrase.answerClose,
        ["first": base.name(pair[0]), "second": base.inline(pair[1]), "class": kind])
      : wording(
        ClinicianPhrase.answerLeads,
        [
          "leader": base.name(verdict.leader), "other": base.inline(verdict.challenger),
          "class": kind,
        ])
    let shares = shareTexts(comparison)
    let margin = wording.number(
      DecimalText(verdict.margin, decimals: 1), from: .analysis(.margin))
    let facts = [
      wording(.marginOf, ["points": margin]),
      wording(
        ClinicianPhrase.sharesInBrief,
        [
          "first": base.inline(pair[0]), "one": shares.one, "second": base.inline(pair[1]),
          "other": shares.other,
        ]),
    ].spaced
    let reasons = reasonsInBrief(comparison)
    return [.paragraph(answer, .key), .paragraph(facts, .plain)]
      + (reasons.isEmpty ? [] : [.list(.bullets, reasons)])
  }

  /// The reasons of the class, one line each; reasons of one kind share a line.
  private func reasonsInBrief(_ comparison: QuestionAnalysis) -> [InlineText] {
    let verdict = comparison.verdict
    let of = wording.number(100, from: .analysis(.points))
    var (lines, flips, levels) = ([InlineText](), [InlineText](), [InlineText]())
    for reason in verdict.reasons {
      switch reason {
      case .marginBelow(let limit):
        let limit = wording.number(DecimalText(limit, decimals: 0), from: .analysis(.threshold))
        lines.append(wording(ClinicianPhrase.briefMargin, ["limit": limit]))
      case .shareBelow(let limit):
        lines.append(
          wording(ClinicianPhrase.briefShare, ["limit": points(limit, .threshold), "of": of]))
      case .flipNearby(let target): flips.append(name(target))
      case .breakEvenInsideEvidence(let cell): levels.append(cellName(cell))
      case .leadersDiffer: lines.append(wording(ClinicianPhrase.briefLeaders))
      case .dominates, .dominatesWithinIntervals, .weightsNotElicited:
        lines.append(verdictReason(reason, verdict))
      }
    }
    if !flips.isEmpty {
      lines.append(wording(ClinicianPhrase.briefFlips, ["names": wording.listed(capped(flips, 3))]))
    }
    if !levels.isEmpty {
      lines.append(
        wording(ClinicianPhrase.briefLevels, ["names": wording.listed(capped(levels, 3))]))
    }
    if verdict.settledByNumericError { lines.append(wording(.settledByError)) }
    if let value = comparison.valueOfInformation, worthKnowing(comparison) != nil {
      lines.append(
        wording(
          value.preferences > value.evidence
            ? ClinicianPhrase.briefWeights : ClinicianPhrase.briefStudies))
    }
    return lines
  }
}
