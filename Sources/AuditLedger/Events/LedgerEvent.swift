// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// What one row of the ledger says: that something happened, to which documents, by whom.
///
/// It holds a pseudonym, digests and verdicts, never weights, facts or names of a patient.
public struct LedgerEvent: Sendable, Hashable {
  /// What happened.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The documents of a person were made.
    case generated
    /// What was decided was noted.
    case decided
    /// Rows of one person were erased.
    case erased
    /// Rows from before a day were erased.
    case purged
    /// The person of a document was told that it comes from withdrawn evidence.
    case recalled
    /// Documents that no row vouches for were removed after a run that broke off.
    case swept
  }

  /// What happened.
  public var kind: Kind
  /// When, by the clock of the machine.
  public var time: UTCInstant
  /// Whether the row before is from a later time: the clock went back.
  public var clockRegressed: Bool
  /// The pseudonym, or nil.
  public var profile: String?
  /// The number of the document set, or nil.
  public var document: String?
  /// The number of the set that this one takes the place of, or nil.
  public var supersedes: String?
  /// The short fingerprint printed on every page of the handout, or nil.
  public var fingerprint: String?
  /// Whether the record is signed.
  public var isSigned: Bool
  /// Who did it, as the caller names them.
  public var operatorName: String?
  /// Why, as the caller says.
  public var reason: String?
  /// How it ended: `written`, `recorded`, `told`, `erased`, `removed`.
  public var outcome: String
  /// The program that made the documents, or nil.
  public var program: ProgramStamp?
  /// What the documents were made from.
  public var inputs: [InputStamp]
  /// The files that were made.
  public var artefacts: [FileStamp]
  /// What reports count, or nil.
  public var summary: EventSummary?
  /// What was decided, or nil.
  public var decision: NotedDecision?
  /// The numbers of rows that were erased, or that made the document that is recalled.
  public var rows: [UInt64]

  /// An event; what is left out, the row does not say.
  public init(
    _ kind: Kind, time: UTCInstant, clockRegressed: Bool = false, profile: String? = nil,
    document: String? = nil, supersedes: String? = nil, fingerprint: String? = nil,
    isSigned: Bool = false, operatorName: String? = nil, reason: String? = nil, outcome: String,
    program: ProgramStamp? = nil, inputs: [InputStamp] = [], artefacts: [FileStamp] = [],
    summary: EventSummary? = nil, decision: NotedDecision? = nil, rows: [UInt64] = []
  ) {
    self.kind = kind
    self.time = time
    self.clockRegressed = clockRegressed
    self.profile = profile
    self.document = document
    self.supersedes = supersedes
    self.fingerprint = fingerprint
    self.isSigned = isSigned
    self.operatorName = operatorName
    self.reason = reason
    self.outcome = outcome
    self.program = program
    self.inputs = inputs
    self.artefacts = artefacts
    self.summary = summary
    self.decision = decision
    self.rows = rows
  }
}

extension LedgerEvent {
  /// The evidence that documents were made from, or nil.
  public var evidence: InputStamp? { inputs.first { $0.kind == "evidencePack" } }
  /// The answers of the documents, one for each question; none when the row does not say.
  public var outcomes: [String] { summary?.answers.map(\.verdict) ?? [] }
}

/// The program that made documents.
public struct ProgramStamp: Sendable, Hashable {
  /// Its version.
  public var version: String
  /// The SHA-256 of its file, 64 hexadecimal digits.
  public var digest: String

  /// The program by its version and the SHA-256 of its file.
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

  /// An input by its SHA-256; only a pack has an id and a version.
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

  /// What is counted of one document set; without a reason the evidence was in date.
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
  /// How ready to choose the person was: `ready`, `unsure` or `notAsked`.
  public var readiness: String
  /// Who took part, such as `patient`, `clinician`, `family`.
  public var decidedWith: [String]

  /// The choice, how ready the person was, and who took part.
  public init(choice: String, readiness: String, decidedWith: [String]) {
    self.choice = choice
    self.readiness = readiness
    self.decidedWith = decidedWith
  }
}
