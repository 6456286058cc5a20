// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Reads the performances of one criterion.
struct ProblemCellReader {
  let rows: ProblemRows
  let criterion: MarkupElement
  /// The range of the stated anchors.
  let span: PerformanceInterval?

  /// One cell with its note for each row; nil when a cell is missing or cannot be read.
  ///
  /// A reference row without a cell gets an exact zero, which nothing stands on.
  func cells(
    _ decoder: inout ElementDecoder
  ) -> [(cell: PerformanceCell, note: PerformanceNote)]? {
    let elements = criterion.elements(named: "performance")
    var isComplete = checkRows(elements, &decoder)
    var cells: [(cell: PerformanceCell, note: PerformanceNote)] = []
    let groups = criterion.elements(named: "logOddsRatios")
    let stoodOn = (elements + groups).compactMap { $0.attribute("relativeTo") }
    let joint = JointEffectsReader(rows: rows, criterion: criterion).cells(&decoder)
    let named = groups.flatMap(\.elements).compactMap { $0.attribute("alternative") }
    for (index, id) in rows.all.enumerated() {
      let own = elements.filter { $0.attribute("alternative") == id }
      if own.isEmpty, let cell = joint[id] {
        cells.append(cell)
      } else if own.count > 1 || (own.count == 1 && joint[id] != nil) {
        isComplete = false
        decoder.diagnostics.error(
          "problem.duplicateCell", at: decoder.place(own[own.count - 1]),
          "A row has one performance on a criterion; \(id) has "
            + "\(own.count + (joint[id] == nil ? 0 : 1)).",
          advice: "Remove the others.")
      } else if let element = own.first {
        if let cell = cell(element, &decoder) { cells.append(cell) } else { isComplete = false }
      } else if named.contains(id) {
        // What is wrong with its effects has been said.
        isComplete = false
      } else if index < rows.alternatives.count || stoodOn.contains(id) {
        isComplete = false
        decoder.diagnostics.error(
          "problem.missingCell", at: decoder.place(criterion),
          "Every alternative, and every row that is stood on, has a performance on every criterion; "
            + "\(id) has none.",
          advice: "Add it; where nothing is known, write anchorsSpan=\"true\".")
      } else {
        cells.append((PerformanceCell(.exact(0)), PerformanceNote()))
      }
    }
    return isComplete ? cells : nil
  }

  private func checkRows(_ elements: [MarkupElement], _ decoder: inout ElementDecoder) -> Bool {
    var isKnown = true
    for element in elements {
      for name in ["alternative", "relativeTo"] {
        if let id = element.attribute(name), !rows.all.contains(id) {
          isKnown = false
          decoder.diagnostics.error(
            "problem.unknownAlternative", at: decoder.place(element),
            "There is no alternative or reference \(id).",
            advice: "Use one of: \(rows.all.joined(separator: ", ")).")
        }
      }
    }
    return isKnown
  }

  private func cell(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> (cell: PerformanceCell, note: PerformanceNote)? {
    let base = element.attribute("relativeTo").flatMap { rows.all.firstIndex(of: $0) }
    let operation = element.attribute("operation").flatMap { Baseline.Operation(rawValue: $0) }
    if (element.attribute("relativeTo") == nil) != (operation == nil) {
      decoder.diagnostics.error(
        "problem.baseline", at: decoder.place(element),
        "relativeTo and operation stand together.", advice: "Give both attributes or none.")
      return nil
    }
    let spansAnchors = decoder.flag("anchorsSpan", of: element)
    guard let distribution = distribution(element, spansAnchors: spansAnchors, &decoder) else {
      return nil
    }
    let scale = Double(decoder.count("outOf", of: criterion) ?? 1)
    let baseline = base.flatMap { base in
      operation.map { Baseline(alternative: base, operation: $0, scale: scale) }
    }
    return (
      PerformanceCell(distribution, baseline: baseline),
      PerformanceNote(
        study: element.attribute("study"),
        certainty: element.attribute("certainty").flatMap { CertaintyOfEvidence(rawValue: $0) },
        spansAnchors: spansAnchors)
    )
  }

  private func distribution(
    _ element: MarkupElement, spansAnchors: Bool, _ decoder: inout ElementDecoder
  ) -> PerformanceDistribution? {
    if spansAnchors {
      guard element.elements.isEmpty, element.attribute("relativeTo") == nil, let span else {
        decoder.diagnostics.error(
          "problem.anchorsSpan", at: decoder.place(element),
          "A performance that spans the anchors has no numbers, no baseline, and a criterion with "
            + "stated anchors.",
          advice: "Remove anchorsSpan, or what stands beside it.")
        return nil
      }
      return .uniform(low: span.low, high: span.high)
    }
    guard let form = element.elements.first else {
      decoder.diagnostics.error(
        "problem.emptyCell", at: decoder.place(element),
        "A performance has numbers; this one has none.",
        advice: "Add them; where nothing is known, write anchorsSpan=\"true\".")
      return nil
    }
    let errors = decoder.diagnostics.all.count
    let scale = Double(decoder.count("outOf", of: criterion) ?? 1)
    let result = ProblemDistribution(form: form, scale: scale).distribution(&decoder)
    guard decoder.diagnostics.all.count == errors else { return nil }
    if let fault = result.fault {
      let (problem, advice) = fault.explanation
      decoder.diagnostics.error(
        "problem.distribution", at: decoder.place(form), problem, advice: advice)
      return nil
    }
    return result
  }
}

/// One form of a performance.
struct ProblemDistribution {
  let form: MarkupElement
  /// How many times a share of 1 the levels of counts are.
  let scale: Double

  /// The distribution, which may have faults.
  func distribution(_ decoder: inout ElementDecoder) -> PerformanceDistribution {
    switch form.name {
    case "normal":
      return .normal(
        estimate: decoder.real("estimate", of: form), low: decoder.real("low", of: form),
        high: decoder.real("high", of: form))
    case "lognormal":
      return .lognormal(
        estimate: decoder.optionalReal("estimate", of: form), low: decoder.real("low", of: form),
        high: decoder.real("high", of: form))
    case "beta": return counts(decoder)
    case "betaShape":
      return .betaShape(
        alpha: decoder.real("alpha", of: form), beta: decoder.real("beta", of: form), scale: scale)
    case "betaInterval":
      return .betaInterval(
        estimate: decoder.optionalReal("estimate", of: form), low: decoder.real("low", of: form),
        high: decoder.real("high", of: form), scale: scale)
    case "truncatedNormal":
      return .truncatedNormal(
        estimate: decoder.real("estimate", of: form), low: decoder.real("low", of: form),
        high: decoder.real("high", of: form), floor: decoder.real("floor", of: form),
        ceiling: decoder.real("ceiling", of: form),
        matchesMoments: form.attribute("match") == "moments")
    case "triangular":
      return .triangular(
        low: decoder.real("low", of: form), likely: decoder.real("likely", of: form),
        high: decoder.real("high", of: form))
    case "uniform":
      return .uniform(low: decoder.real("low", of: form), high: decoder.real("high", of: form))
    default: return .exact(decoder.real("value", of: form))
    }
  }

  /// Counts with the prior that the file names.
  private func counts(_ decoder: ElementDecoder) -> PerformanceDistribution {
    let events = decoder.count("events", of: form) ?? 0
    let n = decoder.count("n", of: form) ?? 0
    let plain = PerformanceDistribution.beta(events: events, n: n, scale: scale)
    guard plain.fault == nil,
      let added = ["uniform": 1.0, "none": 0][form.attribute("prior") ?? ""]
    else { return plain }
    return .betaShape(
      alpha: Double(events) + added, beta: Double(n - events) + added, scale: scale)
  }
}
