// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The program that made documents.
public struct ProgramStamp: Sendable, Hashable {
  /// Its version.
  public var version: String
  /// The SHA-256 of its file, 64 hexadecimal digits.
  public var digest: String

  /// A stamp from its parts.
  public init(version: String, digest: String) {
    self.version = version
    self.digest = digest
  }
}

/// Something that documents were made from.
public struct InputStamp: Sendable, Hashable {
  /// `profile` or `evidencePack`.
  public var kind: String
  /// The id of the pack; nil for a profile.
  public var id: String?
  /// The version of the pack; nil for a profile.
  public var version: String?
  /// The SHA-256, 64 hexadecimal digits.
  public var digest: String

  /// A stamp from its parts.
  public init(kind: String, id: String? = nil, version: String? = nil, digest: String) {
    self.kind = kind
    self.id = id
    self.version = version
    self.digest = digest
  }
}

/// What reports count of a document set.
public struct EventSummary: Sendable, Hashable {
  /// How the documents put the fit, one answer for each question.
  public var answers: [AnswerStamp]
  /// The order in which the alternatives were told, by id.
  public var order: [String]
  /// Why evidence past its last day was used, or nil.
  public var expiryReason: String?
  /// Overrides in force, by name, such as `orderSeed`.
  public var overrides: [String]

  /// A summary from its parts.
  public init(
    answers: [AnswerStamp], order: [String], expiryReason: String? = nil, overrides: [String] = []
  ) {
    self.answers = answers
    self.order = order
    self.expiryReason = expiryReason
    self.overrides = overrides
  }
}

/// What was decided after the talk.
public struct NotedDecision: Sendable, Hashable {
  /// The id of an alternative, `notDecided`, or `decideWithMe`.
  public var choice: String
  /// How ready the person is: `ready`, `unsure` or `notAsked`.
  public var readiness: String
  /// Who took part, such as `patient`, `clinician`, `family`.
  public var decidedWith: [String]

  /// A decision from its parts.
  public init(choice: String, readiness: String, decidedWith: [String]) {
    self.choice = choice
    self.readiness = readiness
    self.decidedWith = decidedWith
  }
}
