// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// The facts that are not known and leave a rule open: those of red flags first.
  private var openFactsByWeight: [ClinicalFact] {
    byWeight(pack.eligibility.facts.filter { analysis.openFacts.contains($0.id) })
  }

  /// Facts that leave a red flag open first, then the others.
  func byWeight(_ facts: [ClinicalFact]) -> [ClinicalFact] {
    let flagged = Set(
      zip(pack.eligibility.rules, analysis.ruleTruths)
        .filter { $0.1 == .unknown && ($0.0.urgent != nil || $0.0.group == .stopAndRefer) }
        .flatMap { evaluation.openFacts(in: $0.0.condition) })
    return facts.filter { flagged.contains($0.id) } + facts.filter { !flagged.contains($0.id) }
  }

  /// What to settle today: the facts that are not known, then the questions that an answer asks
  /// for.
  func toSettle() -> [Block] {
    let facts = openFactsByWeight.map { wording.text($0.name) }
    let questions = chosenQuestions.filter { question in
      question.condition.map { evaluation.truth(of: $0) == .yes } ?? false
    }.map { wording.text($0.text) }
    var blocks: [Block] = []
    if facts.isEmpty {
      blocks.append(.paragraph(wording(.noOpenFacts), .plain))
    } else {
      blocks += [
        .smallHeading(wording(ClinicianPhrase.settleCaption)), .list(.tickBoxes, capped(facts, 11)),
      ]
    }
    if !questions.isEmpty {
      blocks += [
        .smallHeading(wording(.questionsToSettle)), .list(.tickBoxes, capped(questions, 3)),
      ]
    }
    return blocks
  }

  /// Lines to write on, where no comparison takes up the page.
  func roomForNotes() -> [Block] {
    analysis.answers.contains { $0.comparison != nil }
      ? [] : [.writingSpace(wording(ClinicianPhrase.notes), lines: 8)]
  }

  /// The person's own questions and remarks, cut short where they are long.
  func patientWordsInBrief() -> [Block] {
    func quoted(_ words: [String], _ limit: Int) -> [InlineText] {
      capped(words.map { wording.quoted(shortened($0, to: 140)) }, limit)
    }
    var blocks: [Block] = []
    if !profile.questions.isEmpty {
      blocks += [
        .smallHeading(wording(.patientAsks)), .list(.bullets, quoted(profile.questions, 2)),
      ]
    }
    if !profile.remarks.isEmpty {
      blocks += [
        .smallHeading(wording(.patientSays)), .list(.bullets, quoted(profile.remarks, 2)),
      ]
    }
    return blocks.isEmpty ? [.paragraph(wording(.noWords), .plain)] : blocks
  }
}
