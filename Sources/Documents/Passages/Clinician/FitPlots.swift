// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// A number of whole tenths with one decimal.
  func tenths(_ count: Int, _ number: AnalysisNumber) -> InlineText {
    wording.number(DecimalText(Double(count) / 10, decimals: 1), from: .analysis(number))
  }

  /// Each criterion's points, by branch.
  func weightPlot() -> Plot? {
    guard let scale else { return nil }
    let branches = scale.criteria.map { id in
      analysis.problem.criteria.first { $0.id == id }?.branch ?? ""
    }
    var order: [String] = []
    for branch in branches where !order.contains(branch) { order.append(branch) }
    let rows = order.flatMap { branch in
      let members = scale.criteria.indices.filter { branches[$0] == branch }
      let title = name(.branch(branch))
      return members.map { index in
        let isFirst = index == members.first
        let id = scale.criteria[index]
        let (label, points) = (base.criterionName(id), weightPoints(id))
        return PlotRow(
          label: label, beginsGroup: isFirst,
          cells: [PlotCell(bars: [PlotBar(0, tenths(of: id))], label: points)],
          notes: isFirst ? [title] : [],
          words: wording(
            .sentence,
            ["text": wording(ClinicianPhrase.plotRow, ["name": label, "parts": points])]))
      }
    }
    return Plot(
      id: "plot-weights", kind: .weights, title: wording(ClinicianPhrase.plotWeights),
      lead: wording(ClinicianPhrase.plotWeightsLead),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(low: 0, high: scale.criteria.map(tenths(of:)).max() ?? 0), rows: rows)
  }

  /// What each criterion adds to the lead of the first side, under every reading, in tenths of a
  /// point that add up.
  func contributionPlot(_ sides: ComparedSides) -> Plot {
    let readings = sides.readings.readings
    let parts = readings.map { reading -> [Int] in
      let comparison = reading.analysis.comparison
      return LargestRemainderRounding.points(
        comparison.contributions.map { $0 * 10 },
        total: Int((comparison.margin * 10).rounded(.toNearestOrAwayFromZero)))
    }
    func row(
      _ label: InlineText, _ bars: [(from: Int, to: Int)], isTotal: Bool = false
    ) -> PlotRow {
      let numbers = bars.map { tenths($0.to - $0.from, .contribution) }
      let texts =
        readings.count == 1
        ? numbers
        : zip(readings, numbers).map {
          wording(
            ClinicianPhrase.plotPart, ["name": base.readingHead($0.id), "points": $1])
        }
      return PlotRow(
        label: label, isStrong: isTotal, beginsGroup: isTotal,
        cells: zip(bars, numbers).map {
          PlotCell(bars: [PlotBar($0.from, $0.to)], label: $1)
        },
        words: wording(
          .sentence,
          [
            "text": wording(
              ClinicianPhrase.plotRow, ["name": label, "parts": wording.listed(texts)])
          ]))
    }
    var (low, high) = (0, 0)
    var rows = sides.criteria.indices.map { place in
      let bars = parts.map { parts in
        let start = parts[..<place].reduce(0, +)
        return (from: start, to: start + parts[place])
      }
      low = bars.reduce(low) { min($0, $1.to) }
      high = bars.reduce(high) { max($0, $1.to) }
      return row(base.criterionName(sides.criteria[place]), bars)
    }
    rows.append(
      row(wording(.rowAhead), parts.map { (from: 0, to: $0.reduce(0, +)) }, isTotal: true))
    return Plot(
      id: "plot-contributions-\(sides.question.id)", kind: .contributions,
      title: wording(.contributionsClinicianCaption),
      lead: wording(
        ClinicianPhrase.plotContributionsLead,
        [
          "first": side(sides.readings.first, sides),
          "second": side(sides.readings.second, sides),
        ]),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(low: low, high: high),
      panels: readings.count == 1 ? [.empty] : readings.map { base.readingHead($0.id) },
      rows: rows)
  }
}
