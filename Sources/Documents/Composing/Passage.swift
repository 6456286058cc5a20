// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The passages that the program makes, by the names that a pack's plan uses.
public enum Passage: String, Sendable, CaseIterable {
  // Of the handout.
  case notices, decisionQuestion, optionsInBrief, keyNumbers, aboutYou
  case closedOptions, choiceReminder, factsToSettle, numbersToCall, otherEvidenceReason
  case optionSteps, otherSuitability, outcomesForYou, otherPositions
  case optionDescriptions, comparisonTable, countedOutcomes
  case courseOutcomes, rareOutcomes, recoveryTimeline, cancerOutcomes
  case guidelinePositions, suitability, flagsForYou, cost, preferencesReadBack, fit
  case yourQuestions, personalQuestions, aboutDocument, sourceList
  // Of the urgent sheet.
  case urgentHappening, urgentAct, urgentSay, urgentWait, urgentTeam, clinicNumber
  // Of the clinician's copy.
  case identity, patientFacts, urgent, ruleFindings, openFacts, flags, scores, contributions,
    weightFlips,
    breakEvens
  case tornado, listGuard, numbersToReview, consistency, evidenceTable, teachBack
  case patientWords, answers, scoreTable, ruleSummary, flagsInBrief, toSettle, patientWordsInBrief,
    roomForNotes
  case sensitivityInBrief, modelWarningsInBrief, evidenceInBrief
  case weights, modelWarnings, contradictions, allPositions, rowsToReview

  /// Whether the passage is the same for everyone in a region whose clinic has no prices of its
  /// own.
  var isShared: Bool {
    switch self {
    case .decisionQuestion, .optionsInBrief, .optionDescriptions, .optionSteps, .countedOutcomes,
      .courseOutcomes, .rareOutcomes, .recoveryTimeline, .guidelinePositions,
      .comparisonTable, .sourceList, .evidenceTable, .evidenceInBrief,
      .otherPositions, .allPositions, .numbersToReview, .rowsToReview:
      true
    default: false
    }
  }
}
