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
    wording.quoted(InlineText(person: words))
  }

  private func stated() -> [Block] {
    guard let weights = profile.preferences.weights else { return [] }
    return [
      .paragraph(
        ([howAsked(weights.method), wording(.listUsed, ["list": listName])]
          + weights.notes.map { wording($0.phrase) }).spaced, .plain),
      .paragraph([readBack(weights).sentence, wording(.correctMe)].spaced, .key),
      .table(weightTable(weights)),
    ] + feelingTable() + carriedAnswers()
  }

  private func howAsked(_ method: WeightingMethod) -> InlineText {
    switch method {
    case .elicited(let method, _): wording.text(method.form.asked, pack: pack)
    case .given, .notElicited: .empty
    }
  }

  /// The weights in points, largest first.
  private func weightTable(_ weights: CriterionWeights) -> Table {
    let order = weights.criteria.indices.sorted { one, other in
      let (first, second) = (weights.values[one], weights.values[other])
      return first == second ? one < other : first > second
    }
    return Table(
      id: "weights",
      caption: wording(scale?.isGiven == true ? .weightsCaptionGiven : .weightsCaption),
      columns: [wording(.columnMatters), wording(.columnWeight)],
      rows: order.map { index in
        let id = weights.criteria[index]
        return [base.criterionName(id), weightPoints(id)]
      }, columnIDs: ["", "weight"], rowIDs: order.map { weights.criteria[$0] })
  }

  /// That the answers were given to an earlier list, and what to ask in place of what it had.
  private func carriedAnswers() -> [Block] {
    let version = profile.preferences.carriedFrom
    guard
      let list = pack.earlierLists.first(where: { list in
        version.map(list.versions.contains) ?? false
      })
    else { return [] }
    let again = wording(
      .carriedAgain, ["names": wording.list(list.askAgain.map(base.criterionInline))])
    return [
      .paragraph([wording(.becauseCarried), again].spaced, .key),
      .list(.tickBoxes, list.dropped.map { wording.text($0.ask) }),
    ]
  }

  /// What the person feels about some options, read back.
  private func feelingTable() -> [Block] {
    let rows = profile.preferences.feelings.compactMap { feeling in
      pack.feeling(feeling.about).map {
        LabelledText(wording.text($0.name), wording(feeling.answer.phrase), id: $0.id)
      }
    }
    return rows.isEmpty ? [] : [.labelled(rows)]
  }

  /// What says the weights again in other words.
  func readBack(_ weights: CriterionWeights) -> WeightReadBack {
    WeightReadBack(weights: weights, pack: pack, wording: wording)
  }

  /// How much a point may matter, in words, from nothing to most.
  private static let boxes: [Phrase] = [
    .columnNotAtAll, .columnALittle, .columnMuch, .columnMost,
  ]

  private func blankWeights() -> Table {
    Table(
      id: "blank-weights", caption: wording(.blankWeightsCaption),
      columns: [wording(.columnMatters)]
        + PersonContext.boxes.map { wording($0) },
      rows: profile.preferences.criteria.map {
        [base.criterionName($0)]
          + Array(repeating: InlineText(words: "\u{2610}"), count: PersonContext.boxes.count)
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

extension Feeling.Answer {
  /// The text of the answer.
  var phrase: Phrase {
    switch self {
    case .fine: .feelingFine
    case .ratherNot: .feelingRatherNot
    case .never: .feelingNever
    }
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
