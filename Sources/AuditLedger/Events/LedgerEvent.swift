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
  /// How it ended: `written`, `recorded`, `erased`, `removed`.
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
  /// The numbers of rows that were erased.
  public var rows: [UInt64]

  /// An event from its parts.
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
