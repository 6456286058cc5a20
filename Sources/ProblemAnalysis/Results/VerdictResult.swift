// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension ResultValue {
  /// How clearly the leader stands above the rest, with every reason.
  static func verdict(_ verdict: Verdict) -> ResultValue {
    .object([
      Field("level", .text(verdict.level.rawValue)),
      Field("closeCall", .optional(verdict.closeCall?.rawValue)),
      Field("leader", .text(verdict.leader)), Field("challenger", .text(verdict.challenger)),
      Field("margin", .number(verdict.margin)), Field("share", .number(verdict.share)),
      Field("settledByNumericError", .flag(verdict.settledByNumericError)),
      Field("reasons", .list(verdict.reasons.map { reason($0) })),
    ])
  }

  private static func reason(_ reason: VerdictReason) -> ResultValue {
    func named(_ name: String, _ fields: [Field] = []) -> ResultValue {
      .object([Field("reason", .text(name))] + fields)
    }
    return switch reason {
    case .dominatesWithinIntervals: named("dominatesWithinIntervals")
    case .dominates: named("dominates")
    case .marginBelow(let limit): named("marginBelow", [Field("limit", .number(limit))])
    case .shareBelow(let limit): named("shareBelow", [Field("limit", .number(limit))])
    case .flipNearby(let target): named("flipNearby", fields(target))
    case .breakEvenInsideEvidence(let place): named("breakEvenInsideEvidence", cell(place))
    case .weightsNotElicited: named("weightsNotElicited")
    case .leadersDiffer: named("leadersDiffer")
    }
  }
}
