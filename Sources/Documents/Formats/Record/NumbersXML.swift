// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// The numbers behind a document as nodes of the record.
enum NumbersXML {
  /// The levels, figures and sources.
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
}
