// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// What the person said, read back for correction.
  func preferencesReadBack() -> [Block] {
    var blocks: [Block] = []
    switch profile.preferences.status {
    case .notAsked: blocks.append(.paragraph(wording(.notAskedYet), .key))
    case .noClearPreference: blocks.append(.paragraph(wording(.noClearPreference), .key))
    case .stated: blocks += stated()
    }
    if profile.preferences.weights == nil { blocks.append(.table(blankWeights())) }
    blocks += profile.preferences.limits.map { .paragraph(limitText($0), .plain) }
    if !profile.remarks.isEmpty {
      blocks += [.smallHeading(wording(.yourWords)), .list(.bullets, profile.remarks.map(quote))]
    }
    return blocks
  }

  /// A person's own words in quotation marks.
  func quote(_ words: String) -> InlineText {
    wording(.quoted, ["words": InlineText(person: words)])
  }

  private func stated() -> [Block] {
    guard let weights = profile.preferences.weights else { return [] }
    return [
      .paragraph(
        ([howAsked(weights.method), wording(.listUsed, ["list": listName])]
          + weights.notes.map { wording($0.phrase) }).spaced, .plain),
      .paragraph([readBack(weights).sentence, wording(.correctMe)].spaced, .key),
      .table(weightTable(weights)),
    ]
  }

  private func howAsked(_ method: WeightingMethod) -> InlineText {
    switch method {
    case .elicited(let method, _): wording.text(method.form.asked, pack: pack)
    case .given, .notElicited: .empty
    }
  }

  /// The weights, largest first; beside them, where something was
  /// compared, the points that each option gets from each criterion.
  private func weightTable(_ weights: CriterionWeights) -> Table {
    let printed = weightPoints
    let order = weights.criteria.indices.sorted { one, other in
      let (first, second) = (weights.values[one], weights.values[other])
      return first == second ? one < other : first > second
    }
    let isCompared = analysis.answers.contains { $0.comparison != nil }
    let overall = isCompared ? analysis.overall : nil
    let hundred = wording.number(100, from: .analysis(.points))
    let contributions = overall?.contributionPoints ?? []
    var rows = order.map { index -> [InlineText] in
      let id = weights.criteria[index]
      return [
        base.criterionName(id), wording.number(printed[index], from: .weight(criterion: id)),
      ] + points(of: id, in: overall, contributions)
    }
    if let overall {
      rows.append(
        [wording(.rowTotal), hundred]
          + overall.totalPoints.map { wording.number($0, from: .analysis(.total)) })
    }
    let alternatives = overall?.alternatives ?? []
    return Table(
      id: "weights", caption: wording(.weightsCaption, ["points": hundred]),
      columns: [wording(.columnMatters), wording(.columnWeight)] + alternatives.map(base.name),
      rows: rows, columnIDs: ["", "weight"] + alternatives,
      rowIDs: order.map { weights.criteria[$0] } + (overall == nil ? [] : ["total"]))
  }

  private func points(
    of criterion: String, in overall: OverallValue?, _ contributions: [[Int]]
  ) -> [InlineText] {
    guard let overall, let column = overall.criteria.firstIndex(of: criterion) else { return [] }
    return contributions.map {
      wording.number($0[column], from: .analysis(.contribution))
    }
  }

  /// What says the weights again in other words.
  func readBack(_ weights: CriterionWeights) -> WeightReadBack {
    WeightReadBack(weights: weights, pack: pack, wording: wording)
  }

  private func blankWeights() -> Table {
    Table(
      id: "blank-weights", caption: wording(.blankWeightsCaption),
      columns: [wording(.columnMatters)]
        + [.columnALittle, .columnMuch, .columnMost].map { wording($0) },
      rows: profile.preferences.criteria.map {
        [base.criterionName($0)] + Array(repeating: InlineText(words: "\u{2610}"), count: 3)
      }, rowIDs: profile.preferences.criteria)
  }
}

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
