// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PackContext {
  /// The blocks of a planned block that does not depend on the person.
  func blocks(of block: PlannedBlock) -> [Block] {
    switch block {
    case .subheading(let text): return [.heading(wording.text(text))]
    case .paragraph(let text, _, let role): return [.paragraph(wording.text(text), role.role)]
    case .bullets(let items): return [.list(.bullets, texts(items))]
    case .steps(let items): return [.list(.steps, texts(items))]
    case .tickBoxes(let items): return [.list(.tickBoxes, texts(items))]
    case .questionAndAnswer(let question, let answer):
      return [
        .questionAndAnswer(question: wording.text(question), answer: wording.text(answer))
      ]
    case .writingSpace(let text, let lines):
      return [.writingSpace(wording.text(text), lines: lines)]
    case .passage(let name): return Passage(rawValue: name).map { blocks(of: $0) } ?? []
    case .part(let id, let block): return [.part(DocumentPart(id: id, blocks: blocks(of: block)))]
    }
  }

  /// The texts of items; those about alternatives in the order of the document.
  func texts(_ items: [PlannedBlock.Item]) -> [InlineText] {
    order.ordered(items) { $0.alternative }.map { wording.text($0.text) }
  }

  /// The blocks of a passage that does not depend on the person.
  func blocks(of passage: Passage) -> [Block] {
    switch passage {
    case .decisionQuestion: decisionQuestion()
    case .optionsInBrief: optionsInBrief()
    case .optionDescriptions: optionDescriptions()
    case .optionSteps: optionSteps()
    case .comparisonTable: comparisonTable()
    case .countedOutcomes: outcomes(.common) + countedOutcomes(outOf: 100)
    case .courseOutcomes: courseOutcomes()
    case .rareOutcomes: countedOutcomes(outOf: 1000) + outcomes(.rare)
    case .guidelinePositions: guidelinePositions()
    case .recoveryTimeline: recoveryTimeline()
    case .sourceList: sourceList()
    case .evidenceTable: evidenceTable()
    case .evidenceInBrief: evidenceInBrief()
    case .otherPositions: otherPositions()
    case .allPositions: positions(pack.guidelines)
    case .numbersToReview: numbersToReview()
    case .rowsToReview: rowsToReview()
    default: []
    }
  }
}

extension PersonContext {
  /// The blocks of a planned block for this person; nothing when its condition is not true.
  func blocks(of block: PlannedBlock, clinician: Bool) -> [Block] {
    switch block {
    case .paragraph(_, let condition?, _):
      return holds(condition) ? base.blocks(of: block) : []
    case .bullets(let items): return list(.bullets, items)
    case .steps(let items): return list(.steps, items)
    case .tickBoxes(let items): return list(.tickBoxes, items)
    case .passage(let name):
      guard let passage = Passage(rawValue: name) else { return [] }
      return clinician ? clinicianBlocks(of: passage) : handoutBlocks(of: passage)
    case .part(let id, let block):
      let blocks = blocks(of: block, clinician: clinician)
      return blocks.isEmpty ? [] : [.part(DocumentPart(id: id, blocks: blocks))]
    default: return base.blocks(of: block)
    }
  }

  func holds(_ condition: String) -> Bool {
    evaluation.truth(of: .named(condition)) == .yes
  }

  private func list(_ form: Block.ListForm, _ items: [PlannedBlock.Item]) -> [Block] {
    // What a rule closes is told with its reason, and is nothing to tick or to plan.
    let shown = items.filter { item in
      (item.condition.map(holds) ?? true) && !(item.alternative.map(isClosed) ?? false)
    }
    return shown.isEmpty ? [] : [.list(form, base.texts(shown))]
  }

  private func handoutBlocks(of passage: Passage) -> [Block] {
    switch passage {
    case .urgentHappening: urgentHappening()
    case .urgentAct: urgentAct()
    case .urgentSay: urgentSay()
    case .urgentWait: urgentWait()
    case .urgentTeam: urgentTeam()
    case .clinicNumber: clinicNumber()
    case .notices: notices()
    case .keyNumbers: keyNumbers()
    case .closedOptions: closedOptions()
    case .choiceReminder: choiceReminder()
    case .factsToSettle: factsToSettle()
    case .numbersToCall: numbersToCall()
    case .otherEvidenceReason: otherEvidenceReason()
    case .otherSuitability: otherSuitability()
    case .aboutYou: aboutYou()
    case .cancerOutcomes: base.outcomes(.cancer)
    case .outcomesForYou: outcomesForYou()
    case .suitability: suitability()
    case .flagsForYou: flagsForYou()
    case .cost: cost()
    case .preferencesReadBack: preferencesReadBack()
    case .fit: fit()
    case .yourQuestions: yourQuestions()
    case .personalQuestions: personalQuestions()
    case .aboutDocument: aboutDocument()
    default: base.blocks(of: passage)
    }
  }

  private func clinicianBlocks(of passage: Passage) -> [Block] {
    switch passage {
    case .identity: identityRows()
    case .patientFacts: patientFacts()
    case .urgent: urgentForClinician()
    case .notices: notices()
    case .factsToSettle: factsToSettleForClinician()
    case .cancerOutcomes: base.outcomes(.cancer)
    case .outcomesForYou: outcomesForYou()
    case .otherEvidenceReason: otherEvidenceReason()
    case .ruleFindings: ruleFindings()
    case .openFacts: openFacts()
    case .flags: clinicianFlags()
    case .scores: scores()
    case .contributions: contributions()
    case .weightFlips: weightFlips()
    case .breakEvens: breakEvens()
    case .tornado: tornado()
    case .listGuard: listGuard()
    case .consistency: consistency()
    case .teachBack: teachBack()
    case .patientWords: patientWords()
    case .answers: answersInBrief()
    case .scoreTable: scoreTable()
    case .ruleSummary: ruleSummary()
    case .flagsInBrief: flagsInBrief()
    case .toSettle: toSettle()
    case .patientWordsInBrief: patientWordsInBrief()
    case .roomForNotes: roomForNotes()
    case .sensitivityInBrief: sensitivityInBrief()
    case .modelWarningsInBrief: modelWarningsInBrief()
    case .weights: weights()
    case .modelWarnings: modelWarnings()
    case .contradictions: contradictions()
    case .aboutDocument: aboutDocument()
    default: base.blocks(of: passage)
    }
  }
}

extension PlannedBlock.Role {
  /// The role of the paragraph in a document.
  var role: ParagraphRole {
    switch self {
    case .plain: .plain
    case .key: .key
    case .note: .note
    case .warning: .warning
    }
  }
}
