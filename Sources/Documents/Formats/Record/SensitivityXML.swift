// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// What would change the answer to one question, as nodes of the record.
struct SensitivityXML {
  let comparison: QuestionAnalysis

  /// The nodes in the order of the schema.
  var nodes: [MarkupNode] { reasons + flips + breakEvens + tornado + smallest + list }

  private func name(_ target: WeightTarget) -> (String, String) {
    switch target {
    case .criterion(let id): ("criterion", id)
    case .branch(let id): ("branch", id)
    }
  }

  private var reasons: [MarkupNode] {
    comparison.verdict.reasons.map { reason in
      var attributes: [MarkupAttribute] = []
      switch reason {
      case .dominates: attributes = [MarkupAttribute("kind", "dominates")]
      case .dominatesWithinIntervals:
        attributes = [MarkupAttribute("kind", "dominatesWithinIntervals")]
      case .marginBelow(let limit):
        attributes = [
          MarkupAttribute("kind", "marginBelow"), MarkupAttribute("limit", "\(limit)"),
        ]
      case .shareBelow(let limit):
        attributes = [
          MarkupAttribute("kind", "shareBelow"), MarkupAttribute("limit", "\(limit)"),
        ]
      case .weightsNotElicited: attributes = [MarkupAttribute("kind", "weightsNotElicited")]
      case .leadersDiffer: attributes = [MarkupAttribute("kind", "leadersDiffer")]
      case .flipNearby(let target):
        let (kind, id) = name(target)
        attributes = [MarkupAttribute("kind", "flipNearby"), MarkupAttribute(kind, id)]
      case .breakEvenInsideEvidence(let cell):
        attributes = [
          MarkupAttribute("kind", "breakEvenInsideEvidence"),
          MarkupAttribute("criterion", cell.criterion),
          MarkupAttribute("alternative", cell.alternative),
        ]
      }
      return .element(MarkupElement("reason", attributes))
    }
  }

  private var flips: [MarkupNode] {
    (comparison.criterionFlips + comparison.branchFlips).flatMap(\.all).map { flip in
      let (kind, id) = name(flip.target)
      return .element(
        MarkupElement(
          "flip",
          [
            MarkupAttribute(kind, id), MarkupAttribute("now", "\(flip.currentWeight)"),
            MarkupAttribute("at", "\(flip.flipWeight)"),
            MarkupAttribute("direction", flip.direction.rawValue),
            MarkupAttribute("challenger", flip.challenger),
          ]))
    }
  }

  private var breakEvens: [MarkupNode] {
    comparison.breakEvens.compactMap { found in
      found.level.map { level in
        .element(
          "breakEven",
          [
            "criterion": found.cell.criterion, "alternative": found.cell.alternative,
            "rival": found.rival, "level": "\(level)",
            "insideEvidence": "\(found.insideEvidence)",
          ])
      }
    }
  }

  private var tornado: [MarkupNode] {
    comparison.tornado.map { bar in
      .element(
        "bar",
        [
          "criterion": bar.cell.criterion, "alternative": bar.cell.alternative,
          "atLow": "\(bar.differenceAtLow)", "atHigh": "\(bar.differenceAtHigh)",
        ])
    }
  }

  private var smallest: [MarkupNode] {
    comparison.smallestChange.map {
      [
        .element(
          "smallestChange",
          ["size": "\($0.size)", "isAttainable": "\($0.isAttainable)"])
      ]
    } ?? []
  }

  private var list: [MarkupNode] {
    comparison.leaveOneOut.variations.map { variation in
      var attributes: [MarkupAttribute] =
        switch variation.change {
        case .leavingOut(let id): [MarkupAttribute("leavingOut", id)]
        case .keeping(let ids): [MarkupAttribute("keeping", ids.joined(separator: " "))]
        }
      if let leader = variation.leader { attributes.append(MarkupAttribute("leader", leader)) }
      attributes.append(MarkupAttribute("changesLeader", "\(variation.changesLeader)"))
      return .element(MarkupElement("variation", attributes))
    }
  }
}
