// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension EvidenceReader {
  /// Reads the criteria with their cells.
  ///
  /// - Parameter alternatives: the ids in the order of the pack; every row has one cell for each.
  mutating func criteria(_ root: MarkupElement, alternatives: [String]) -> [EvidenceCriterion] {
    let readings = (root.first("readings")?.elements ?? []).compactMap { $0.attribute("id") }
    return (root.first("criteria")?.elements ?? []).map {
      criterion($0, alternatives: alternatives, readings: readings)
    }
  }

  /// Reads one criterion, or another measure of the aim of one.
  ///
  /// - Parameter readings: the ids of the readings of the evidence, in the order of the pack.
  mutating func criterion(
    _ element: MarkupElement, alternatives: [String], readings: [String]
  ) -> EvidenceCriterion {
    let regional = element.elements(named: "byRegion").map { region in
      EvidenceCriterion.RegionalRow(
        region: region.attribute("region") ?? "",
        row: row(
          region, of: element, outOf: nil, alternatives: alternatives, readings: readings))
    }
    let outOf = decoder.count("outOf", of: element)
    if regional.isEmpty && (element.attribute("worst") == nil || element.attribute("best") == nil) {
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
      aim: element.attribute("aim"), isUnfelt: element.attribute("unfelt") == "true",
      worthwhile: decoder.optionalNumber("worthwhile", of: element),
      row: regional.isEmpty
        ? row(
          element, of: element, outOf: outOf, alternatives: alternatives, readings: readings)
        : nil,
      regionalRows: regional)
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
    _ element: MarkupElement, of criterion: MarkupElement, outOf: Int?, alternatives: [String],
    readings: [String]
  ) -> EvidenceRow {
    let id = criterion.attribute("id") ?? ""
    let performances = element.elements(named: "performance")
    for performance in performances { checkReadings(performance, readings) }
    func cells(under reading: String?, _ reader: inout EvidenceReader) -> [EvidenceCell] {
      performances.map { performance in
        let numbers = performance.elements(named: "under")
          .first { $0.attribute("reading") == reading }
        return reader.cell(performance, numbers: numbers ?? performance, of: id, outOf: outOf)
      }
    }
    let cells = cells(under: readings.first, &self)
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
    // Only what differs is read again, so that nothing is reported twice.
    let others = readings.dropFirst().map { reading in
      EvidenceRow.ReadingCells(
        reading: reading,
        cells: ordered.map { cell in
          guard
            let performance = performances.first(where: {
              $0.attribute("alternative") == cell.alternative
            }),
            let numbers = performance.elements(named: "under").first(where: {
              $0.attribute("reading") == reading
            })
          else { return cell }
          return self.cell(performance, numbers: numbers, of: id, outOf: outOf)
        })
    }
    return EvidenceRow(
      worst: decoder.number("worst", of: element), best: decoder.number("best", of: element),
      cells: ordered, roundTo: decoder.optionalNumber("roundTo", of: element),
      otherReadings: others)
  }

  /// A performance states its numbers once, or once under each reading.
  private mutating func checkReadings(_ performance: MarkupElement, _ readings: [String]) {
    let stated = performance.elements(named: "under").compactMap { $0.attribute("reading") }
    let stating = stated.isEmpty ? [performance] : performance.elements(named: "under")
    let isWhole = stating.allSatisfy { element in
      ["certainty", "reason", "basis", "sources"].allSatisfy { element.attribute($0) != nil }
    }
    if isWhole, stated.isEmpty || stated.sorted() == readings.sorted() { return }
    decoder.diagnostics.error(
      "evidence.readings", at: decoder.place(performance),
      "A performance states its numbers once, or once under each reading of the evidence.",
      advice: stated.isEmpty || !isWhole
        ? "Give certainty, reason, basis and sources with the numbers."
        : "Write one element under for each of: \(readings.joined(separator: ", ")).")
  }

  /// - Parameters:
  ///   - performance: the element of the alternative.
  ///   - element: the element that states the numbers: the same, or one of a reading.
  private mutating func cell(
    _ performance: MarkupElement, numbers element: MarkupElement, of criterion: String, outOf: Int?
  ) -> EvidenceCell {
    let distribution = distribution(element, outOf: outOf)
    let basis: Basis = decoder.value("basis", of: element, else: .declared)
    let sources = decoder.ids("sources", of: element)
    let mayLackSource = basis != .measured && basis != .derived
    if sources.isEmpty && !mayLackSource {
      decoder.diagnostics.error(
        "evidence.numberWithoutSource", at: decoder.place(element),
        "Every number carries its source; this performance has none.",
        advice: "Name a source, or mark the basis as declared or byDefinition.")
    }
    if (performance.attribute("relativeTo") == nil) != (performance.attribute("operation") == nil) {
      decoder.diagnostics.error(
        "evidence.baseline", at: decoder.place(element),
        "relativeTo and operation stand together.", advice: "Give both attributes or none.")
    }
    if let fault = distribution.fault {
      let (problem, advice) = fault.explanation
      decoder.diagnostics.error(
        "evidence.distribution", at: decoder.place(element), problem, advice: advice)
    }
    return EvidenceCell(
      criterion: criterion, alternative: performance.attribute("alternative") ?? "",
      distribution: distribution,
      relativeTo: performance.attribute("relativeTo"),
      operation: performance.attribute("operation").flatMap { Baseline.Operation(rawValue: $0) },
      certainty: decoder.value("certainty", of: element, else: .notKnown),
      reason: decoder.text("reason", of: element), basis: basis,
      rangeBasis: decoder.value("rangeBasis", of: element, else: basis), sources: sources,
      line: element.line, instead: decoder.optionalText("instead", of: performance),
      needsReview: element.attribute("needsReview") == "true")
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
