// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The texts of the letter to a person whose handout is recalled: an id of the text catalogue,
/// followed by its parameters.
public enum NoticePhrase: String, ProgramText {
  case noticeTitle = "notice-title"
  case noticeWrongHeading = "notice-wrong-heading"
  case noticeIntro = "notice-intro document date"
  case noticeMeansHeading = "notice-means-heading"
  case noticeMeans = "notice-means"
  case noticeNowHeading = "notice-now-heading"
  case noticeNewHandout = "notice-new-handout"
  case noticeUrgent = "notice-urgent"
  case noticeAskAnew = "notice-ask-anew"
  case noticeNotChosen = "notice-not-chosen"
  case noticeHad = "notice-had"
  case noticeCare = "notice-care"
  case noticeCall = "notice-call"
  case noticeAsk = "notice-ask"
  case noticeDate = "notice-date"
  case noticeFooter = "notice-footer document"
}
