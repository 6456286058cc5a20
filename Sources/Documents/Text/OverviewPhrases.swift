// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The texts of the index page of a folder of documents: an id of the text catalogue, followed by
/// its parameters.
public enum GalleryPhrase: String, ProgramText {
  case galleryTitle = "gallery-title"
  case galleryNote = "gallery-note"
  case gallerySummary = "gallery-summary people urgent broken"
  case galleryEmpty = "gallery-empty"
  case galleryCaption = "gallery-caption"
  case galleryPerson = "gallery-person"
  case galleryDate = "gallery-date"
  case galleryUrgent = "gallery-urgent"
  case galleryForm = "gallery-form"
  case galleryOpen = "gallery-open"
  case galleryEvidence = "gallery-evidence"
  case galleryLinks = "gallery-links"
  case galleryActNow = "gallery-act-now"
  case galleryNotUrgent = "gallery-not-urgent"
  case galleryStandard = "gallery-standard"
  case galleryLargePrint = "gallery-large-print"
  case galleryNotCompared = "gallery-not-compared"
  case galleryBroken = "gallery-broken"
  case galleryHandout = "gallery-handout"
  case galleryClinician = "gallery-clinician"
  case galleryRecord = "gallery-record"
  case galleryHandoutPrint = "gallery-handout-print"
  case galleryClinicianPrint = "gallery-clinician-print"
  case galleryUrgentSheet = "gallery-urgent-sheet"
  case galleryUrgentSheetPrint = "gallery-urgent-sheet-print"
  case galleryLinkOf = "gallery-link-of document person"
}

/// The texts of the audit report: an id of the text catalogue, followed by its parameters.
public enum ReportPhrase: String, ProgramText {
  case reportTitle = "report-title"
  case reportNote = "report-note"
  case reportPeriod = "report-period from to"
  case reportStart = "report-start"
  case reportEnd = "report-end"
  case reportHead = "report-head ledger size root"
  case reportWhat = "report-what"
  case reportCount = "report-count"
  case reportPlace = "report-place place"
  case reportPair = "report-pair first second"
  case reportTableDocuments = "report-documents"
  case reportTableVerdicts = "report-verdicts"
  case reportTableOrder = "report-order"
  case reportTableOverrides = "report-overrides"
  case reportTableChoices = "report-choices"
  case reportTableReadiness = "report-readiness"
  case reportTableParties = "report-parties"
  case reportTableConcordance = "report-concordance"
  case reportTablePrograms = "report-programs"
  case reportTableEvidence = "report-evidence"
  case keyPeople = "report-key-people"
  case keySets = "report-key-sets"
  case keySuperseding = "report-key-superseding"
  case keyExpired = "report-key-expired"
  case keySwept = "report-key-swept"
  case keyErased = "report-key-erased"
  case keyClockRegressed = "report-key-clock-regressed"
  case keyCloseCall = "report-key-close-call"
  case keyFitsSomewhatBetter = "report-key-fits-somewhat-better"
  case keyFitsClearlyBetter = "report-key-fits-clearly-better"
  case keyBetterOnEverything = "report-key-better-on-everything"
  case keyNotAsked = "report-key-not-asked"
  case keyNoClearPreference = "report-key-no-clear-preference"
  case keyOtherEvidence = "report-key-other-evidence"
  case keyEqualWeights = "report-key-equal-weights"
  case keyListLacks = "report-key-list-lacks"
  case keyTooFewAlternatives = "report-key-too-few-alternatives"
  case keyEdition = "report-key-edition"
  case keyExpiredEvidence = "report-key-expired-evidence"
  case keyOrderSeed = "report-key-order-seed"
  case keyPaper = "report-key-paper"
  case keyNoSelfCheck = "report-key-no-self-check"
  case keyNotDecided = "report-key-not-decided"
  case keyDecideWithMe = "report-key-decide-with-me"
  case keyReady = "report-key-ready"
  case keyUnsure = "report-key-unsure"
  case keyPatient = "report-key-patient"
  case keyClinician = "report-key-clinician"
  case keyFamily = "report-key-family"
  case keyNurse = "report-key-nurse"
  case keyInterpreter = "report-key-interpreter"
  case keySame = "report-key-same"
  case keyOther = "report-key-other"
  case keyNoneNamed = "report-key-none-named"
  case keyOpen = "report-key-open"

  /// The text for a name that ledgers use, such as `closeCall`; nil for a name without one.
  public init?(key: String) {
    let words = key.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }
    self.init(rawValue: "report-key-" + words.joined())
  }

  /// The text for a table, by its name.
  public init?(table: String) { self.init(rawValue: "report-" + table) }
}

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
