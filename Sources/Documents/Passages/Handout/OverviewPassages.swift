// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PackContext {
  /// The decision as a question.
  func decisionQuestion() -> [Block] {
    [.paragraph(wording.text(pack.identity.decision), .key)]
  }

  /// Each option in short.
  func optionsInBrief() -> [Block] {
    [.labelled(pack.options.map { LabelledText(wording.text($0.name), wording.text($0.brief)) })]
  }
}

extension PersonContext {
  /// A small table of the criteria that matter most, or of one per branch when that was not asked.
  func keyNumbers() -> [Block] {
    // Where other evidence applies these numbers are not about people like this person.
    // And where the procedures are closed there is nothing to compare.
    if analysis.otherEvidenceApplies == .yes || areProceduresClosed { return [] }
    let own = topCriteria(3)
    let chosen =
      own.isEmpty
      ? pack.branches.compactMap { branch in
        pack.criteria.first { $0.branch == branch.id }?.id
      }.prefix(3).map { $0 } : own
    let indices = base.criteria.indices.filter { chosen.contains(base.criteria[$0].id) }
    let rows = indices.map { row in
      let criterion = base.criteria[row]
      return [wording.text(criterion.texts.name)]
        + base.levels[row].map { base.shown($0, of: criterion, withRange: false) }
    }
    return [
      .table(
        Table(
          id: "key-numbers",
          caption: wording(own.isEmpty ? .keyNumbersCaption : .keyNumbersCaptionYours),
          columns: [wording(.columnWhat)] + base.optionColumns, rows: rows,
          columnIDs: base.columnIDs, rowIDs: indices.map { base.criteria[$0].id }))
    ]
  }

  /// What a comparison counts on: evidence about people like this one, and options that suit.
  func provisos(_ readings: QuestionReadings) -> [InlineText] {
    let suits = [readings.first, readings.second]
      .filter { analysis.finding($0)?.status == .open }
      .map { wording(.ifItSuits, ["option": base.name($0)]) }
    return analysis.openEvidence.map { wording.text($0.proviso) } + suits
  }

  /// The facts that the handout reads back to the patient.
  func aboutYou() -> [Block] {
    var items: [InlineText] = []
    if let age = profile.person.age {
      items.append(wording(.personAge, ["age": wording.number(age, from: .profile(.age))]))
    }
    for fact in pack.eligibility.facts {
      guard let told = fact.told, let value = factText(fact) else { continue }
      items.append(wording.text(told, ["value": value]))
    }
    if items.isEmpty { return [.paragraph(wording(.noFacts), .note)] }
    return [.smallHeading(wording(.yourFacts)), .list(.bullets, items)]
  }

  /// The value of a fact in words, or nil when it is not known.
  func factText(_ fact: ClinicalFact) -> InlineText? {
    switch profile.facts[fact.id] {
    case .number(let number): return wording.number(number, from: .fact(fact.id))
    case .levels(let levels):
      return wording.list(levels.map { InlineText(number: $0, from: .fact(fact.id)) })
    case .named(let value):
      if case .choice(let choices) = fact.kind {
        return choices.first { $0.id == value }.map { wording.text($0.name) }
      }
      let words = wording.conventions.answers
      return InlineText(words: value == "yes" ? words.yes : words.no)
    case .unknown, nil: return nil
    }
  }
}
