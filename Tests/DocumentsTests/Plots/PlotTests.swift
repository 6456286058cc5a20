// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import SampleSupport
import Testing

/// What is drawn, what is written beside it and what a screen reader says are the same numbers.
@Suite struct PlotTests {
  /// The clinician's page of every sample, made once.
  private static let pages: [String: MarkupElement] = {
    var pages: [String: MarkupElement] = [:]
    for name in Samples.names {
      pages[name] = try? Samples.page(Samples.generate(name), "clinician.html")
    }
    return pages
  }()

  private func plots(_ name: String) throws -> [DrawnPlot] {
    try DrawnPlot.all(in: try #require(Self.pages[name]))
  }

  @Test("A comparison of two questions has a plot of each kind")
  func aComparisonHasEveryPlot() throws {
    #expect(
      try plots("01-swing-us").map(\.kind) == [
        "contributions", "contributions", "weights", "weightFlips", "weightFlips", "weightFlips",
        "tornado", "tornado", "tornado",
      ])
  }

  @Test(
    "Nothing that was not worked out is drawn",
    arguments: [("23-not-asked-us", 0), ("12-cancer-us", 0), ("15-stop-pain-elsewhere-eu", 1)])
  func nothingElseIsDrawn(_ name: String, _ count: Int) throws {
    #expect(try plots(name).count == count)
  }

  @Test("The numbers drawn are the numbers stated", arguments: Samples.names)
  func theNumbersDrawnAreTheNumbersStated(_ name: String) throws {
    for plot in try plots(name) {
      let shown = Set(plot.shown.flatMap(DrawnPlot.numbers))
      let stated = Set(plot.stated.flatMap(DrawnPlot.numbers))
      #expect(!shown.isEmpty && shown == stated, "\(plot.kind)")
      #expect(plot.rows.count == plot.sentences.count)
      for (row, sentence) in zip(plot.rows, plot.sentences) {
        #expect(
          row.numbers.sorted()
            == DrawnPlot.numbers(sentence).compactMap(DrawnPlot.value).sorted())
        #expect(plot.stated[1].contains(sentence))
      }
    }
  }

  @Test("A plot is a picture with a name of its own", arguments: Samples.names)
  func aPlotIsAPictureWithAName(_ name: String) throws {
    let page = try #require(Self.pages[name])
    let ids = page.descendants.compactMap { $0.attribute("id") }
    #expect(Set(ids).count == ids.count)
    for plot in try DrawnPlot.all(in: page) {
      #expect(plot.svg.attribute("role") == "img")
      let named = plot.svg.attribute("aria-labelledby")?.split(separator: " ").map(String.init)
      #expect(named == ["title", "desc"].compactMap { plot.svg.first($0)?.attribute("id") })
      for paint in plot.svg.descendants.compactMap({ $0.attribute("fill") })
      where paint.hasPrefix("url(#") {
        #expect(ids.contains(String(paint.dropFirst(5).dropLast())))
      }
    }
  }

  @Test("Contributions follow each other and end at the total", arguments: Samples.names)
  func contributionsAddUp(_ name: String) throws {
    for plot in try plots(name) where plot.kind == "contributions" {
      let total = try #require(plot.rows.last)
      let count = total.numbers.count
      for panel in 0..<count {
        let points = plot.rows.dropLast().map { $0.numbers[panel] }
        #expect(abs(points.reduce(0, +) - total.numbers[panel]) < 1e-9)
        // The longest bar gives the scale; that of the total may be too short for it.
        let longest = plot.rows.max { $0.numbers[panel].magnitude < $1.numbers[panel].magnitude }
        guard let widest = longest, let bar = widest.bar(panel) else { continue }
        let scale = Double(bar.width) / widest.numbers[panel].magnitude
        var before: Int?
        for row in plot.rows.dropLast() {
          guard let bar = row.bar(panel) else { continue }
          let number = row.numbers[panel]
          #expect(abs(Double(bar.width) - number.magnitude * scale) <= 4)
          let (begins, ends) = number > 0 ? (bar.start, bar.end) : (bar.end, bar.start)
          if let before { #expect(abs(begins - before) <= 2) }
          before = ends
        }
        if let before, let whole = total.bar(panel) {
          #expect(abs((total.numbers[panel] > 0 ? whole.end : whole.start) - before) <= 4)
        }
      }
    }
  }

  @Test("Weights are as long as their numbers", arguments: Samples.names)
  func weightsAreAsLongAsTheirNumbers(_ name: String) throws {
    for plot in try plots(name) where plot.kind == "weights" {
      let shares = plot.rows.map { $0.numbers[0] }
      let widest = try #require(plot.rows.flatMap(\.bars).map(\.width).max())
      let scale = Double(widest) / (shares.max() ?? 1)
      for (row, share) in zip(plot.rows, shares) {
        #expect(abs(Double(row.bars.first?.width ?? 0) - share * scale) <= 4)
      }
    }
  }

  @Test("Dots and limits of weights stand where their numbers are", arguments: Samples.names)
  func flipsStandAtTheirNumbers(_ name: String) throws {
    for plot in try plots(name) where plot.kind == "weightFlips" {
      for row in plot.rows {
        let line = try #require(row.line)
        let scale = Double(line.end - line.start) / 100
        let marks = [try #require(row.dot)] + row.limits
        #expect(marks.count == row.numbers.count)
        for (mark, number) in zip(marks, row.numbers) {
          #expect(abs(Double(mark - line.start) - number * scale) <= 2)
        }
        // What lies beyond a limit is hatched up to the end of the line.
        for (bar, limit) in zip(row.bars, row.limits) {
          #expect(
            bar == .init(start: line.start, width: limit - line.start)
              || bar == .init(start: limit, width: line.end - limit))
        }
        let saysNone = try row.texts.joined(separator: " ").says("phrase.plot-no-flip")
        #expect(saysNone == row.limits.isEmpty)
      }
    }
  }

  @Test("Bars of the tornado end at their numbers, the widest first", arguments: Samples.names)
  func tornadoBarsEndAtTheirNumbers(_ name: String) throws {
    for plot in try plots(name) where plot.kind == "tornado" {
      let zero = try #require(plot.rows.first?.origin)
      let widths = plot.rows.map { abs($0.numbers[0] - $0.numbers[1]) }
      for (one, other) in zip(widths, widths.dropFirst()) { #expect(one >= other - 0.1001) }
      let first = try #require(plot.rows.first?.bars.first)
      let scale = Double(first.width) / widths[0]
      for row in plot.rows {
        let ends = row.numbers.sorted()
        if let bar = row.bars.first {
          #expect(abs(Double(bar.start - zero) - ends[0] * scale) <= 4)
          #expect(abs(Double(bar.end - zero) - ends[1] * scale) <= 4)
        }
        let crosses = try row.texts.joined(separator: " ").says("phrase.plot-crosses")
        #expect(crosses ? ends[0] <= 0 && ends[1] >= 0 : ends[0] >= 0 || ends[1] <= 0)
      }
    }
  }

  @Test(
    "The record holds every plot of the page",
    arguments: ["01-swing-us", "11-frail-88-eu", "46-b-cost-first-us"])
  func theRecordHoldsEveryPlot(_ name: String) throws {
    let generation = try Samples.generate(name)
    let record = try #require(generation.files.first { $0.name == "record.xml" })
    let text = String(decoding: record.bytes, as: UTF8.self)
    for plot in try plots(name) {
      let id = try #require(plot.svg.first("title")?.attribute("id")).dropLast("-title".count)
      #expect(text.contains("id=\"\(id)\" kind=\"\(plot.kind)\""))
    }
  }
}
