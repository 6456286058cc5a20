// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

private typealias Field = ValueTree.Field

extension QuestionReadings {
  /// The answer to a question and what every reading of the evidence says; margins are the first
  /// alternative minus the second, in points of 100.
  var fields: [ValueTree.Field] {
    [
      Field("first", first), Field("second", second), Field("tie", tie),
      Field(
        "verdict",
        ValueTree.object([
          Field("level", verdict.level.rawValue), Field("leader", named),
          Field("pointsTo", pointsTo),
          Field("reasons", of: "reason", verdict.reasons.map(\.valueTree)),
        ])),
      Field("readings", of: "reading", readings.map(\.valueTree)),
    ]
  }
}

extension QuestionReadings.Reading {
  fileprivate var valueTree: ValueTree {
    let (comparison, evidence) = (analysis.comparison, analysis.evidence)
    return .object([
      Field("id", id), Field("leader", comparison.leader), Field("margin", comparison.margin),
      Field("estimateMargin", comparison.estimateMargin), Field("share", evidence.share),
      Field("numericError", evidence.numericError),
      Field("strength", analysis.verdict.strength.name),
      Field("otherMeasureMargin", evidence.otherMeasureMargin),
      Field("declaredJointly", evidence.declaredJointly),
      Field("alikeShare", evidence.alikeShare),
      Field("reasons", of: "reason", analysis.verdict.reasons.map(\.valueTree)),
      Field(
        "parts", of: "part",
        zip(evidence.criteria, comparison.contributions).map { item, contribution in
          ValueTree.object([
            Field("criterion", item.criterion), Field("weight", item.weight),
            Field("levelDifference", item.levelDifference), Field("contribution", contribution),
            Field("marginWithout", item.marginWithout), Field("shareWithout", item.shareWithout),
          ])
        }),
      Field(
        "declaredLevels", of: "declared",
        evidence.declared.map {
          ValueTree.object($0.cell.fields + [Field("margin", $0.margin)])
        }),
      Field("criterionFlips", of: "criterionFlip", comparison.flips.map(\.valueTree)),
      Field(
        "swings", of: "swing",
        comparison.swings.map {
          ValueTree.object(
            $0.cell.fields + [
              Field("marginAtLow", $0.marginAtLow), Field("marginAtHigh", $0.marginAtHigh),
              Field("tie", $0.tie),
            ])
        }),
    ])
  }
}

extension VerdictStrength {
  /// The name that records use.
  fileprivate var name: String {
    switch self {
    case .none: "none"
    case .somewhat: "somewhat"
    case .clearly: "clearly"
    }
  }
}

extension StrengthReason {
  fileprivate var valueTree: ValueTree {
    let (name, fields): (String, [Field]) =
      switch self {
      case .aboutTheSame: ("aboutTheSame", [])
      case .cannotBeToldApart: ("cannotBeToldApart", [])
      case .leadersDiffer: ("leadersDiffer", [])
      case .hangsOn(let id): ("hangsOn", [Field("criterion", id)])
      case .hangsOnUnfelt(let id): ("hangsOnUnfelt", [Field("criterion", id)])
      case .belowWorthwhile(let id): ("belowWorthwhile", [Field("criterion", id)])
      case .restsOnDeclared(let cell): ("restsOnDeclared", cell?.fields ?? [])
      case .nearFlip(let id): ("nearFlip", [Field("criterion", id)])
      case .otherMeasure: ("otherMeasure", [])
      case .alikeOutcomesUnsure: ("alikeOutcomesUnsure", [])
      case .pastLimit(let id): ("pastLimit", [Field("criterion", id)])
      case .limitNotKnown(let id): ("limitNotKnown", [Field("criterion", id)])
      case .ratherNot: ("ratherNot", [])
      case .carriedAnswers: ("carriedAnswers", [])
      }
    return .object([Field("reason", name)] + fields)
  }
}
