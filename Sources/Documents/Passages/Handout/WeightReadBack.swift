// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// Says weights again in other words, so that the person can correct them.
public struct WeightReadBack: Sendable {
  private let weights: CriterionWeights
  private let pack: EvidencePack
  private let wording: Wording

  /// What says the weights of criteria of a pack.
  public init(weights: CriterionWeights, pack: EvidencePack, wording: Wording) {
    self.weights = weights
    self.pack = pack
    self.wording = wording
  }

  /// How many times as much the largest weight counts as the next one; what alone counts; or that
  /// all count the same.
  ///
  /// What counts for nothing is named.
  public var sentence: InlineText {
    switch PreferencePattern(of: weights) {
    case .allEqual: wording(.readBackEqual)
    case .singleCriterion: wording(.readBackOnly, ["first": inline(ranked.first ?? "")])
    case .someCountForNothing:
      [
        comparison,
        wording(
          .readBackNothing, ["names": wording.list(weights.withoutWeight.map { inline($0) })]),
      ].spaced
    case .ordinary: comparison
    }
  }

  /// The two largest weights compared.
  private var comparison: InlineText {
    let top = Array(ranked.prefix(2))
    guard top.count == 2, let first = weights.weight(of: top[0]),
      let second = weights.weight(of: top[1]), second > 0
    else { return .empty }
    let name = pack.criterion(top[0]).map { wording.text($0.texts.name) } ?? .empty
    let times = DecimalText(first / second, decimals: 1)
    if times.value == 1 {
      return wording(.readBackLevel, ["first": name, "second": inline(top[1])])
    }
    return wording(
      .readBack,
      [
        "first": name, "second": inline(top[1]),
        "times": wording.number(times, from: .analysis(.ratio)),
      ])
  }

  /// The criteria that count, the largest weight first; ties in the order of the pack.
  private var ranked: [String] {
    let order = weights.criteria.indices.filter { weights.values[$0] > 0 }.sorted { one, other in
      let (first, second) = (weights.values[one], weights.values[other])
      return first == second ? one < other : first > second
    }
    return order.map { weights.criteria[$0] }
  }

  private func inline(_ id: String) -> InlineText {
    pack.criterion(id).map { wording.text($0.texts.inline) } ?? .empty
  }
}

extension WeightingNote {
  /// The text of the note.
  var phrase: Phrase {
    switch self {
    case .hundredPointsNotExact: .weightsRounded
    case .tiedRanksAveraged: .ranksTied
    case .comparisonsContradict: .answersContradict
    case .countsApproximate: .countsApproximate
    case .countsGiveOrderOnly: .countsOrder
    }
  }
}
