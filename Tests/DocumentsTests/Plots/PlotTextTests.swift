// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

@testable import Documents

/// The same plots in a terminal.
@Suite struct PlotTextTests {
  private func plots(_ name: String) throws -> [Plot] {
    try Samples.document(name).clinicianCopy.sections.flatMap(\.blocks).compactMap {
      if case .plot(let plot) = $0 { plot } else { nil }
    }
  }

  @Test("No line is wider than the terminal or 80 characters", arguments: [40, 60, 80, 400])
  func noLineIsTooWide(_ width: Int) throws {
    for name in Samples.names {
      for plot in try plots(name) {
        for line in PlotText(plot, width: width).lines {
          #expect(line.count <= min(width, 80), "\(name) \(plot.kind): \(line)")
        }
      }
    }
  }

  @Test("A terminal prints the numbers of the sentences", arguments: Samples.names)
  func aTerminalPrintsTheNumbers(_ name: String) throws {
    for plot in try plots(name) {
      let printed = DrawnPlot.numbers(PlotText(plot, width: 80).lines.joined(separator: "\n"))
      let stated = plot.rows.flatMap { DrawnPlot.numbers($0.words.plain) }
      #expect(Set(printed) == Set(stated), "\(plot.kind)")
    }
  }

  @Test("Bars have as many characters as their numbers ask for")
  func barsHaveTheirLength() throws {
    func text(_ words: String) -> InlineText { InlineText(words: words) }
    let plot = Plot(
      id: "plot-x", kind: .weights, title: text("T"), lead: .empty, wordsTitle: .empty,
      scale: PlotScale(low: -200, high: 800),
      rows: [
        PlotRow(
          label: text("one"), cells: [PlotCell(bars: [PlotBar(0, 400)])], words: .empty),
        PlotRow(
          label: text("two"),
          cells: [
            PlotCell(
              bars: [PlotBar(-200, -100, .hatched)],
              marks: [PlotMark(200, .now), PlotMark(600, .limit)])
          ], words: .empty),
      ])
    // 3 characters for the label, 2 between, 35 for the scale.
    #expect(
      PlotText(plot, width: 40).lines == [
        "one  .......|#############..............", "two  ////...|......O.............|......",
      ])
  }
}
