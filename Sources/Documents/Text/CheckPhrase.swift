// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The texts about the quality of a document: an id of the text catalogue, followed by its
/// parameters.
public enum CheckPhrase: String, ProgramText {
  case readingLevel = "reading-level"
  case readingLevelIs = "reading-level-is grade section hardest"
  case evidenceExpired = "evidence-expired date reason"
}
