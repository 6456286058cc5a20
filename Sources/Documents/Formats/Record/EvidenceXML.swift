// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// The numbers of the pack as nodes of the record.
struct EvidenceXML: Sendable {
  let pack: EvidencePack

  /// The levels of the performance table in the person's setting.
  func levels(_ document: DecisionDocument) -> [MarkupNode] {
    let region = document.profile.setting.region
    let prices = document.profile.setting.prices
    let cells = pack.criteria.flatMap { criterion in
      (criterion.row(in: region)?.cells ?? []).map { (criterion, $0) }
    }
    return zip(document.levels, cells).map { figure, pair in
      let (criterion, cell) = pair
      let price =
        criterion.row == nil ? prices.first { $0.alternative == cell.alternative } : nil
      let row = criterion.row(in: region)
      var attributes = [
        MarkupAttribute("criterion", criterion.id),
        MarkupAttribute("alternative", cell.alternative),
        MarkupAttribute("printed", figure.value.text),
        MarkupAttribute("certainty", figure.certainty.rawValue),
        MarkupAttribute("basis", price == nil ? cell.basis.rawValue : "clinicPrice"),
        MarkupAttribute("rangeBasis", price == nil ? cell.rangeBasis.rawValue : "clinicPrice"),
        MarkupAttribute("worst", "\(row?.worst ?? 0)"),
        MarkupAttribute("best", "\(row?.best ?? 0)"),
        MarkupAttribute("sources", figure.sources.joined(separator: " ")),
      ]
      for (name, value) in [("of", figure.of), ("low", figure.low), ("high", figure.high)] {
        if let value { attributes.append(MarkupAttribute(name, value.text)) }
      }
      if price == nil, let baseline = cell.relativeTo, let operation = cell.operation {
        attributes.append(MarkupAttribute("relativeTo", baseline))
        attributes.append(MarkupAttribute("operation", operation.rawValue))
      }
      return .element(
        MarkupElement("level", attributes, [distribution(price?.distribution ?? cell.distribution)])
      )
    }
  }

  private func distribution(_ distribution: PerformanceDistribution) -> MarkupNode {
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

  /// The figures that texts print.
  func figures(_ ids: [String]) -> [MarkupNode] {
    let printed = Set(ids)
    return pack.figures.filter { printed.contains($0.id) }.map { figure in
      var attributes = [
        MarkupAttribute("id", figure.id), MarkupAttribute("value", figure.value.text),
        MarkupAttribute("certainty", figure.certainty.rawValue),
        MarkupAttribute("basis", figure.basis.rawValue),
        MarkupAttribute("sources", figure.sources.joined(separator: " ")),
      ]
      for (name, value) in [("of", figure.of), ("low", figure.low), ("high", figure.high)] {
        if let value { attributes.append(MarkupAttribute(name, value.text)) }
      }
      if let events = figure.events { attributes.append(MarkupAttribute("events", "\(events)")) }
      if let people = figure.people { attributes.append(MarkupAttribute("n", "\(people)")) }
      return .element(MarkupElement("figure", attributes))
    }
  }

  /// The sources of the levels and of the figures that texts print.
  func sources(_ document: DecisionDocument) -> [MarkupNode] {
    let printed = Set(document.figures)
    let cited = Set(
      document.levels.flatMap(\.sources)
        + pack.figures.filter { printed.contains($0.id) }.flatMap(\.sources))
    return pack.sources.filter { cited.contains($0.id) }.map { source in
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
}
