// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Testing

/// A shown number as the review of the evidence of November 2026 states it, kept apart from the pack
/// (EvidencePack.docc/Numbers.md, "Figures").
struct ReviewedFigure: Sendable, CustomTestStringConvertible {
  let id: String
  let value: Double
  let of: Double?
  let low: Double?
  let high: Double?
  let events: Int?
  let people: Int?
  let certainty: CertaintyOfEvidence
  let sources: String
  let needsReview: Bool

  var testDescription: String { id }

  init(
    _ id: String, _ value: Double, of: Double? = nil, from low: Double? = nil,
    to high: Double? = nil, events: Int? = nil, n: Int? = nil, _ certainty: CertaintyOfEvidence,
    _ sources: String, needsReview: Bool = false
  ) {
    (self.id, self.value, self.of, self.low, self.high) = (id, value, of, low, high)
    (self.events, people, self.certainty, self.sources) = (events, n, certainty, sources)
    self.needsReview = needsReview
  }

  static let all: [ReviewedFigure] = [
    // "daily function (new, shown)": Cochrane's page.
    ReviewedFigure("function-extra", 1.5, .moderate, "buchbinder2018"),
    ReviewedFigure("function-share", 7, from: 2, to: 11, .moderate, "buchbinder2018"),
    ReviewedFigure("function-scale", 24, .byDefinition, ""),
    // "care's own harm (new, shown)": Cho 2022; ranges by Wilson.
    ReviewedFigure(
      "bed-rest-short", 23, of: 100, from: 13, to: 37, events: 10, n: 44, .veryLow, "cho2022"),
    ReviewedFigure(
      "bed-rest-long", 43, of: 100, from: 34, to: 54, events: 39, n: 90, .veryLow, "cho2022"),
    ReviewedFigure("bed-rest-short-days", 3, .veryLow, "cho2022"),
    ReviewedFigure("bed-rest-long-days", 7, .veryLow, "cho2022"),
    // "height in mm (shown)": SAKOS, and 14 trials of both procedures.
    ReviewedFigure("height-balloon-trial", 0.31, .low, "noriega2019"),
    ReviewedFigure("height-both", 3.5, n: 1456, .low, "bothheight2024"),
    ReviewedFigure("degrees-both", 2.9, n: 1456, .low, "bothheight2024"),
    // "cement-leak": shown beside KAST.
    ReviewedFigure(
      "leak-other-vp", 40, of: 100, from: 36, to: 44, events: 213, n: 532, .low, "leaks2023"),
    ReviewedFigure(
      "leak-other-bkp", 29, of: 100, from: 25, to: 33, events: 143, n: 493, .low, "leaks2023"),
    ReviewedFigure("leak-old-vp", 55, of: 100, .low, "zhan2017"),
    ReviewedFigure("leak-old-bkp", 18, of: 100, .low, "zhan2017"),
    // "lung cement that needs oxygen": strata of the volume of cement, and no limits.
    ReviewedFigure("lung-oxygen-some", 1, of: 1000, .low, "josr2019"),
    ReviewedFigure("lung-oxygen-much", 9, of: 1000, .low, "josr2019"),
    // "lung cement on scans": its own paper, and the spread of others.
    ReviewedFigure(
      "lung-cement", 19, of: 1000, from: 13, to: 27, events: 34, n: 1782, .low, "josr2021"),
    ReviewedFigure("lung-scan-low", 21, of: 1000, .low, "pce2012 krueger2009"),
    ReviewedFigure("lung-scan-high", 260, of: 1000, .low, "pce2012 krueger2009"),
    // "canal, urgent": none in one study, with the upper limit.
    ReviewedFigure(
      "canal-urgent-bkp", 0, of: 1000, from: 0, to: 8, events: 0, n: 493, .low, "leaks2023",
      needsReview: true),
    ReviewedFigure(
      "canal-urgent-vp-none", 0, of: 1000, from: 0, to: 7, events: 0, n: 532, .low, "leaks2023",
      needsReview: true),
    ReviewedFigure("canal-chest-operated", 3, of: 9, events: 3, n: 9, .low, "josr2019"),
    ReviewedFigure("canal-lower-operated", 1, of: 17, events: 1, n: 17, .low, "josr2019"),
    // "death in 30 days": Shin 2023, by who they were.
    ReviewedFigure(
      "death-thirty-days", 8, of: 1000, from: 5, to: 14, n: 1675, .low, "shin2023"),
    ReviewedFigure("death-home", 7, of: 1000, .low, "shin2023"),
    ReviewedFigure("death-admitted", 6, of: 1000, .low, "shin2023"),
    ReviewedFigure("death-in-hospital", 27, of: 1000, .low, "shin2023"),
    // "repeat": claims in China.
    ReviewedFigure("repeat-one-year", 54, of: 1000, n: 14527, .low, "repeat2020"),
    ReviewedFigure("repeat-two-years", 80, of: 1000, n: 14527, .low, "repeat2020"),
    // "wall leak": levels, not people.
    ReviewedFigure("rule-wall-leak", 9, of: 100, events: 14, n: 157, .veryLow, "perez2021"),
    // "cost US": the same extra everywhere, certainty low.
    ReviewedFigure("balloon-extra-cost-us", 4400, from: 3500, to: 5300, .low, "mehio2011"),
    ReviewedFigure("us-vp-outpatient", 3319, n: 3617, .low, "mehio2011"),
    ReviewedFigure("us-bkp-outpatient", 8100, n: 8118, .low, "mehio2011"),
    // Confirmed and kept.
    ReviewedFigure(
      "eased-before", 53, of: 100, from: 48, to: 58, events: 229, n: 431, .moderate,
      "klazen2010"),
    ReviewedFigure(
      "new-fracture-vp-care-trial", 16, of: 100, from: 10, to: 26, events: 15, n: 91, .moderate,
      "klazen2010ajnr"),
    ReviewedFigure(
      "new-fracture-care", 25, of: 100, from: 16, to: 35, events: 21, n: 85, .moderate,
      "klazen2010ajnr"),
    // Correction 8: no general anaesthesia went with more deaths.
    ReviewedFigure("awake-death-odds", 4.0, .veryLow, "beckers_toy"),
    // Section 5: VAPOUR, the block, braces, the frame, bone medicine.
    ReviewedFigure("pain-low-vp", 44, of: 100, .low, "clark2016"),
    ReviewedFigure("pain-low-sham", 21, of: 100, .low, "clark2016"),
    ReviewedFigure("vapour-hospital-days", 5.5, .low, "clark2016", needsReview: true),
    ReviewedFigure("block-people", 206, .low, "wang2016"),
    ReviewedFigure("brace-none-people", 60, .low, "brace2014"),
    ReviewedFigure("brace-kinds-people", 284, .low, "kato2019"),
    ReviewedFigure("frame-good", 80, of: 100, n: 141, .low, "noriega2019"),
    ReviewedFigure("frame-balloon-good", 59, of: 100, n: 141, .low, "noriega2019"),
    ReviewedFigure("bone-medicine-trials", 69, .moderate, "bonemedicine2023"),
    ReviewedFigure(
      "bone-medicine-odds", 1.49, from: 1.12, to: 2, .moderate, "bonemedicine2023"),
    // Section 3: panels and payment rules.
    ReviewedFigure("guide-nass-cancer", 18, of: 432, events: 18, n: 432, .low, "nass_auc"),
    ReviewedFigure("guide-australia-weeks", 3, .byDefinition, "msac2020"),
    ReviewedFigure("guide-australia-pain", 7, .byDefinition, "msac2020"),
  ]
}
