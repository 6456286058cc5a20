// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension ResultValue {
  /// The answer to one question.
  static func comparison(_ report: ComparisonReport) -> ResultValue {
    .object(
      [
        Field("id", .text(report.id)),
        Field("alternatives", .texts(report.alternatives)),
        Field("leader", .optional(report.analysis?.leader)),
        Field("challenger", .optional(report.analysis?.challenger)),
        Field("difference", .optional(report.analysis?.difference)),
        Field("verdict", report.verdict.map { .verdict($0) } ?? .null),
      ] + (report.analysis.map { fields($0) } ?? [])
        + [Field("simulation", report.simulation.map { .simulation($0) } ?? .null)])
  }

  private static func fields(_ analysis: QuestionAnalysis) -> [Field] {
    let overall = analysis.overall
    return [
      Field("totals", .vector(names: overall.alternatives, overall.totals)),
      Field(
        "contributions",
        .matrix(rows: overall.alternatives, columns: overall.criteria, overall.contributions)),
      Field("criterionFlips", .list(analysis.criterionFlips.map { flips($0) })),
      Field("branchFlips", .list(analysis.branchFlips.map { flips($0) })),
      Field("breakEvens", .list(analysis.breakEvens.map { breakEven($0) })),
      Field("tornado", .list(analysis.tornado.map { bar($0) })),
      Field("dominance", .list(analysis.dominance.map { dominance($0) })),
      Field(
        "smallestChange",
        analysis.smallestChange.map { change($0, overall.criteria) } ?? .null),
      Field(
        "leaderGuard", .list(analysis.leaveOneOut.variations.map { variation($0) })),
    ]
  }

  /// Whose weight moves.
  static func fields(_ target: WeightTarget) -> [Field] {
    switch target {
    case .criterion(let id): [Field("criterion", .text(id))]
    case .branch(let id): [Field("branch", .text(id))]
    }
  }

  private static func flips(_ flips: WeightFlips) -> ResultValue {
    .object(
      fields(flips.target) + [
        Field("down", flips.down.map { flip($0) } ?? .null),
        Field("up", flips.up.map { flip($0) } ?? .null),
      ])
  }

  private static func flip(_ flip: WeightFlip) -> ResultValue {
    .object([
      Field("currentWeight", .number(flip.currentWeight)),
      Field("flipWeight", .number(flip.flipWeight)),
      Field("challenger", .text(flip.challenger)),
      Field("equalSharesAssumed", .flag(flip.equalSharesAssumed)),
    ])
  }

  private static func breakEven(_ breakEven: BreakEven) -> ResultValue {
    .object(
      cell(breakEven.cell) + [
        Field("rival", .text(breakEven.rival)), Field("level", .optional(breakEven.level)),
        Field("insideEvidence", .flag(breakEven.insideEvidence)),
      ])
  }

  private static func bar(_ bar: TornadoBar) -> ResultValue {
    .object(
      cell(bar.cell) + [
        Field("differenceAtLow", .number(bar.differenceAtLow)),
        Field("differenceAtHigh", .number(bar.differenceAtHigh)),
        Field("width", .number(bar.width)), Field("crossesZero", .flag(bar.crossesZero)),
      ])
  }

  private static func dominance(_ dominance: Dominance) -> ResultValue {
    .object([
      Field("dominant", .text(dominance.dominant)),
      Field("dominated", .text(dominance.dominated)),
      Field("holdsForIntervals", .flag(dominance.holdsForIntervals)),
    ])
  }

  private static func change(_ change: SmallestChange, _ criteria: [String]) -> ResultValue {
    .object([
      Field("size", .number(change.size)), Field("isAttainable", .flag(change.isAttainable)),
      Field("weights", .vector(names: criteria, change.weights)),
    ])
  }

  private static func variation(_ variation: ListVariation) -> ResultValue {
    let change: Field =
      switch variation.change {
      case .leavingOut(let id): Field("leavingOut", .text(id))
      case .keeping(let ids): Field("keeping", .texts(ids))
      }
    return .object([
      change, Field("leader", .optional(variation.leader)),
      Field("difference", .optional(variation.difference)),
      Field("changesLeader", .flag(variation.changesLeader)),
    ])
  }
}
