// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// What the pack states of one alternative on one criterion.
public struct EvidenceCell: Sendable, Equatable {
  /// The id of the criterion.
  public var criterion: String
  /// The id of the alternative.
  public var alternative: String
  /// The level, or the difference to the baseline.
  public var distribution: PerformanceDistribution
  /// The alternative whose level is shared, or nil.
  public var relativeTo: String?
  /// How level and difference are joined; nil without a baseline.
  public var operation: Baseline.Operation?
  /// How sure the studies allow us to be.
  public var certainty: CertaintyOfEvidence
  /// The text of the plain reason.
  public var reason: TextID
  /// Where the estimate comes from.
  public var basis: Basis
  /// Where the range comes from.
  public var rangeBasis: Basis
  /// The ids of the sources.
  public var sources: [String]
  /// The line of the pack file.
  public var line: Int
  /// Whether a price of the clinic's own stands in the place of what the pack states.
  public var isClinicPrice = false

  /// The id of the number: what texts, checks and the record name it by.
  public var id: String { "\(criterion).\(alternative)" }

  /// The cell with a price of the clinic's own: no study, no grade, no baseline.
  func priced(_ price: PerformanceDistribution) -> EvidenceCell {
    var cell = self
    cell.distribution = price
    (cell.relativeTo, cell.operation, cell.sources) = (nil, nil, [])
    (cell.certainty, cell.basis, cell.rangeBasis) = (.byDefinition, .declared, .declared)
    cell.isClinicPrice = true
    return cell
  }

  /// The cell as the mathematics takes it.
  ///
  /// - Parameter alternatives: the ids in the order of the pack.
  func performance(among alternatives: [String]) -> PerformanceCell {
    guard let baseline = relativeTo.flatMap({ alternatives.firstIndex(of: $0) }), let operation
    else { return PerformanceCell(distribution) }
    return PerformanceCell(
      distribution, baseline: Baseline(alternative: baseline, operation: operation))
  }
}

/// The ends of a range and the cells that lie in it, for all regions or for one.
public struct EvidenceRow: Sendable, Equatable {
  /// The level that counts as worst.
  public var worst: Double
  /// The level that counts as best.
  public var best: Double
  /// One cell per alternative, in the order of the pack's alternatives.
  public var cells: [EvidenceCell]
  /// The step that levels are rounded to where they are printed, or nil: by decimals alone.
  public var roundTo: Double?
}

/// A criterion as the pack states it: words, range and cells.
public struct EvidenceCriterion: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The id of the branch of the value tree.
  public var branch: String
  /// The texts of the criterion by their role.
  public var texts: CriterionTexts
  /// Whether more is better.
  public var direction: Direction
  /// The break points of the value function; empty: a straight line.
  public var points: [ValuePoint]
  /// The digits after the point when a level is printed.
  public var decimals: Int
  /// The denominator of a counted outcome (100 or 1000), or nil.
  public var outOf: Int?
  /// Tags of what is measured; two criteria with one tag may count one thing twice.
  public var measures: [String]
  /// The criteria that the value of this one depends on.
  public var dependences: [CriterionDependence] = []
  /// The row that holds everywhere, or nil when rows stand by region.
  public var row: EvidenceRow?
  /// The rows by region, in the order of the pack.
  public var regionalRows: [RegionalRow]

  /// A row for one region.
  public struct RegionalRow: Sendable, Equatable {
    /// The id of the region.
    public var region: String
    /// The row.
    public var row: EvidenceRow
  }

  /// The row that holds in a region, or nil when the pack has none for it.
  public func row(in region: String) -> EvidenceRow? {
    row ?? regionalRows.first { $0.region == region }?.row
  }

  /// The cells of a setting in the order of the pack's alternatives, or nil when the pack has none
  /// for its region.
  ///
  /// - Parameter prices: the clinic's own prices; each takes the place of the cell of its
  ///   alternative where rows stand by region.
  public func cells(in region: String, prices: [CareSetting.Price]) -> [EvidenceCell]? {
    guard let cells = row(in: region)?.cells else { return nil }
    if row != nil || prices.isEmpty { return cells }
    return cells.map { cell in
      prices.first { $0.alternative == cell.alternative }.map { cell.priced($0.distribution) }
        ?? cell
    }
  }
}

/// The texts of a criterion.
public struct CriterionTexts: Sendable, Equatable {
  /// The name as a heading.
  public var name: TextID
  /// The name inside a sentence.
  public var inline: TextID
  /// What it means.
  public var explanation: TextID
  /// How a level is printed; parameter n.
  public var level: TextID
  /// The worst end in words; parameter n.
  public var worst: TextID
  /// The best end in words; parameter n.
  public var best: TextID
  /// The period.
  public var period: TextID
  /// Who was studied.
  public var group: TextID
  /// How sure we are of the numbers of all alternatives, and why.
  public var sure: TextID
  /// The people to whom it happens; parameters n and of; nil for a quantity.
  public var happens: TextID?
  /// The people to whom it does not happen; parameter n; nil for a quantity.
  public var doesNot: TextID?
}

/// A criterion whose value depends on another one, so that adding the two may mislead.
public struct CriterionDependence: Sendable, Equatable {
  /// The id of the other criterion.
  public var criterion: String
  /// The text of the reason, the end of a sentence.
  public var reason: TextID
}

extension EvidenceReader {
  /// Reads the criteria with their cells.
  ///
  /// - Parameter alternatives: the ids in the order of the pack; every row has one cell for each.
  mutating func criteria(_ root: MarkupElement, alternatives: [String]) -> [EvidenceCriterion] {
    (root.first("criteria")?.elements ?? []).map { element in
      let regional = element.elements(named: "byRegion").map { region in
        EvidenceCriterion.RegionalRow(
          region: region.attribute("region") ?? "",
          row: row(region, of: element, outOf: nil, alternatives: alternatives))
      }
      let outOf = decoder.count("outOf", of: element)
      if regional.isEmpty && (element.attribute("worst") == nil || element.attribute("best") == nil)
      {
        decoder.diagnostics.error(
          "evidence.anchors", at: decoder.place(element),
          "A criterion states both ends of its range.",
          advice: "Add the attributes worst and best.")
      }
      return EvidenceCriterion(
        id: element.attribute("id") ?? "", branch: element.attribute("branch") ?? "",
        texts: texts(element),
        direction: decoder.value("direction", of: element, else: .lowerIsBetter),
        points: element.elements(named: "point").map {
          ValuePoint(
            level: decoder.number("level", of: $0), value: decoder.number("value", of: $0))
        },
        decimals: decoder.count("decimals", of: element) ?? 0, outOf: outOf,
        measures: decoder.ids("measures", of: element), dependences: dependences(element),
        row: regional.isEmpty
          ? row(element, of: element, outOf: outOf, alternatives: alternatives) : nil,
        regionalRows: regional)
    }
  }

  private mutating func dependences(_ element: MarkupElement) -> [CriterionDependence] {
    element.elements(named: "dependsOn").map {
      CriterionDependence(
        criterion: $0.attribute("criterion") ?? "", reason: decoder.text("reason", of: $0))
    }
  }

  private mutating func texts(_ element: MarkupElement) -> CriterionTexts {
    CriterionTexts(
      name: decoder.text("name", of: element), inline: decoder.text("inline", of: element),
      explanation: decoder.text("explanation", of: element),
      level: decoder.text("levelText", of: element, parameters: ["n"]),
      worst: decoder.text("worstText", of: element, parameters: ["n"]),
      best: decoder.text("bestText", of: element, parameters: ["n"]),
      period: decoder.text("period", of: element), group: decoder.text("group", of: element),
      sure: decoder.text("sure", of: element),
      happens: decoder.optionalText("happens", of: element, parameters: ["n", "of"]),
      doesNot: decoder.optionalText("doesNot", of: element, parameters: ["n"]))
  }

  private mutating func row(
    _ element: MarkupElement, of criterion: MarkupElement, outOf: Int?, alternatives: [String]
  ) -> EvidenceRow {
    let cells = element.elements(named: "performance").map {
      cell($0, of: criterion.attribute("id") ?? "", outOf: outOf)
    }
    var ordered: [EvidenceCell] = []
    for alternative in alternatives {
      let matching = cells.filter { $0.alternative == alternative }
      ordered.append(contentsOf: matching.prefix(1))
      if matching.count != 1 {
        decoder.diagnostics.error(
          "evidence.cell", at: decoder.place(element),
          "Every alternative has exactly one performance on every criterion; "
            + "\(alternative) has \(matching.count).",
          advice: "Add or remove a performance element.")
      }
    }
    for cell in cells {
      // A baseline that is not there would turn a difference into a level.
      for id in [cell.alternative, cell.relativeTo].compactMap({ $0 })
      where !alternatives.contains(id) {
        decoder.diagnostics.error(
          "evidence.unknownAlternative", at: SourceLocation(file: decoder.file, line: cell.line),
          "There is no alternative \(id).", advice: "Use an id of an alternative.")
      }
    }
    return EvidenceRow(
      worst: decoder.number("worst", of: element), best: decoder.number("best", of: element),
      cells: ordered, roundTo: decoder.optionalNumber("roundTo", of: element))
  }

  private mutating func cell(
    _ element: MarkupElement, of criterion: String, outOf: Int?
  ) -> EvidenceCell {
    let distribution = distribution(element, outOf: outOf)
    let basis: Basis = decoder.value("basis", of: element, else: .declared)
    let sources = decoder.ids("sources", of: element)
    let mayLackSource = basis == .byDefinition || basis == .declared
    if sources.isEmpty && !mayLackSource {
      decoder.diagnostics.error(
        "evidence.numberWithoutSource", at: decoder.place(element),
        "Every number carries its source; this performance has none.",
        advice: "Name a source, or mark the basis as declared or byDefinition.")
    }
    if (element.attribute("relativeTo") == nil) != (element.attribute("operation") == nil) {
      decoder.diagnostics.error(
        "evidence.baseline", at: decoder.place(element),
        "relativeTo and operation stand together.", advice: "Give both attributes or none.")
    }
    if let fault = distribution.fault {
      decoder.diagnostics.error(
        "evidence.distribution", at: decoder.place(element),
        "The numbers of this performance do not fit together (\(fault)).",
        advice: "low is at most the estimate, high at least; events are at most n; "
          + "a lognormal low is above zero.")
    }
    return EvidenceCell(
      criterion: criterion, alternative: element.attribute("alternative") ?? "",
      distribution: distribution,
      relativeTo: element.attribute("relativeTo"),
      operation: element.attribute("operation").flatMap { Baseline.Operation(rawValue: $0) },
      certainty: decoder.value("certainty", of: element, else: .notKnown),
      reason: decoder.text("reason", of: element), basis: basis,
      rangeBasis: decoder.value("rangeBasis", of: element, else: basis), sources: sources,
      line: element.line)
  }

  private func distribution(_ element: MarkupElement, outOf: Int?) -> PerformanceDistribution {
    guard let form = element.elements.first else { return .exact(0) }
    let low = decoder.number("low", of: form)
    let high = decoder.number("high", of: form)
    switch form.name {
    case "normal":
      return .normal(estimate: decoder.number("estimate", of: form), low: low, high: high)
    case "lognormal":
      return .lognormal(
        estimate: decoder.optionalNumber("estimate", of: form), low: low, high: high)
    case "beta":
      return .beta(
        events: decoder.count("events", of: form) ?? 0, n: decoder.count("n", of: form) ?? 0,
        scale: Double(outOf ?? 1))
    case "triangular":
      return .triangular(low: low, likely: decoder.number("likely", of: form), high: high)
    case "uniform": return .uniform(low: low, high: high)
    case "betaShape":
      return .betaShape(
        alpha: decoder.number("alpha", of: form), beta: decoder.number("beta", of: form),
        scale: Double(outOf ?? 1))
    case "betaInterval":
      return .betaInterval(
        estimate: decoder.optionalNumber("estimate", of: form), low: low, high: high,
        scale: Double(outOf ?? 1))
    case "truncatedNormal":
      return .truncatedNormal(
        estimate: decoder.number("estimate", of: form), low: low, high: high,
        floor: decoder.number("floor", of: form), ceiling: decoder.number("ceiling", of: form),
        matchesMoments: form.attribute("match") == "meanSD")
    default: return .exact(decoder.number("value", of: form))
    }
  }
}
