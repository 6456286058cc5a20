// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import Markup
import Testing

@testable import DecisionAid

/// The plot of ranks, from results of a simulation that are made up here.
@Suite struct RankPlotTests {
  private static let alternatives = ["vertebroplasty", "kyphoplasty", "care"]

  private func result(_ ranks: [[Double]]) -> SimulationResult {
    SimulationResult(
      alternatives: Array(Self.alternatives.prefix(ranks.count)), criteria: ["pain-relief"],
      rankAcceptability: ranks, pairwiseWinning: ranks.map { _ in ranks.map { _ in 0.5 } },
      meanTotals: ranks.map { _ in 0.5 }, meanWeights: [1],
      centralWeights: ranks.map { _ in nil }, confidenceFactors: ranks.map { _ in nil },
      valueOfInformation: [],
      method: .conditional(points: 4096), numericError: 0.005)
  }

  private func document(_ simulation: SimulationResult?) throws -> DecisionDocument {
    let plain = try Samples.document("01-swing-us")
    var analysis = plain.analysis
    analysis.simulation = simulation
    return try Samples.document(
      like: plain, analysis: analysis, pack: try #require(Samples.pack).pack)
  }

  private func plot(_ ranks: [[Double]]) throws -> Plot {
    try #require(try plots(try document(result(ranks))).first { $0.kind == .rankAcceptability })
  }

  private func plots(_ document: DecisionDocument) throws -> [Plot] {
    document.clinicianCopy.sections.flatMap(\.blocks).compactMap {
      if case .plot(let plot) = $0 { plot } else { nil }
    }
  }

  @Test("Without a simulation there is no plot of ranks")
  func withoutASimulation() throws {
    #expect(try !plots(try document(nil)).contains { $0.kind == .rankAcceptability })
  }

  static let ranks: [([[Double]], [[Double]])] = [
    (
      [[0.452, 0.386, 0.162], [0.2, 0.3, 0.5], [0.348, 0.316, 0.336]],
      [[45, 39, 16], [20, 30, 50], [35, 31, 34]]
    ),
    (
      [[1, 0, 0], [0, 0.335, 0.665], [0, 0.665, 0.335]], [[100, 0, 0], [0, 34, 66], [0, 67, 33]]
    ),
    ([[0.999, 0.001], [0.001, 0.999]], [[100, 0], [0, 100]]),
  ]

  @Test("Shares are whole percent that add up, drawn and stated alike", arguments: ranks)
  func sharesAddUp(_ ranks: [[Double]], _ percent: [[Double]]) throws {
    let plot = try plot(ranks)
    let drawn = try #require(try DrawnPlot.all(in: try DrawnPlot.page([.plot(plot)])).first)
    let rows = drawn.rows.map(\.numbers)
    #expect(rows.map { $0.reduce(0, +) } == ranks.map { _ in 100 })
    for (row, expected) in zip(rows, percent) {
      for (one, other) in zip(row, expected) { #expect(abs(one - other) <= 1) }
    }
    #expect(
      Set(drawn.shown.flatMap(DrawnPlot.numbers)) == Set(drawn.stated.flatMap(DrawnPlot.numbers)))
    for row in drawn.rows {
      let length = row.bars.reduce(0) { $0 + $1.width }
      let shown = row.numbers.filter { $0 > 0 }
      #expect(row.bars.count == shown.count)
      for (bar, share) in zip(row.bars, shown) {
        #expect(abs(Double(bar.width) - share * Double(length) / 100) <= 2)
      }
      for (bar, next) in zip(row.bars, row.bars.dropFirst()) { #expect(bar.end == next.start) }
    }
  }

  @Test("Every rank has a fill of its own, which its column shows")
  func everyRankHasAFill() throws {
    let plot = try plot(Self.ranks[0].0)
    #expect(plot.columns.map(\.fill) == [.solid, .hatched, .open])
    #expect(plot.rows.allSatisfy { $0.cells[0].bars.map(\.fill) == [.solid, .hatched, .open] })
  }

  @Test("A record and a page with the plot of ranks keep to their forms")
  func aRecordWithRanksKeepsToItsForm() throws {
    var made = try document(result(Self.ranks[0].0))
    made.identity.fingerprint = "0000-0000"
    let pack = try #require(Samples.pack)
    let beside = [FileStamp(name: "x", bytes: 1, digest: String(repeating: "0", count: 64))]
    let files = DocumentFormats.all.map { format in
      var writer = format.init(style: pack.style)
      return GeneratedFile(
        name: format.file.name, bytes: writer.bytes(of: made, beside: beside), digest: nil)
    }
    try SelfCheck(XMLReader()).prove(files, of: "p")
    let text = String(decoding: try #require(files.last).bytes, as: UTF8.self)
    #expect(text.contains("<row bars=\"0 450 450 840 840 1000\" marks=\"\">"))
  }
}
