// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// A number that a text prints by its id: a count of people with its denominator, or a quantity.
public struct EvidenceFigure: Sendable, Equatable {
  /// The id: that of a level is the id of its cell.
  public var id: String
  /// The value as it is printed, a plain decimal.
  public var value: DecimalText
  /// The denominator as it is printed (100 or 1000), or nil for a quantity.
  public var of: DecimalText?
  /// The lower 95 % limit, or nil.
  public var low: DecimalText?
  /// The upper 95 % limit, or nil.
  public var high: DecimalText?
  /// The events that were counted, or nil.
  public var events: Int?
  /// The people among whom they were counted, or nil.
  public var people: Int?
  /// The text that states the period, or nil.
  public var period: TextID?
  /// The text that states who was studied, or nil.
  public var group: TextID?
  /// How sure the studies allow us to be.
  public var certainty: CertaintyOfEvidence
  /// Where the number comes from.
  public var basis: Basis
  /// The ids of the sources.
  public var sources: [String]
  /// Whether a clinician is to look at the number before it is used.
  public var needsReview = false
  /// The cell of the performance table that it prints; nil for a figure that stands by itself.
  public var cell: EvidenceCell?
  /// The reading of the evidence that a level belongs to, where it is not the first; else nil.
  public var reading: String?
}

/// The id of a text of the text catalogue.
public typealias TextID = String

extension EvidenceFigure {
  /// The levels that hold in every region.
  ///
  /// - Throws: `DecisionProblemError` when the numbers of the pack cannot be weighed.
  static func levels(of pack: EvidencePack) throws(DecisionProblemError) -> [EvidenceFigure] {
    guard let region = pack.regions.first?.id else { return [] }
    return try levels(of: pack, region: region, prices: []).enumerated().filter { place, _ in
      pack.shownCriteria[place].row != nil
    }.flatMap(\.element)
  }

  /// The levels of all shown criteria in a setting: for each criterion those of the first reading in
  /// the order of the pack's alternatives, then those of other readings that differ from them.
  ///
  /// - Throws: `DecisionProblemError` when the numbers of the pack cannot be weighed.
  public static func levels(
    of pack: EvidencePack, region: String, prices: [CareSetting.Price]
  ) throws(DecisionProblemError) -> [[EvidenceFigure]] {
    let first = try ProblemBuilder.problem(of: pack, region: region, prices: prices)
    let shown = pack.shownCriteria
    var found = shown.enumerated().map { column, criterion in
      levels(of: criterion, column: column, in: first, region: region, prices: prices)
    }
    for reading in pack.readings.dropFirst().map(\.id) {
      let problem = try ProblemBuilder.problem(
        of: pack, region: region, prices: prices, under: reading)
      for (column, criterion) in shown.enumerated() {
        let others = levels(
          of: criterion, column: column, in: problem, region: region, prices: prices,
          under: reading)
        found[column] += zip(found[column], others).compactMap { one, other in
          let isSame = (one.value, one.low) == (other.value, other.low) && one.high == other.high
          if isSame && one.cell == other.cell { return nil }
          var other = other
          other.id += ".\(reading)"
          other.reading = reading
          return other
        }
      }
    }
    return found
  }

  /// The levels of one criterion in a setting, in the order of the pack's alternatives.
  ///
  /// - Parameters:
  ///   - column: the place of the criterion in the problem.
  ///   - problem: the problem of the setting, in the order of the pack.
  ///   - region: the id of the region.
  ///   - prices: the clinic's own prices.
  ///   - reading: the id of a reading of the evidence; nil: the first.
  private static func levels(
    of criterion: EvidenceCriterion, column: Int, in problem: DecisionProblem, region: String,
    prices: [CareSetting.Price], under reading: String? = nil
  ) -> [EvidenceFigure] {
    (criterion.cells(in: region, prices: prices, under: reading) ?? []).enumerated().map {
      row, cell in
      EvidenceFigure(
        cell, of: criterion, estimate: problem.table.estimate(row, column),
        limits: problem.table.combinedInterval(row, column),
        // A clinic's own price is printed as it was given.
        step: cell.isClinicPrice ? nil : criterion.row(in: region)?.roundTo)
    }
  }

  /// A cell as it is printed: rounded to the step, a whole number without digits after the point, and
  /// without a range when both limits are one.
  private init(
    _ cell: EvidenceCell, of criterion: EvidenceCriterion, estimate: Double,
    limits: PerformanceInterval, step: Double?
  ) {
    let rounded = [estimate, limits.low, limits.high].map { level in
      step.map { (level / $0).rounded(.toNearestOrAwayFromZero) * $0 } ?? level
    }
    let printed = rounded.map { level in
      let text = DecimalText(level, decimals: criterion.decimals)
      return text.value == text.value.rounded() ? DecimalText(level, decimals: 0) : text
    }
    let isPoint = limits.low == limits.high
    id = cell.id
    value = printed[0]
    of = criterion.outOf.map { DecimalText(Double($0), decimals: 0) }
    low = isPoint ? nil : printed[1]
    high = isPoint ? nil : printed[2]
    if case .beta(let events, let people, _) = cell.distribution {
      (self.events, self.people) = (events, people)
    }
    period = criterion.texts.period
    group = criterion.texts.group
    (certainty, basis, sources) = (cell.certainty, cell.basis, cell.sources)
    needsReview = cell.needsReview
    self.cell = cell
  }
}

extension EvidenceReader {
  /// Reads the figures that texts print by their ids.
  mutating func figures(_ root: MarkupElement) -> [EvidenceFigure] {
    (root.first("figures")?.elements ?? []).map { element in
      let value = decoder.decimal("value", of: element)
      let basis: Basis = decoder.value("basis", of: element, else: .declared)
      let sources = decoder.ids("sources", of: element)
      if sources.isEmpty && (basis == .measured || basis == .derived) {
        decoder.diagnostics.error(
          "evidence.numberWithoutSource", at: decoder.place(element),
          "Every number carries its source; this figure has none.",
          advice: "Name a source, or mark the basis as declared or byDefinition.")
      }
      return EvidenceFigure(
        id: element.attribute("id") ?? "", value: value ?? DecimalText(0, decimals: 0),
        of: decoder.decimal("of", of: element), low: decoder.decimal("low", of: element),
        high: decoder.decimal("high", of: element), events: decoder.count("events", of: element),
        people: decoder.count("n", of: element),
        period: decoder.optionalText("period", of: element),
        group: decoder.optionalText("group", of: element),
        certainty: decoder.value("certainty", of: element, else: .notKnown), basis: basis,
        sources: sources, needsReview: element.attribute("needsReview") == "true")
    }
  }
}
