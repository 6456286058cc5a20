// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The texts of the two printed pages of the clinician's copy: an id of the text catalogue, followed
/// by its parameters.
public enum ClinicianPhrase: String, ProgramText {
  // Short lists.
  case andMore = "and-more n"
  case cutShort = "cut-short words"
  // What fits, and how sure.
  case questionTitle = "question-title n title"
  case answerLeads = "answer-leads leader other class"
  case answerClose = "answer-close first second class"
  case briefMargin = "brief-margin limit"
  case briefShare = "brief-share limit of"
  case briefFlips = "brief-flips names"
  case briefLevels = "brief-levels names"
  case briefLeaders = "brief-leaders"
  case briefWeights = "brief-weights"
  case briefStudies = "brief-studies"
  case whyNotAsked = "why-not-asked"
  case whyNoPreference = "why-no-preference"
  case whyOtherEvidence = "why-other-evidence"
  case whyEqual = "why-equal"
  case whyListLacks = "why-list-lacks names"
  case whyTooFew = "why-too-few"
  case scoresNote = "scores-note"
  case notes = "notes"
  case sharesInBrief = "shares-in-brief first one second other"
  case scoresCaption = "scores-caption points"
  case columnFlip = "column-flip n"
  case columnWithout = "column-without n"
  case columnLowest = "column-lowest"
  case flipAtLeast = "flip-at-least weight"
  case flipAtMost = "flip-at-most weight"
  // Rules and what to settle.
  case ruleSummaryCaption = "rule-summary-caption"
  case allRules = "all-rules"
  case flagsCaption = "flags-caption"
  case settleCaption = "settle-caption"
  // Sensitivity.
  case widest = "widest items"
  case widestItem = "widest-item name low high"
  case widestCrossing = "widest-crossing name low high"
  case tiesInside = "ties-inside items"
  case tieItem = "tie-item name level"
  case noTieInside = "no-tie-inside"
  case leftOutHolds = "left-out-holds"
  case leftOutTurns = "left-out-turns names"
  case otherList = "other-list list option points"
  case noOtherList = "no-other-list"
  case warningsInBrief = "warnings-in-brief"
  // Evidence.
  case evidenceInBriefCaption = "evidence-in-brief-caption"
  case levelInRange = "level-in-range level low high"
  case rangeUsed = "range-used low high"
  case gradeAndOrigin = "grade-and-origin grade origin"
  case levelAndGrade = "level-and-grade level grade"
  // Teach-back.
  case columnExplained = "column-explained"
  case explainedBoxes = "explained-boxes"
  case keyWithLevels = "key-with-levels key levels"
  case optionLevel = "option-level option level"
}
