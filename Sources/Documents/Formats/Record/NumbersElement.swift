// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// The element `numbers` of a record: the levels and figures that were used, and their sources.
enum NumbersElement {
  /// The levels, figures and sources as nodes.
  static func nodes(_ numbers: DocumentNumbers) -> [MarkupNode] {
    numbers.levels.map(node) + numbers.figures.map(node) + numbers.sources.map(node)
  }

  private static func node(_ level: DocumentNumbers.Level) -> MarkupNode {
    let (cell, figure) = (level.cell, level.figure)
    var attributes = [
      MarkupAttribute("criterion", cell.criterion),
      MarkupAttribute("alternative", cell.alternative),
      MarkupAttribute("printed", figure.value.text),
      MarkupAttribute("certainty", figure.certainty.rawValue),
      MarkupAttribute("basis", cell.isClinicPrice ? "clinicPrice" : cell.basis.rawValue),
      MarkupAttribute(
        "rangeBasis", cell.isClinicPrice ? "clinicPrice" : cell.rangeBasis.rawValue),
      MarkupAttribute("worst", "\(level.worst)"),
      MarkupAttribute("best", "\(level.best)"),
      MarkupAttribute("sources", figure.sources.joined(separator: " ")),
    ]
    attributes += limits(figure)
    if let reading = figure.reading { attributes.append(MarkupAttribute("reading", reading)) }
    if let baseline = cell.relativeTo, let operation = cell.operation {
      attributes.append(MarkupAttribute("relativeTo", baseline))
      attributes.append(MarkupAttribute("operation", operation.rawValue))
    }
    return .element(MarkupElement("level", attributes, [distribution(cell.distribution)]))
  }

  /// Denominator and range, where there are some.
  private static func limits(_ figure: EvidenceFigure) -> [MarkupAttribute] {
    [("of", figure.of), ("low", figure.low), ("high", figure.high)].compactMap { name, value in
      value.map { MarkupAttribute(name, $0.text) }
    }
  }

  private static func distribution(_ distribution: PerformanceDistribution) -> MarkupNode {
    switch distribution {
    case .exact(let value): .element("exact", ["value": "\(value)"])
    case .normal(let estimate, let low, let high):
      .element("normal", ["estimate": "\(estimate)", "low": "\(low)", "high": "\(high)"])
    case .lognormal(let estimate?, let low, let high):
      .element("lognormal", ["estimate": "\(estimate)", "low": "\(low)", "high": "\(high)"])
    case .lognormal(nil, let low, let high):
      .element("lognormal", ["low": "\(low)", "high": "\(high)"])
    case .beta(let events, let people, _):
      .element("beta", ["events": "\(events)", "n": "\(people)"])
    case .betaShape(let alpha, let beta, _):
      .element("betaShape", ["alpha": "\(alpha)", "beta": "\(beta)"])
    case .betaInterval(let estimate?, let low, let high, _):
      .element("betaInterval", ["estimate": "\(estimate)", "low": "\(low)", "high": "\(high)"])
    case .betaInterval(nil, let low, let high, _):
      .element("betaInterval", ["low": "\(low)", "high": "\(high)"])
    case .truncatedNormal(let estimate, let low, let high, let floor, let ceiling, let matches):
      .element(
        "truncatedNormal",
        [
          "estimate": "\(estimate)", "low": "\(low)", "high": "\(high)", "floor": "\(floor)",
          "ceiling": "\(ceiling)", "match": matches ? "meanSD" : "parent",
        ])
    case .triangular(let low, let likely, let high):
      .element("triangular", ["low": "\(low)", "likely": "\(likely)", "high": "\(high)"])
    case .uniform(let low, let high): .element("uniform", ["low": "\(low)", "high": "\(high)"])
    }
  }

  private static func node(_ figure: EvidenceFigure) -> MarkupNode {
    var attributes = [
      MarkupAttribute("id", figure.id), MarkupAttribute("value", figure.value.text),
      MarkupAttribute("certainty", figure.certainty.rawValue),
      MarkupAttribute("basis", figure.basis.rawValue),
      MarkupAttribute("sources", figure.sources.joined(separator: " ")),
    ]
    attributes += limits(figure)
    if let events = figure.events { attributes.append(MarkupAttribute("events", "\(events)")) }
    if let people = figure.people { attributes.append(MarkupAttribute("n", "\(people)")) }
    return .element(MarkupElement("figure", attributes))
  }

  private static func node(_ source: DataSource) -> MarkupNode {
    var attributes = [
      MarkupAttribute("id", source.id), MarkupAttribute("citation", source.citation),
      MarkupAttribute("read", source.read),
    ]
    for (name, value) in [
      ("doi", source.doi), ("pmid", source.pmid), ("sponsor", source.sponsor),
    ] {
      if let value { attributes.append(MarkupAttribute(name, value)) }
    }
    return .element(MarkupElement("source", attributes))
  }

  /// Reads the levels and figures in their order.
  static func read(
    _ element: MarkupElement, _ reader: ElementReader
  ) throws(RecordFault) -> RecordedNumbers {
    var read = RecordedNumbers()
    for level in element.elements(named: "level") {
      let alternative = try reader.attribute("alternative", level)
      let criterion = try reader.attribute("criterion", level)
      if !read.alternatives.contains(alternative) { read.alternatives.append(alternative) }
      if !read.criteria.contains(criterion) { read.criteria.append(criterion) }
      let parts = [criterion, alternative] + (level.attribute("reading").map { [$0] } ?? [])
      read.numbers.append(
        try number(level, id: parts.joined(separator: "."), value: "printed", reader))
    }
    for figure in element.elements(named: "figure") {
      read.numbers.append(
        try number(figure, id: try reader.attribute("id", figure), value: "value", reader))
    }
    return read
  }

  private static func number(
    _ element: MarkupElement, id: String, value: String, _ reader: ElementReader
  ) throws(RecordFault) -> RecordedNumber {
    guard let number = try reader.decimal(value, element) else {
      throw reader.fault(element, "The element \(element.name) needs the attribute \(value).")
    }
    return RecordedNumber(
      id: id, value: number, of: try reader.decimal("of", element),
      low: try reader.decimal("low", element), high: try reader.decimal("high", element),
      certainty: try reader.value("certainty", element),
      basis: try reader.attribute("basis", element), sources: reader.list("sources", element))
  }
}

/// The numbers of a record.
public struct RecordedNumbers: Sendable, Equatable {
  /// The alternatives that have levels, in the order of the levels.
  public internal(set) var alternatives: [String] = []
  /// The criteria that have levels, in the order of the levels.
  public internal(set) var criteria: [String] = []
  /// The levels and figures, in the order of the record.
  public internal(set) var numbers: [RecordedNumber] = []
}

/// A number of a record, as it is printed.
public struct RecordedNumber: Sendable, Equatable {
  /// The id: that of a figure, or `criterion.alternative` of a level.
  public var id: String
  /// The value.
  public var value: DecimalText
  /// Out of how many, or nil.
  public var of: DecimalText?
  /// The lower end of the range, or nil.
  public var low: DecimalText?
  /// The upper end of the range, or nil.
  public var high: DecimalText?
  /// How sure the authors of the pack are.
  public var certainty: CertaintyOfEvidence
  /// Where it comes from: a basis of the pack, or `clinicPrice`.
  public var basis: String
  /// The ids of the sources.
  public var sources: [String]
}
