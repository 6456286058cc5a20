// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import SampleSupport
import Testing

/// The shown evidence says what the review of November 2026 found; sources by their ids.
struct ReviewTests {
  @Test("A shown number is that of the review", arguments: ReviewedFigure.all)
  func shownNumberIsReviewed(_ expected: ReviewedFigure) throws {
    let figure = try #require(try TestPack.pack().figures.first { $0.id == expected.id })
    #expect(figure.value.value == expected.value)
    #expect(figure.of?.value == expected.of)
    #expect(figure.low?.value == expected.low)
    #expect(figure.high?.value == expected.high)
    #expect(figure.events == expected.events)
    #expect(figure.people == expected.people)
    #expect(figure.certainty == expected.certainty)
    #expect(figure.sources.joined(separator: " ") == expected.sources)
    #expect(figure.needsReview == expected.needsReview)
  }

  @Test(
    "A number that the review withdrew is gone",
    arguments: [
      "lung-oxygen", "bkp-nerve-signs", "revision", "balloon-extra-height", "older-age",
      "flag-oxygen-much-cement",
    ])
  func withdrawnNumberIsGone(_ id: String) throws {
    #expect(try !TestPack.pack().figures.contains { $0.id == id })
  }

  @Test("No number of the change within one arm of the cancer trial is left")
  func cancerFunctionIsWithdrawn() throws {
    #expect(try !TestPack.pack().figures.contains { $0.value.value == 8.3 })
  }

  @Test(
    "A source that a maker paid or took part in says so",
    arguments: [
      "dohm2014", "klazen2010", "klazen2010ajnr", "venmans2012", "firanescu2018", "wardlaw2009",
      "boonen2011", "vanmeirhaeghe2013", "berenson2011",
    ])
  func makerIsNamed(_ id: String) throws {
    let source = try #require(try TestPack.pack().sources.first { $0.id == id })
    #expect(source.sponsor != nil)
  }

  /// The positions of section 3, in the order of the pack, and the regions they are told to.
  static let positions: [(id: String, regions: [String]?)] = [
    ("aaos-2010", nil), ("nice-2013", nil), ("societies-2014", nil), ("cochrane-2018", nil),
    ("asbmr-2019", nil), ("aace-2020", nil), ("medicare-2020", ["US"]), ("australia-2020", []),
    ("ahrq-2021", nil), ("acr-2022", nil), ("ontario-2025", []), ("humber-2025", ["EU"]),
    ("wiser-2026", ["US"]), ("nass-guideline", nil), ("nass", nil), ("rand", nil),
    ("ontario-2016", []), ("nass-cancer", nil),
  ]

  @Test("The positions are those of the review, and a payment rule is told in its country alone")
  func positionsAreReviewed() throws {
    let found = try TestPack.pack().guidelines
    #expect(found.map(\.id) == Self.positions.map(\.id))
    #expect(found.map(\.regions) == Self.positions.map(\.regions))
    #expect(
      found.filter(\.isOtherEvidence).map(\.id) == ["ontario-2016", "nass-cancer"])
  }

  @Test("What was read only in the summary of another is marked for a clinician")
  func secondHandIsMarked() throws {
    let pack = try TestPack.pack()
    #expect(
      pack.guidelines.filter(\.needsReview).map(\.id) == [
        "societies-2014", "aace-2020", "acr-2022", "ontario-2025", "nass-guideline",
      ])
    #expect(pack.outcomes.filter(\.needsReview).map(\.id) == ["severe-recent"])
  }

  @Test("Shown outcomes stand in the order in which patients ask")
  func outcomesAreOrdered() throws {
    #expect(
      try TestPack.pack().outcomes.map(\.id) == [
        "eased-before", "pain-after-year", "daily-function", "new-fracture-care-trial",
        "new-fracture-both-trial", "bed-rest", "height-in-front", "cement-leak-other",
        "severe-recent", "canal-urgent", "infection", "lung-oxygen", "lung-scan", "repeat",
        "death-thirty-days", "cancer-leak", "cancer-pain", "cancer-new-fracture",
      ])
  }

  @Test("An outcome for some people says for whom, and no other does", arguments: [true, false])
  func outcomeSaysForWhom(_ isForSome: Bool) throws {
    let text = try TestPack.text("evidence.xml")
    let changed =
      isForSome
      ? text.replacing(" when=\"fresh-and-strong\"", with: "")
      : text.replacing(
        "block=\"rare\">", with: "block=\"rare\" when=\"fresh-and-strong\">", maxReplacements: 1)
    let problems = TestPack.problems(of: TestPack.source("evidence.xml", text: changed))
    #expect(problems.map(\.identifier) == ["evidence.outcomeWhen"])
  }
}
