// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import SampleSupport
import Testing

@testable import EvidencePack

/// What the sources of the levels say about comparing them.
struct SourceWarningTests {
  private static func found(
    _ pack: EvidencePack, region: String = "US", priced: [String] = []
  ) throws -> [ModelWarning] {
    let prepared = try PreparedDecision(pack: pack, region: region)
    return ModelWarnings.of(
      pack: pack, questions: prepared.questions.flatMap { $0.readings.map(\.prepared.problem) },
      region: region, priced: priced)
  }

  /// The embedded pack with one level changed.
  private static func pack(
    _ criterion: String, _ alternative: String, _ change: (inout EvidenceCell) -> Void
  ) throws -> EvidencePack {
    var pack = try TestPack.pack()
    let column = try #require(pack.criteria.firstIndex { $0.id == criterion })
    let row = try #require(pack.criteria[column].row)
    let place = try #require(row.cells.firstIndex { $0.alternative == alternative })
    var changed = row
    change(&changed.cells[place])
    pack.criteria[column].row = changed
    return pack
  }

  static let embedded: [ModelWarning] = [
    .differentStudies(
      criterion: "recovery", alternatives: ["vertebroplasty", "kyphoplasty", "care"],
      certainty: .notKnown),
    .differentStudies(
      criterion: "serious-harm", alternatives: ["vertebroplasty", "care"], certainty: .notKnown),
    .drawnApart(criterion: "cement-leak", alternatives: ["vertebroplasty", "kyphoplasty"]),
    .drawnApart(
      criterion: "serious-harm", alternatives: ["vertebroplasty", "kyphoplasty", "care"]),
  ]

  @Test("The embedded pack has these warnings and no other", arguments: ["US", "EU", "IN"])
  func embeddedPack(region: String) throws {
    #expect(try Self.found(TestPack.pack(), region: region) == Self.embedded)
  }

  @Test("Levels of one study are no longer from different studies, and then are drawn apart")
  func aStudyInCommon() throws {
    let found = try Self.found(
      Self.pack("serious-harm", "care") { $0.sources.append("kallmes2009") })
    #expect(!found.contains { $0.kind == .differentStudies && $0.criteria == ["serious-harm"] })
    #expect(
      found.contains(
        .drawnApart(
          criterion: "serious-harm", alternatives: ["vertebroplasty", "kyphoplasty", "care"])))
  }

  @Test("A shared baseline is a comparison, whatever the sources")
  func aSharedBaseline() throws {
    let found = try Self.found(
      Self.pack("cement-leak", "kyphoplasty") {
        $0.relativeTo = "vertebroplasty"
        $0.operation = .sum
        $0.distribution = .normal(estimate: -8, low: -16, high: 0)
        $0.sources = ["xing2013"]
      })
    #expect(!found.contains { $0.criteria == ["cement-leak"] && $0.cell == nil })
  }

  @Test("The lowest grade of the levels that nobody compared is told")
  func theLowestGrade() throws {
    let found = try Self.found(
      Self.pack("recovery", "care") { $0.certainty = .low })
    #expect(
      found.contains(
        .differentStudies(
          criterion: "recovery", alternatives: ["vertebroplasty", "kyphoplasty", "care"],
          certainty: .veryLow)))
  }

  @Test("Exact levels of one study are not drawn, so not drawn apart")
  func exactLevels() throws {
    let found = try Self.found(
      Self.pack("cement-leak", "kyphoplasty") {
        $0.distribution = .exact(70)
        $0.basis = .declared
      })
    #expect(!found.contains { $0.criteria == ["cement-leak"] })
  }

  @Test("Prices of the clinic come from no study")
  func pricesOfTheClinic() throws {
    var pack = try TestPack.pack()
    let column = try #require(pack.criteria.firstIndex { $0.row == nil })
    let row = pack.criteria[column].regionalRows[0].row
    let place = try #require(row.cells.firstIndex { $0.alternative == "kyphoplasty" })
    pack.criteria[column].regionalRows[0].row.cells[place].relativeTo = nil
    pack.criteria[column].regionalRows[0].row.cells[place].operation = nil
    let id = pack.criteria[column].id
    func names(_ priced: [String]) throws -> Bool {
      try Self.found(pack, priced: priced).contains { $0.criteria == [id] && $0.cell == nil }
    }
    #expect(try names([]))
    #expect(try !names(["kyphoplasty"]))
  }

  static let bare: [(PerformanceDistribution, Basis, isNamed: Bool)] = [
    (.exact(80), .measured, true), (.exact(80), .derived, true),
    (.exact(80), .declared, false), (.exact(80), .byDefinition, false),
    (.normal(estimate: 80, low: 80, high: 80), .declared, true),
    (.uniform(low: 80, high: 80), .byDefinition, true),
    (.beta(events: 164, n: 201, scale: 100), .measured, false),
  ]

  @Test(
    "A level of a study without a range is named, and one declared exact is not",
    arguments: bare)
  func aLevelWithoutARange(
    distribution: PerformanceDistribution, basis: Basis, isNamed: Bool
  ) throws {
    let found = try Self.found(
      Self.pack("cement-leak", "vertebroplasty") {
        $0.distribution = distribution
        $0.basis = basis
      })
    let place = CellReference(alternative: "vertebroplasty", criterion: "cement-leak")
    #expect(found.contains(.noRange(place)) == isNamed)
  }

  @Test("A figure that counts no event has an upper limit")
  func aFigureOfNone() throws {
    var pack = try TestPack.pack()
    let place = try #require(pack.figures.firstIndex { $0.events == 0 })
    pack.figures[place].high = nil
    #expect(try Self.found(pack).contains(.zeroWithoutRange(figure: pack.figures[place].id)))
  }

  @Test("A criterion that its authors call dependent is named with the other one")
  func aDependence() throws {
    var pack = try TestPack.pack()
    pack.criteria[1].dependences = [CriterionDependence(criterion: "recovery", reason: "x")]
    #expect(
      try Self.found(pack).contains(
        .dependence(criterion: "height-restoration", on: "recovery")))
  }
}
