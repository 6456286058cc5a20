// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The texts of the page that shows a record to an auditor: an id of the text catalogue, followed by
/// its parameters.
public enum ViewPhrase: String, ProgramText {
  case viewTitle = "view-title person"
  case viewNote = "view-note"
  case viewNotProved = "view-not-proved"
  case viewDocument = "view-document"
  case viewProgram = "view-program"
  case viewInputs = "view-inputs"
  case viewFiles = "view-files"
  case viewGiven = "view-given"
  case viewPeople = "view-people"
  case viewNumbers = "view-numbers"
  case viewAnalysis = "view-analysis"
  case viewChecks = "view-checks"
  case viewHandout = "view-handout"
  case viewClinician = "view-clinician"
  case viewProof = "view-proof"
  case viewOther = "view-other"
  case viewWithin = "view-within"
  case viewText = "view-text"
}
