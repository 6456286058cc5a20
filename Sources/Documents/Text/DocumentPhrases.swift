// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The texts of verdicts, their reasons and the simulation: an id of the text catalogue, followed by
/// its parameters.
public enum VerdictPhrase: String, ProgramText {
  case verdictEverything = "verdict-everything leader other"
  case verdictClearly = "verdict-clearly leader other"
  case verdictSomewhat = "verdict-somewhat leader other"
  case verdictClose = "verdict-close first second"
  case verdictSame = "verdict-same first second"
  case verdictApart = "verdict-apart first second"
  case verdictDominates = "verdict-dominates leader other"
  case shareAhead = "share-ahead first second one other"
  case whyClose = "why-close"
  case whyNotClearer = "why-not-clearer"
  case closeDifference = "close-difference limit of"
  case closeShare = "close-share limit of"
  case closeLeadersDiffer = "close-leaders-differ"
  case dominatesAtLimits = "dominates-at-limits leader other"
  case knowWeights = "know-weights"
  case knowStudies = "know-studies"
  case closeFlip = "close-flip name"
  case closeEvidence = "close-evidence name option"
  case marginOf = "margin-of points"
  case classOf = "class-of class"
  case classEverything = "class-everything"
  case classClearly = "class-clearly"
  case classSomewhat = "class-somewhat"
  case classClose = "class-close"
  case classSame = "class-same"
  case classApart = "class-apart"
  case settledByError = "settled-by-error"
  case worthKnowing = "worth-knowing all weights levels of"
  case simulationNote = "simulation-note draws error of"
  case simulatedError = "simulated-error sigma"
  case simulatedOrder = "simulated-order"
  case simulatedRanges = "simulated-ranges"
}

/// The texts about what to keep in mind about a model, its facts and its numbers: an id of the text
/// catalogue, followed by its parameters.
public enum GuardPhrase: String, ProgramText {
  // Probabilities.
  case shareOf = "share-of n of"
  case shareBelow = "share-below n of"
  case shareAbove = "share-above n of"
  // The model.
  case warningsHeading = "warnings-heading"
  case warningNotElicited = "warning-not-elicited"
  case warningAllEqual = "warning-all-equal"
  case warningLooksLikeRanks = "warning-looks-like-ranks"
  case warningContradict = "warning-contradict names"
  case warningSplitting = "warning-splitting names"
  case warningSharedTag = "warning-shared-tag names"
  case warningSameOrder = "warning-same-order names"
  case warningDependence = "warning-dependence first second reason"
  case warningPayer = "warning-payer names"
  case warningRangeWide = "warning-range-wide names"
  case warningRangeNarrow = "warning-range-narrow names"
  case warningStudies = "warning-studies names"
  case warningGraded = "warning-graded name grade"
  case warningDrawnApart = "warning-drawn-apart names"
  case warningNoRange = "warning-no-range names"
  case warningOutside = "warning-outside names"
  case warningOffCentre = "warning-off-centre names"
  case warningOffMedian = "warning-off-median names"
  case warningBeta = "warning-beta names"
  case warningCut = "warning-cut names"
  case warningCell = "warning-cell name option"
  // Limits that nobody can hold anything against.
  case limitNotKnown = "limit-not-known options"
  case limitNotKnownClinician = "limit-not-known-clinician option name level"
}

/// The texts of plots: an id of the text catalogue, followed by its parameters.
public enum PlotPhrase: String, ProgramText {
  case plotWords = "plot-words"
  case plotRow = "plot-row name parts"
  case plotPart = "plot-part name points"
  case plotContributionsLead = "plot-contributions-lead"
  case plotWeights = "plot-weights"
  case plotWeightsLead = "plot-weights-lead"
  case plotBranchWords = "plot-branch-words name share branch total"
  case plotFlipsLead = "plot-flips-lead low high"
  case plotFlipUp = "plot-flip-up option weight"
  case plotFlipDown = "plot-flip-down option weight"
  case plotNoFlip = "plot-no-flip"
  case plotFlipWords = "plot-flip-words name now changes"
  case plotRanks = "plot-ranks"
  case plotRanksLead = "plot-ranks-lead error"
  case plotRank = "plot-rank rank"
  case plotRankShare = "plot-rank-share rank share"
  case plotTornadoLead = "plot-tornado-lead zero leader challenger"
  case plotCrosses = "plot-crosses"
  case plotTornadoWords = "plot-tornado-words name low high"
  case plotTornadoCrossing = "plot-tornado-crossing name low high"
}

/// The texts about the quality of a document: an id of the text catalogue, followed by its
/// parameters.
public enum CheckPhrase: String, ProgramText {
  case readingLevel = "reading-level"
  case readingLevelIs = "reading-level-is grade section hardest"
  case evidenceExpired = "evidence-expired date reason"
}

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
