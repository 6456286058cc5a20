// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import SampleSupport
import Testing

struct PerformanceTableTests {
  @Test(arguments: ExpectedCell.all)
  func holdsEveryNumberOfTheEvidence(expected: ExpectedCell) throws {
    let criterion = try #require(try TestPack.pack().criterion(expected.criterion))
    #expect((criterion.row == nil) == (expected.criterion == "cost"))
    let row = try #require(criterion.row(in: expected.region))
    let cell = try #require(
      row.cells(under: expected.reading).first { $0.alternative == expected.alternative })
    #expect(cell.distribution == expected.distribution)
    #expect(cell.operation == expected.operation)
    #expect(cell.relativeTo == expected.baseline)
    #expect(cell.certainty == expected.certainty)
    #expect(cell.basis == expected.basis)
    #expect(cell.rangeBasis == expected.rangeBasis)
    #expect(cell.sources.joined(separator: " ") == expected.sources)
    #expect(cell.needsReview == expected.isToReview)
  }

  @Test func holdsNoOtherNumber() throws {
    let cells = try TestPack.pack().shownCriteria.flatMap { criterion -> [String] in
      let rows =
        criterion.row.map { [("", $0)] } ?? criterion.regionalRows.map { ($0.region, $0.row) }
      return rows.flatMap { region, row -> [String] in
        let others = row.otherReadings.flatMap { reading in
          zip(row.cells, reading.cells).filter { $0 != $1 }.map {
            "\(criterion.id) \(region) \(reading.reading) \($1.alternative)"
          }
        }
        return row.cells.map { "\(criterion.id) \(region)  \($0.alternative)" } + others
      }
    }
    #expect(cells.sorted() == ExpectedCell.all.map(\.testDescription).sorted())
  }

  // The ranges that are asked about (EvidencePack.docc/Questions.md, "Criteria and aims").
  static let ends: [(id: String, branch: String, region: String, worst: Double, best: Double)] = [
    ("pain-relief", "relief", "", 0, 3), ("further-collapse", "relief", "", 60, 0),
    ("height-restoration", "relief", "", 0, 6), ("procedure-time", "burden", "", 60, 20),
    ("recovery", "burden", "", 7, 0), ("cost", "burden", "US", 16_000, 0),
    ("cost", "burden", "EU", 10_000, 0), ("cost", "burden", "IN", 800_000, 0),
    ("cement-leak", "risk", "", 90, 60), ("serious-harm", "risk", "", 40, 0),
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
    let card = ["height-restoration", "procedure-time", "recovery", "cost", "cement-leak"]
    let none = ["pain-relief", "recovery", "height-restoration", "serious-harm", "cost"]
    #expect(pack.options.map(\.id) == ["vertebroplasty", "kyphoplasty", "care"])
    #expect(pack.panel("seven").map { Set($0.criteria) } == Set(pack.criteria.map(\.id)))
    #expect(pack.panel("a")?.criteria == none && pack.panel("b")?.criteria == card)
    #expect(pack.questions.map(\.id) == ["procedure-or-none", "which-procedure"])
    #expect(pack.questions.map(\.criteria) == [none, card])
    #expect(pack.regions.map(\.currency) == ["USD", "EUR", "INR"])
  }

  // Some of what EvidencePack.docc/Numbers.md, "Shown and not weighed", is about.
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
