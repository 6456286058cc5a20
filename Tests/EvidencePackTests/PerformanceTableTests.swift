// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Testing

struct PerformanceTableTests {
  @Test(arguments: ExpectedCell.all)
  func holdsEveryNumberOfTheEvidence(expected: ExpectedCell) throws {
    let criterion = try #require(try TestPack.pack().criterion(expected.criterion))
    #expect((criterion.row == nil) == (expected.criterion == "cost"))
    let row = try #require(criterion.row(in: expected.region))
    let cell = try #require(row.cells.first { $0.alternative == expected.alternative })
    #expect(cell.distribution == expected.distribution)
    #expect(cell.operation == expected.operation)
    #expect(cell.relativeTo == (expected.operation == nil ? nil : "vertebroplasty"))
    #expect(cell.certainty == expected.certainty)
    #expect(cell.basis == expected.basis)
    #expect(cell.rangeBasis == expected.rangeBasis)
    #expect(cell.sources.joined(separator: " ") == expected.sources)
  }

  @Test func holdsNoOtherNumber() throws {
    let cells = try TestPack.pack().criteria.flatMap { criterion in
      (criterion.row.map { [("", $0)] } ?? criterion.regionalRows.map { ($0.region, $0.row) })
        .flatMap { region, row in
          row.cells.map { "\(criterion.id) \(region) \($0.alternative)" }
        }
    }
    #expect(cells.sorted() == ExpectedCell.all.map(\.testDescription).sorted())
  }

  // `performance-table.md`, "Weighed criteria" and "Cost by region": anchors and branches.
  static let ends: [(id: String, branch: String, region: String, worst: Double, best: Double)] = [
    ("pain-relief", "relief", "", 0, 3), ("further-collapse", "relief", "", 60, 0),
    ("height-restoration", "relief", "", 0, 10), ("procedure-time", "burden", "", 90, 0),
    ("recovery", "burden", "", 7, 0), ("cost", "burden", "US", 16_000, 0),
    ("cost", "burden", "EU", 16_000, 0), ("cost", "burden", "IN", 1_000_000, 0),
    ("cement-leak", "risk", "", 100, 0), ("serious-harm", "risk", "", 40, 0),
    ("keeping-options-open", "freedom", "", 0, 1),
  ]

  @Test(arguments: ends)
  func holdsTheEndsOfEveryRange(
    id: String, branch: String, region: String, worst: Double, best: Double
  ) throws {
    let criterion = try #require(try TestPack.pack().criterion(id))
    let row = try #require(criterion.row(in: region))
    #expect(row.worst == worst)
    #expect(row.best == best)
    #expect(criterion.branch == branch)
    #expect(criterion.direction == (best > worst ? .higherIsBetter : .lowerIsBetter))
  }

  @Test func namesTheOptionsThePanelsAndTheQuestions() throws {
    let pack = try TestPack.pack()
    let core = ["height-restoration", "procedure-time", "recovery", "cost", "cement-leak"]
    #expect(pack.options.map(\.id) == ["vertebroplasty", "kyphoplasty", "care"])
    #expect(pack.panel("full")?.criteria == pack.criteria.map(\.id))
    #expect(pack.panel("core")?.criteria == core)
    #expect(pack.questions.map(\.id) == ["procedure-or-none", "which-procedure"])
    #expect(pack.regions.map(\.currency) == ["USD", "EUR", "INR"])
  }

  // `performance-table.md`, "Shown, not weighed".
  static let shown: [(figure: String, value: String, of: String, source: String)] = [
    ("new-fracture-vp-care-trial", "16", "100", "klazen2010ajnr"),
    ("new-fracture-care", "25", "100", "klazen2010ajnr"),
    ("new-fracture-vp", "44", "100", "dohm2014"), ("new-fracture-bkp", "36", "100", "dohm2014"),
    ("eased-before", "53", "100", "klazen2010"), ("pain-after-year", "40", "100", "venmans2012"),
  ]

  @Test(arguments: shown)
  func showsWhatIsNotWeighed(figure: String, value: String, of: String, source: String) throws {
    let pack = try TestPack.pack()
    let found = try #require(pack.figures.first { $0.id == figure })
    #expect(found.value.text == value)
    #expect(found.of?.text == of)
    #expect(found.sources == [source])
    #expect(pack.outcomes.contains { $0.results.contains { $0.figure == figure } })
  }

  @Test(arguments: ["US", "EU", "IN"])
  func canBeWeighedInEveryRegion(region: String) throws {
    #expect(ProblemBuilder.faults(of: try TestPack.pack(), region: region) == [])
  }
}
