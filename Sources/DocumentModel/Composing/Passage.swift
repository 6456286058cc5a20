// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The passages that the program makes, by the names that a pack's plan uses.
public enum Passage: String, Sendable, CaseIterable {
  // Of the handout.
  case urgent, notices, decisionQuestion, optionsInBrief, keyNumbers, fitInBrief, aboutYou
  case optionDescriptions, comparisonTable, countedOutcomes
  case courseOutcomes, commonOutcomes, rareOutcomes, cancerOutcomes
  case guidelinePositions, suitability, flagsForYou, cost, preferencesReadBack, fit
  case yourQuestions, personalQuestions, aboutDocument, numbersAndReasons, sourceList
  // Of the clinician's copy.
  case identity, ruleFindings, openFacts, flags, scores, contributions, weightFlips, breakEvens
  case tornado, dominance, listGuard, consistency, evidenceTable, teachBack, questionsToSettle
  case patientWords
  case weights, rankAcceptability, modelWarnings, contradictions

  /// Whether the passage is the same for everyone in a region whose clinic has no prices of its
  /// own.
  var isShared: Bool {
    switch self {
    case .decisionQuestion, .optionsInBrief, .optionDescriptions, .countedOutcomes,
      .courseOutcomes, .commonOutcomes, .rareOutcomes, .guidelinePositions,
      .comparisonTable, .numbersAndReasons, .sourceList, .evidenceTable:
      true
    default: false
    }
  }
}
