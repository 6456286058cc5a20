// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PersonContext {
  private var hundred: InlineText { wording.number(100, from: "analysis.points") }

  /// The totals of all options, and the class of each question with its reasons.
  func scores() -> [Block] {
    var blocks: [Block] = []
    if let overall = analysis.overall {
      blocks.append(
        .table(
          Table(
            caption: wording(.scoresCaption, ["points": hundred]),
            columns: [wording(.columnOption), wording(.columnTotal)],
            rows: zip(overall.alternatives, overall.totals).map { id, total in
              // An option that is ruled out or past a limit has no score to compare.
              [
                base.name(id),
                analysis.takesPart(id)
                  ? decimal(total, "total.\(id)") : wording(.notWeighedHere),
              ]
            })))
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

  /// Weight times value for every criterion and option, and the weights by branch.
  func contributions() -> [Block] {
    guard let overall = analysis.overall, let weights = profile.preferences.weights else {
      return []
    }
    let shown = overall.alternatives.indices.filter {
      analysis.takesPart(overall.alternatives[$0])
    }
    let rows = overall.criteria.indices.map { column in
      [base.criterionName(overall.criteria[column]), decimal(weights.values[column], "weight")]
        + shown.map { decimal(overall.contributions[$0][column], "contribution") }
    }
    let branches = weights.branchTotals(of: analysis.problem.criteria).filter { $0.weight > 0 }
    return [
      .table(
        Table(
          caption: wording(.contributionsClinicianCaption),
          columns: [wording(.columnMatters), wording(.columnWeight)]
            + shown.map { base.name(overall.alternatives[$0]) }, rows: rows)),
      .table(
        Table(
          caption: wording(.branchWeightsCaption, ["points": hundred]),
          columns: [wording(.columnMatters), wording(.columnWeight)],
          rows: branches.map { branch in
            [name(.branch(branch.branch)), decimal(branch.weight, "weight")]
          })),
    ]
  }

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
