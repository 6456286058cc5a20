// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

/// A level as it was agreed, kept apart from the pack (EvidencePack.docc/Numbers.md, "Levels").
struct ExpectedCell: Sendable, CustomTestStringConvertible {
  let criterion: String
  let region: String
  /// The reading of the evidence; nil: the first, and any other in which nothing else is stated.
  let reading: String?
  let alternative: String
  let distribution: PerformanceDistribution
  let baseline: String?
  let operation: Baseline.Operation?
  let certainty: CertaintyOfEvidence
  let basis: Basis
  let rangeBasis: Basis
  let sources: String
  let isToReview: Bool

  var testDescription: String {
    [criterion, region, reading ?? "", alternative].joined(separator: " ")
  }

  init(
    _ criterion: String, in region: String = "", under reading: String? = nil,
    _ alternative: String, _ distribution: PerformanceDistribution, on baseline: String? = nil,
    by operation: Baseline.Operation = .sum, _ certainty: CertaintyOfEvidence, _ basis: Basis,
    range: Basis? = nil, _ sources: String = "", isToReview: Bool = false
  ) {
    self.criterion = criterion
    self.region = region
    self.reading = reading
    self.alternative = alternative
    self.distribution = distribution
    self.baseline = baseline
    self.operation = baseline == nil ? nil : operation
    self.certainty = certainty
    self.basis = basis
    rangeBasis = range ?? basis
    self.sources = sources
    self.isToReview = isToReview
  }

  private static let (vertebroplasty, kyphoplasty, care) = ("vertebroplasty", "kyphoplasty", "care")
  private static let (blinded, open) = ("blinded", "open")

  // Agreed in November 2026; the ids are those of `sources.xml`.
  static let all: [ExpectedCell] = [
    ExpectedCell("pain-relief", care, .exact(0), .byDefinition, .reference),
    ExpectedCell(
      "pain-relief", vertebroplasty, .normal(estimate: 0.7, low: 0.3, high: 1.2), .moderate,
      .measured, "buchbinder2018"),
    ExpectedCell(
      "pain-relief", under: open, vertebroplasty, .normal(estimate: 2, low: 1.1, high: 2.8), .low,
      .derived, "klazen2010 nma2025 boonen2011", isToReview: true),
    ExpectedCell(
      "pain-relief", kyphoplasty, .normal(estimate: 0, low: -0.5, high: 0.5), on: vertebroplasty,
      .low, .declared, "dohm2014", isToReview: true),
    ExpectedCell(
      "further-collapse", care, .beta(events: 74, n: 172, scale: 100), .moderate, .derived,
      "klazen2010ajnr firanescu2019"),
    ExpectedCell(
      "further-collapse", vertebroplasty, .beta(events: 18, n: 179, scale: 100), .moderate,
      .derived, "klazen2010ajnr firanescu2019"),
    ExpectedCell(
      "further-collapse", kyphoplasty, .uniform(low: 8, high: 45), .notKnown, .notKnown),
    ExpectedCell(
      "height-restoration", care, .normal(estimate: 0.8, low: 0, high: 1.6), .low, .measured,
      range: .declared, "vanmeirhaeghe2013"),
    ExpectedCell(
      "height-restoration", vertebroplasty, .normal(estimate: 0.7, low: -0.4, high: 1.8), on: care,
      .low, .derived, "papanastassiou2012 xing2013 vanmeirhaeghe2013", isToReview: true),
    ExpectedCell(
      "height-restoration", kyphoplasty, .normal(estimate: 2, low: 0.6, high: 3.4),
      on: vertebroplasty, .low, .derived, "xing2013 vanmeirhaeghe2013", isToReview: true),
    ExpectedCell("procedure-time", care, .exact(0), .byDefinition, .byDefinition),
    ExpectedCell(
      "procedure-time", vertebroplasty, .lognormal(estimate: nil, low: 24, high: 42), .moderate,
      .measured, range: .declared, "dohm2014"),
    ExpectedCell(
      "procedure-time", kyphoplasty, .normal(estimate: 8.2, low: 3.3, high: 13.1),
      on: vertebroplasty, .moderate, .derived, "dohm2014"),
    ExpectedCell(
      "recovery", care, .uniform(low: 0, high: 3), .notKnown, .declared, "buchbinder2018",
      isToReview: true),
    ExpectedCell(
      "recovery", under: open, care, .uniform(low: 1, high: 6), .low, .declared, "wardlaw2009",
      isToReview: true),
    ExpectedCell(
      "recovery", vertebroplasty, .uniform(low: 1, high: 2), .veryLow, .declared,
      "consumer_article"),
    ExpectedCell(
      "recovery", kyphoplasty, .uniform(low: 1, high: 3), .veryLow, .declared,
      "amimaging_web signature_web"),
    ExpectedCell("cement-leak", care, .exact(0), .byDefinition, .byDefinition),
    ExpectedCell(
      "cement-leak", vertebroplasty, .beta(events: 164, n: 201, scale: 100), .moderate, .measured,
      "dohm2014"),
    ExpectedCell(
      "cement-leak", kyphoplasty, .beta(events: 157, n: 214, scale: 100), .moderate, .measured,
      "dohm2014"),
    ExpectedCell(
      "serious-harm", care, .uniform(low: 0, high: 14), .notKnown, .declared, "wardlaw2009",
      isToReview: true),
    ExpectedCell(
      "serious-harm", vertebroplasty, .beta(events: 5, n: 357, scale: 1000), .low, .derived,
      "dohm2014 buchbinder2009 kallmes2009 clark2016", isToReview: true),
    ExpectedCell(
      "serious-harm", kyphoplasty, .beta(events: 5, n: 340, scale: 1000), .low, .derived,
      "dohm2014 wardlaw2009", isToReview: true),
    ExpectedCell(
      "cost", in: "US", care, .uniform(low: 0, high: 2500), .notKnown, .declared,
      isToReview: true),
    ExpectedCell(
      "cost", in: "US", vertebroplasty, .lognormal(estimate: nil, low: 2997, high: 8000), .low,
      .declared, "mehio2011 consumer_article"),
    ExpectedCell(
      "cost", in: "US", kyphoplasty, .normal(estimate: 4400, low: 3500, high: 5300),
      on: vertebroplasty, .low, .derived, "mehio2011"),
    ExpectedCell(
      "cost", in: "EU", care, .uniform(low: 0, high: 2000), .notKnown, .declared,
      isToReview: true),
    ExpectedCell(
      "cost", in: "EU", vertebroplasty, .lognormal(estimate: nil, low: 2500, high: 6000), .veryLow,
      .declared, "consumer_article"),
    ExpectedCell(
      "cost", in: "EU", kyphoplasty, .normal(estimate: 2300, low: 0, high: 4600),
      on: vertebroplasty, .veryLow, .declared, "hqo2010", isToReview: true),
    ExpectedCell(
      "cost", in: "IN", care, .uniform(low: 0, high: 60_000), .notKnown, .declared,
      isToReview: true),
    ExpectedCell(
      "cost", in: "IN", vertebroplasty, .lognormal(estimate: nil, low: 60_000, high: 265_000),
      .veryLow, .declared, "consumer_article maxin_web"),
    ExpectedCell(
      "cost", in: "IN", kyphoplasty, .lognormal(estimate: nil, low: 1.5, high: 3.5),
      on: vertebroplasty, by: .ratio, .veryLow, .derived, "mehio2011"),
  ]
}
