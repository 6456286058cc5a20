// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// What passages need of the pack: wording, levels and the numbering of sources.
struct PackContext: Sendable {
  /// The pack, with everything that stands once for each alternative in the order of the document.
  let pack: EvidencePack
  /// The pack in its own order.
  let originalPack: EvidencePack
  /// The order of the alternatives.
  let order: OptionOrder
  let wording: Wording
  /// The criteria and other measures that are shown, in the order of the pack.
  let criteria: [EvidenceCriterion]
  /// Their levels under the first reading, then alternative, in the order of the document.
  let levels: [[EvidenceFigure]]
  /// The levels under the other readings that differ, by the id of that under the first.
  let otherLevels: [String: [EvidenceFigure]]
  /// All levels by criterion, in the order of the pack, those of other readings last.
  let packLevels: [[EvidenceFigure]]
  /// The clinic's own prices.
  let prices: [CareSetting.Price]
  /// The region.
  let region: Region
  /// The sources of the numbers that the documents print; their place is their number.
  var sources: [DataSource]

  /// - Parameters:
  ///   - pack: the pack in its own order.
  ///   - prices: the clinic's own prices.
  init(
    pack: EvidencePack, order: OptionOrder, wording: Wording, region: Region,
    prices: [CareSetting.Price]
  ) {
    self.pack = pack.ordered(by: order)
    criteria = self.pack.shownCriteria
    originalPack = pack
    self.order = order
    self.wording = wording
    self.region = region
    self.prices = prices
    // The person's analysis was made of the same numbers.
    let levels =
      (try? EvidenceFigure.levels(of: pack, region: region.id, prices: prices))
      ?? criteria.map { _ in [] }
    packLevels = levels
    self.levels = levels.map { row in
      order.ordered(row.filter { $0.reading == nil }) { $0.cell?.alternative }
    }
    otherLevels = Dictionary(
      grouping: levels.flatMap { $0 }.filter { $0.reading != nil }, by: { $0.cell?.id ?? "" })
    var cited = Set(levels.flatMap { $0.flatMap(\.sources) })
    // Rows and positions of other evidence stand in a document with sources of its own.
    let outcomes = pack.outcomes.filter { $0.block != .cancer }
    for figure in outcomes.flatMap({ $0.results.compactMap(\.figure) }) {
      cited.formUnion(wording.figure(figure)?.sources ?? [])
    }
    // What only a sentence of a row states has its source in that row, too.
    for text in outcomes.flatMap({ [$0.reason] + $0.results.compactMap(\.instead) }) {
      cited.formUnion(wording.text(text).sources.flatMap { wording.figure($0)?.sources ?? [] })
    }
    for position in pack.guidelines where position.isTold(in: region.id) {
      cited.formUnion(position.sources)
    }
    sources = pack.sources.filter { cited.contains($0.id) }
  }

  /// The same with the sources of one block of outcomes alone, and numbers of their own.
  func citing(only block: EvidenceOutcome.Block) -> PackContext {
    var cited: Set<String> = []
    for result in pack.outcomes.filter({ $0.block == block }).flatMap(\.results) {
      if let figure = result.figure.flatMap({ wording.figure($0) }) {
        cited.formUnion(figure.sources)
      }
      for case .evidence(let id) in result.instead.map({ wording.text($0).sources }) ?? [] {
        cited.formUnion(wording.figure(id)?.sources ?? [])
      }
    }
    if block == .cancer {
      for position in pack.guidelines where position.isOtherEvidence {
        cited.formUnion(position.sources)
      }
    }
    var context = self
    context.sources = pack.sources.filter { cited.contains($0.id) }
    return context
  }

  /// The name of an alternative as a heading.
  func name(_ alternative: String) -> InlineText {
    pack.option(alternative).map { wording.text($0.name) } ?? .empty
  }

  /// The name of an alternative inside a sentence.
  func inline(_ alternative: String) -> InlineText {
    pack.option(alternative).map { wording.text($0.inline) } ?? .empty
  }

  /// The name of a criterion inside a sentence.
  func criterionInline(_ id: String) -> InlineText {
    pack.criterion(id).map { wording.text($0.texts.inline) } ?? .empty
  }

  /// The name of a criterion as a heading.
  func criterionName(_ id: String) -> InlineText {
    pack.criterion(id).map { wording.text($0.texts.name) } ?? .empty
  }

  /// The heads of a table with one column per alternative.
  var optionColumns: [InlineText] { pack.options.map { wording.text($0.name) } }

  /// What the columns of such a table are about.
  var columnIDs: [String] { [""] + pack.options.map(\.id) }

  /// A bare number of a criterion: a plain number, or money of the region.
  func quantity(_ value: DecimalText, of criterion: EvidenceCriterion, from source: NumberSource)
    -> InlineText
  {
    guard criterion.row == nil else { return wording.number(value, from: source) }
    return wording.money(value, in: region, from: source)
  }

  /// A level in the words of its criterion.
  func level(_ value: DecimalText, of criterion: EvidenceCriterion, from source: NumberSource)
    -> InlineText
  {
    wording.text(criterion.texts.level, ["n": quantity(value, of: criterion, from: source)])
  }

  /// A level as a reader sees it, under each reading of the evidence where they differ.
  func shown(
    _ figure: EvidenceFigure, of criterion: EvidenceCriterion, withRange: Bool = true
  ) -> InlineText {
    if let instead = figure.cell?.instead { return wording.text(instead) }
    guard let others = otherLevels[figure.id], let first = pack.readings.first else {
      return inOneReading(figure, of: criterion, withRange: withRange)
    }
    let parts = ([(first.id, figure)] + others.map { ($0.reading ?? "", $0) }).map {
      reading, figure in
      wording(
        .levelInReading,
        [
          "level": inOneReading(figure, of: criterion, withRange: withRange),
          "reading": self.reading(reading),
        ])
    }
    return parts.dropFirst().reduce(parts[0]) {
      wording(.byReading, ["before": $0, "last": $1])
    }
  }

  /// The name of a reading of the evidence inside a sentence.
  func reading(_ id: String) -> InlineText {
    pack.readings.first { $0.id == id }.map { wording.text($0.name) } ?? .empty
  }

  /// The name of a reading for the head of a narrow column.
  func readingShort(_ id: String) -> InlineText {
    pack.readings.first { $0.id == id }.map { wording.text($0.short) } ?? .empty
  }

  /// A level of one reading: with its range if wanted, marked when the authors chose it, and
  /// as not known when no study measured it.
  func inOneReading(
    _ figure: EvidenceFigure, of criterion: EvidenceCriterion, withRange: Bool = true
  ) -> InlineText {
    let range = figure.low.flatMap { low in
      figure.high.map { high in
        wording(
          .range,
          [
            "low": quantity(low, of: criterion, from: figure.source),
            "high": quantity(high, of: criterion, from: figure.source),
          ])
      }
    }
    if figure.certainty == .notKnown {
      // What is shown and not weighed is used for nothing.
      if pack.otherMeasures.contains(where: { $0.criterion.id == criterion.id }) {
        return wording(.notKnown)
      }
      // A count is never printed without its denominator.
      if let of = figure.of, let low = figure.low, let high = figure.high {
        let counts = wording(
          .countRange,
          [
            "low": quantity(low, of: criterion, from: figure.source),
            "high": quantity(high, of: criterion, from: figure.source),
            "of": wording.number(of, from: figure.source),
          ])
        return wording(.notKnownUsed, ["range": counts])
      }
      return range.map { wording(.notKnownUsed, ["range": $0]) } ?? wording(.notKnown)
    }
    let level = level(figure.value, of: criterion, from: figure.source)
    let isChosen = figure.basis == .declared && figure.cell?.isClinicPrice != true
    guard withRange, let range else {
      return isChosen ? wording(.levelChosen, ["level": level]) : level
    }
    return wording(
      isChosen ? .levelWithRangeChosen : .levelWithRange, ["level": level, "range": range])
  }

  /// How sure we are and why, in the patient's words.
  func sureness(_ reason: TextID) -> InlineText {
    wording.text(reason)
  }

  /// The numbers of sources in the list of sources.
  func sourceNumbers(_ ids: [String]) -> InlineText {
    let numbers = sources.indices.filter { ids.contains(sources[$0].id) }
    if numbers.isEmpty { return wording(.noSource) }
    let texts = numbers.map { place in
      let number = wording.number(place + 1, from: .source(sources[place].id))
      return sources[place].sponsor == nil
        ? number : wording(.sourceOfMaker, ["source": number])
    }
    return wording(.sourceNumbers, ["numbers": wording.listed(texts)])
  }
}
