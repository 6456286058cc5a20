// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack
import Markup

/// What a ledger notes of a document set: numbers, digests and verdicts, no fact and no weight.
public struct GenerationFacts: Sendable, Equatable {
  /// The number of the document set.
  public var document: String
  /// The fingerprint on every page of the handout.
  public var fingerprint: String
  /// The SHA-256 of the profile's canonical form.
  public var profileDigest: String
  /// The id of the pack.
  public var pack: String
  /// The version of the pack.
  public var packVersion: String
  /// The SHA-256 of the pack's files.
  public var packDigest: String
  /// The answers, one for each question.
  public var answers: [AnswerStamp]
  /// The order in which the alternatives were told.
  public var order: [String]
  /// Why evidence past its last day was used, or nil.
  public var expiryReason: String?
  /// Settings that stand above what profile and pack say, by name.
  public var overrides: [String]

  init(_ document: DecisionDocument, _ settings: Settings) {
    let identity = document.identity
    self.document = identity.document
    fingerprint = identity.fingerprint
    profileDigest = identity.profileDigest
    pack = identity.pack
    packVersion = identity.packVersion
    packDigest = identity.packDigest
    answers = document.analysis.answers.map(GenerationFacts.answer)
    order = identity.order.alternatives
    expiryReason = identity.expiryReason
    overrides =
      (settings.edition == nil ? [] : ["edition"])
      + (settings.expiryReason == nil ? [] : ["expiredEvidence"])
      + (settings.orderSeed == nil ? [] : ["orderSeed"])
      + (settings.paper == nil ? [] : ["paper"]) + (settings.selfCheck ? [] : ["noSelfCheck"])
  }

  /// The fingerprint of a digest: its first eight digits in two groups.
  static func fingerprint(_ digest: String) -> String {
    digest.prefix(4) + "-" + digest.dropFirst(4).prefix(4)
  }

  private static func answer(_ answer: QuestionAnswer) -> AnswerStamp {
    switch answer.outcome {
    case .notCompared(let reason):
      return AnswerStamp(question: answer.question, verdict: reason.name, leader: nil)
    case .compared(let comparison):
      return AnswerStamp(
        question: answer.question, verdict: comparison.verdict.level.rawValue,
        leader: comparison.named)
    }
  }
}
