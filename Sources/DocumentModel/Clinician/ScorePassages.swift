// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

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
    return blocks
  }

  private func result(_ comparison: QuestionAnalysis) -> [Block] {
    let level: Phrase =
      switch comparison.closeness.level {
      case .fitsBetter: .classFits
      case .closeCall: .classClose
      case .aboutTheSame: .classSame
      }
    let sentence = [
      verdict(comparison),
      wording(.differenceOf, ["points": decimal(comparison.difference, "difference")]),
      wording(.classOf, ["class": wording(level)]),
    ].spaced
    let reasons = comparison.closeness.reasons.map { closenessReason($0, comparison) }
    return [.paragraph(sentence, .plain)] + (reasons.isEmpty ? [] : [.list(.bullets, reasons)])
  }

  /// A value in points with one decimal.
  func decimal(_ value: Double, _ name: String) -> InlineText {
    wording.number(DecimalText(value * 100, decimals: 1), from: "analysis.\(name)")
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
    let items = analysis.dominance.map { found in
      wording(
        found.holdsForIntervals ? .dominatesIntervals : .dominates,
        ["dominant": base.name(found.dominant), "dominated": base.inline(found.dominated)])
    }
    if items.isEmpty { return [.paragraph(wording(.noDominance), .plain)] }
    return [.list(.bullets, items)]
  }
}
