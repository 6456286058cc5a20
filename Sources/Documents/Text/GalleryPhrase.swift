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
  case galleryLinkOf = "gallery-link-of document person"
}
