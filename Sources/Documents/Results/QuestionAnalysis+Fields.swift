// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

private typealias Field = ValueTree.Field

extension QuestionAnalysis {
  /// Which alternative has the highest total, the next one, and how far apart they are.
  package var leaderFields: [ValueTree.Field] {
    [Field("leader", leader), Field("challenger", challenger), Field("difference", difference)]
  }

  /// Where other weights would put another alternative first.
  package var flipFields: [ValueTree.Field] {
    [
      Field("criterionFlips", of: "criterionFlip", criterionFlips.map(\.valueTree)),
      Field("branchFlips", of: "branchFlip", branchFlips.map(\.valueTree)),
      Field("breakEvens", of: "breakEven", breakEvens.map(\.valueTree)),
      Field("tornado", of: "bar", tornado.map(\.valueTree)),
    ]
  }

  /// The smallest change of weights to a tie, and what becomes of the leader on other lists.
  package var changeFields: [ValueTree.Field] {
    [
      Field("smallestChange", smallestChange.map { $0.values(overall.criteria) }),
      Field("leaderGuard", of: "variation", leaveOneOut.variations.map(\.valueTree)),
    ]
  }
}

extension OverallValue {
  /// Totals and contributions, in values (1 is 100 points).
  package var fields: [ValueTree.Field] {
    let rows = ValueTree.Axis("alternative", alternatives)
    return [
      Field("totals", of: "total", ValueTree.vector(rows, totals.map { $0 })),
      Field(
        "contributions", of: "contribution",
        ValueTree.matrix(rows: rows, columns: .init("criterion", criteria), contributions)),
    ]
  }
}

extension CellReference {
  /// The place of a performance.
  package var fields: [ValueTree.Field] {
    [.init("alternative", alternative), .init("criterion", criterion)]
  }
}

extension Verdict {
  /// How clearly the leader stands above the rest, with every reason; the margin in points of 100.
  package var fields: [ValueTree.Field] {
    [
      Field("level", level.rawValue), Field("closeCall", closeCall?.rawValue),
      Field("leader", leader), Field("challenger", challenger), Field("margin", margin),
      Field("share", share), Field("settledByNumericError", settledByNumericError),
      Field("reasons", of: "reason", reasons.map(\.valueTree)),
    ]
  }
}

extension VerdictReason {
  fileprivate var valueTree: ValueTree {
    let (name, fields): (String, [Field]) =
      switch self {
      case .dominatesWithinIntervals: ("dominatesWithinIntervals", [])
      case .dominates: ("dominates", [])
      case .marginBelow(let limit): ("marginBelow", [Field("limit", limit)])
      case .shareBelow(let limit): ("shareBelow", [Field("limit", limit)])
      case .flipNearby(let target): ("flipNearby", target.fields)
      case .breakEvenInsideEvidence(let cell): ("breakEvenInsideEvidence", cell.fields)
      case .weightsNotElicited: ("weightsNotElicited", [])
      case .leadersDiffer: ("leadersDiffer", [])
      }
    return .object([Field("reason", name)] + fields)
  }
}

extension WeightTarget {
  /// Whose weight moves.
  fileprivate var fields: [Field] {
    switch self {
    case .criterion(let id): [Field("criterion", id)]
    case .branch(let id): [Field("branch", id)]
    }
  }
}

extension WeightFlips {
  /// Where the weight of one criterion or branch turns the order around.
  package var valueTree: ValueTree {
    .object(target.fields + [Field("down", down?.valueTree), Field("up", up?.valueTree)])
  }
}

extension WeightFlip {
  fileprivate var valueTree: ValueTree {
    .object([
      Field("currentWeight", currentWeight), Field("flipWeight", flipWeight),
      Field("challenger", challenger), Field("equalSharesAssumed", equalSharesAssumed),
    ])
  }
}

extension BreakEven {
  fileprivate var valueTree: ValueTree {
    .object(
      cell.fields + [
        Field("rival", rival), Field("level", level), Field("insideEvidence", insideEvidence),
      ])
  }
}

extension TornadoBar {
  fileprivate var valueTree: ValueTree {
    .object(
      cell.fields + [
        Field("differenceAtLow", differenceAtLow), Field("differenceAtHigh", differenceAtHigh),
        Field("width", width), Field("crossesZero", crossesZero),
      ])
  }
}

extension Dominance {
  /// Which alternative is at least as good on every criterion as which other.
  package var fields: [ValueTree.Field] {
    [
      .init("dominant", dominant), .init("dominated", dominated),
      .init("holdsForIntervals", holdsForIntervals),
    ]
  }
}

extension SmallestChange {
  fileprivate func values(_ criteria: [String]) -> ValueTree {
    .object([
      Field("size", size), Field("isAttainable", isAttainable),
      Field(
        "weights", of: "weight",
        ValueTree.vector(.init("criterion", criteria), weights.map { $0 })),
    ])
  }
}

extension ListVariation {
  fileprivate var valueTree: ValueTree {
    let changed: Field =
      switch change {
      case .leavingOut(let id): Field("leavingOut", id)
      case .keeping(let ids): Field("keeping", ids)
      }
    return .object([
      changed, Field("leader", leader), Field("difference", difference),
      Field("changesLeader", changesLeader),
    ])
  }
}
