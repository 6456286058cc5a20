// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
