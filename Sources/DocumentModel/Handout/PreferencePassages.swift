// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

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
    var blocks: [Block] = [
      .paragraph(
        [howAsked(weights.method), wording(.listUsed, ["list": listName])].spaced, .plain)
    ]
    for note in weights.notes {
      blocks.append(.paragraph(wording(note.phrase), .note))
    }
    blocks.append(.table(weightTable(weights)))
    blocks.append(.paragraph(readBack(weights).sentence, .key))
    return blocks
  }

  private func howAsked(_ method: WeightingMethod) -> InlineText {
    switch method {
    case .swing: wording(.askedSwing)
    case .directRating: wording(.askedRating)
    case .hundredPoints:
      wording(.askedShares, ["points": wording.number(100, from: "profile.points")])
    case .branchFirst:
      wording(.askedBranches, ["points": wording.number(100, from: "profile.points")])
    case .intervalSwing: wording(.askedIntervals)
    case .rankOrder: wording(.askedRanks)
    case .pairwise: wording(.askedPairs)
    case .bestWorst: wording(.askedBestWorst)
    case .maxDiff: wording(.askedSets)
    case .matching: wording(.askedTrades)
    case .given, .notElicited: .empty
    }
  }

  /// The weights, largest first, with both ends of each range.
  private func weightTable(_ weights: CriterionWeights) -> Table {
    let points = weightPoints
    let order = weights.criteria.indices.sorted { one, other in
      let (first, second) = (weights.values[one], weights.values[other])
      return first == second ? one < other : first > second
    }
    return Table(
      id: "weights",
      caption: wording(
        .weightsCaption, ["points": wording.number(100, from: "analysis.points")]),
      columns: [wording(.columnMatters), wording(.columnRange), wording(.columnWeight)],
      rows: order.map { index in
        let id = weights.criteria[index]
        return [
          base.criterionName(id), ends(id),
          wording.number(points[index], from: "analysis.weight.\(id)"),
        ]
      }, rowIDs: order.map { weights.criteria[$0] })
  }

  /// Both ends of the range of a criterion in words.
  func ends(_ id: String) -> InlineText {
    guard let criterion = pack.criterion(id), let row = criterion.row(in: base.region.id) else {
      return .empty
    }
    func end(_ text: TextID, _ level: Double) -> InlineText {
      let decimals = criterion.row == nil || level == level.rounded() ? 0 : criterion.decimals
      let value = DecimalText(level, decimals: decimals)
      return wording.text(
        text, ["n": base.quantity(value, of: criterion, from: "\(id).range")])
    }
    return wording(
      .ends,
      ["worst": end(criterion.texts.worst, row.worst), "best": end(criterion.texts.best, row.best)])
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
