// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

/// A cell as `performance-table.md` states it.
struct ExpectedCell: Sendable, CustomTestStringConvertible {
  let criterion: String
  let region: String
  let alternative: String
  let distribution: PerformanceDistribution
  let operation: Baseline.Operation?
  let certainty: CertaintyOfEvidence
  let basis: Basis
  let rangeBasis: Basis
  let sources: String

  var testDescription: String { "\(criterion) \(region) \(alternative)" }

  init(
    _ criterion: String, in region: String = "", _ alternative: String,
    _ distribution: PerformanceDistribution, plus operation: Baseline.Operation? = nil,
    _ certainty: CertaintyOfEvidence, _ basis: Basis, range: Basis? = nil, _ sources: String = ""
  ) {
    self.criterion = criterion
    self.region = region
    self.alternative = alternative
    self.distribution = distribution
    self.operation = operation
    self.certainty = certainty
    self.basis = basis
    rangeBasis = range ?? basis
    self.sources = sources
  }

  private static let (vertebroplasty, kyphoplasty, care) = ("vertebroplasty", "kyphoplasty", "care")

  private static func nothing(_ criterion: String, in region: String = "") -> ExpectedCell {
    ExpectedCell(criterion, in: region, care, .exact(0), .byDefinition, .byDefinition)
  }

  // `performance-table.md`, "Weighed criteria"; the ids of the sources are those of `evidence.md`.
  static let all: [ExpectedCell] = [
    nothing("pain-relief"),
    ExpectedCell(
      "pain-relief", vertebroplasty, .normal(estimate: 0.7, low: 0.3, high: 1.2), .high, .measured,
      "buchbinder2018"),
    ExpectedCell(
      "pain-relief", kyphoplasty, .triangular(low: 0, likely: 0.7, high: 1.8), .low, .declared,
      "dohm2014 nma2025 chou2021"),
    ExpectedCell(
      "further-collapse", care, .beta(events: 39, n: 87, scale: 100), .moderate, .measured,
      "firanescu2019"),
    ExpectedCell(
      "further-collapse", vertebroplasty, .beta(events: 7, n: 88, scale: 100), .moderate,
      .measured, "firanescu2019"),
    ExpectedCell(
      "further-collapse", kyphoplasty, .uniform(low: 8, high: 45), .notKnown, .declared,
      "firanescu2019"),
    ExpectedCell(
      "height-restoration", care, .normal(estimate: 0.8, low: 0, high: 1.6), .low, .measured,
      range: .declared, "vanmeirhaeghe2013"),
    ExpectedCell(
      "height-restoration", vertebroplasty, .normal(estimate: 1.7, low: 0.8, high: 2.6), .low,
      .measured, range: .declared, "papanastassiou2012"),
    ExpectedCell(
      "height-restoration", kyphoplasty, .normal(estimate: 2.64, low: 0.61, high: 4.66), plus: .sum,
      .low, .measured, "xing2013"),
    nothing("procedure-time"),
    ExpectedCell(
      "procedure-time", vertebroplasty, .lognormal(estimate: 31.8, low: 24, high: 42), .moderate,
      .measured, range: .declared, "dohm2014"),
    ExpectedCell(
      "procedure-time", kyphoplasty, .normal(estimate: 8.2, low: 3.3, high: 13.1), plus: .sum,
      .moderate, .derived, "dohm2014"),
    nothing("recovery"),
    ExpectedCell(
      "recovery", vertebroplasty, .uniform(low: 1, high: 2), .veryLow, .declared,
      "consumer_article"),
    ExpectedCell(
      "recovery", kyphoplasty, .uniform(low: 1, high: 3), .veryLow, .declared,
      "amimaging_web signature_web"),
    nothing("cement-leak"),
    ExpectedCell(
      "cement-leak", vertebroplasty, .beta(events: 164, n: 201, scale: 100), .moderate, .measured,
      "dohm2014"),
    ExpectedCell(
      "cement-leak", kyphoplasty, .beta(events: 157, n: 214, scale: 100), .moderate, .measured,
      "dohm2014"),
    nothing("serious-harm"),
    ExpectedCell(
      "serious-harm", vertebroplasty, .beta(events: 1, n: 190, scale: 1000), .low, .measured,
      "dohm2014"),
    ExpectedCell(
      "serious-harm", kyphoplasty, .beta(events: 1, n: 191, scale: 1000), .low, .measured,
      "dohm2014"),
    ExpectedCell("keeping-options-open", care, .exact(1), .byDefinition, .byDefinition),
    ExpectedCell("keeping-options-open", vertebroplasty, .exact(0), .byDefinition, .byDefinition),
    ExpectedCell("keeping-options-open", kyphoplasty, .exact(0), .byDefinition, .byDefinition),
    // `performance-table.md`, "Cost by region".
    nothing("cost", in: "US"),
    ExpectedCell(
      "cost", in: "US", vertebroplasty, .lognormal(estimate: nil, low: 2997, high: 8000), .low,
      .declared, "mehio2011 consumer_article"),
    ExpectedCell(
      "cost", in: "US", kyphoplasty, .normal(estimate: 4400, low: 3500, high: 5300), plus: .sum,
      .low,
      .derived, "mehio2011"),
    nothing("cost", in: "EU"),
    ExpectedCell(
      "cost", in: "EU", vertebroplasty, .lognormal(estimate: nil, low: 2500, high: 6000), .veryLow,
      .declared, "consumer_article"),
    ExpectedCell(
      "cost", in: "EU", kyphoplasty, .normal(estimate: 3900, low: 0, high: 8000), plus: .sum,
      .veryLow,
      .declared, "fritzell2011"),
    nothing("cost", in: "IN"),
    ExpectedCell(
      "cost", in: "IN", vertebroplasty, .lognormal(estimate: nil, low: 60_000, high: 265_000),
      .veryLow, .declared, "consumer_article maxin_web"),
    ExpectedCell(
      "cost", in: "IN", kyphoplasty, .lognormal(estimate: 2.4, low: 1.5, high: 3.5), plus: .ratio,
      .veryLow, .derived, "mehio2011"),
  ]
}
