// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// A number of whole tenths with one decimal.
  func tenths(_ count: Int, _ number: AnalysisNumber) -> InlineText {
    wording.number(DecimalText(Double(count) / 10, decimals: 1), from: .analysis(number))
  }

  /// Each criterion's weight, with the sum of each branch.
  func weightPlot() -> Plot? {
    guard let weights = profile.preferences.weights else { return nil }
    let shares = weightTenths
    let branches = weights.criteria.map { id in
      analysis.problem.criteria.first { $0.id == id }?.branch ?? ""
    }
    var order: [String] = []
    for branch in branches where !order.contains(branch) { order.append(branch) }
    let rows = order.flatMap { branch in
      let members = shares.indices.filter { branches[$0] == branch }
      let total = tenths(members.reduce(0) { $0 + shares[$1] }, .weight)
      let title = name(.branch(branch))
      return members.map { index in
        let isFirst = index == members.first
        let (label, share) = (
          base.criterionName(weights.criteria[index]), tenths(shares[index], .weight)
        )
        return PlotRow(
          label: label, beginsGroup: isFirst,
          cells: [PlotCell(bars: [PlotBar(0, shares[index])], label: share)],
          notes: isFirst
            ? [wording(ClinicianPhrase.plotRow, ["name": title, "parts": total])] : [],
          words: isFirst
            ? wording(
              ClinicianPhrase.plotBranchWords,
              ["name": label, "share": share, "branch": title, "total": total])
            : wording(
              .sentence,
              ["text": wording(ClinicianPhrase.plotRow, ["name": label, "parts": share])]))
      }
    }
    return Plot(
      id: "plot-weights", kind: .weights, title: wording(ClinicianPhrase.plotWeights),
      lead: wording(ClinicianPhrase.plotWeightsLead),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(low: 0, high: shares.max() ?? 0), rows: rows)
  }

  /// What each criterion adds to the totals of the alternatives at these places, in whole points
  /// that add up.
  func contributionPlot(_ overall: OverallValue, _ shown: [Int]) -> Plot? {
    if shown.isEmpty { return nil }
    let (points, totals) = (overall.contributionPoints, overall.totalPoints)
    let names = shown.map { base.name(overall.alternatives[$0]) }
    func row(
      _ label: InlineText, _ bars: [(from: Int, to: Int)], isTotal: Bool = false
    ) -> PlotRow {
      let numbers = bars.map { wording.number($0.to - $0.from, from: .analysis(.contribution)) }
      let parts = zip(names, numbers).map {
        wording(ClinicianPhrase.plotPart, ["name": $0, "points": $1])
      }
      return PlotRow(
        label: label, isStrong: isTotal, beginsGroup: isTotal,
        cells: zip(bars, numbers).map {
          PlotCell(bars: [PlotBar($0.from * 10, $0.to * 10)], label: $1)
        },
        words: wording(
          .sentence,
          [
            "text": wording(
              ClinicianPhrase.plotRow, ["name": label, "parts": wording.listed(parts)])
          ]))
    }
    var (low, high) = (0, 0)
    var rows = overall.criteria.indices.map { column in
      let bars = shown.map { alternative in
        let start = points[alternative][..<column].reduce(0, +)
        return (from: start, to: start + points[alternative][column])
      }
      low = bars.reduce(low) { min($0, $1.to) }
      high = bars.reduce(high) { max($0, $1.to) }
      return row(base.criterionName(overall.criteria[column]), bars)
    }
    rows.append(row(wording(.rowTotal), shown.map { (from: 0, to: totals[$0]) }, isTotal: true))
    return Plot(
      id: "plot-contributions", kind: .contributions,
      title: wording(.contributionsClinicianCaption),
      lead: wording(ClinicianPhrase.plotContributionsLead),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(low: low * 10, high: high * 10),
      panels: names, rows: rows)
  }

  /// How often each alternative takes each rank, in whole percent that add up; nothing without a
  /// simulation.
  func rankPlot() -> Plot? {
    guard let simulation else { return nil }
    let ranks = simulation.rankAcceptability.map(\.count).max() ?? 0
    func rank(_ index: Int) -> InlineText { wording.number(index + 1, from: .analysis(.rank)) }
    let rows = zip(simulation.alternatives, simulation.rankAcceptability).map { id, shares in
      let percent = LargestRemainderRounding.points(shares.map { $0 * 100 }, total: 100)
      let numbers = percent.map { wording.number($0, from: .analysis(.rankAcceptability)) }
      let bars = percent.indices.map { index in
        let start = percent[..<index].reduce(0, +)
        return PlotBar(start * 10, (start + percent[index]) * 10, .number(index))
      }
      let parts = numbers.enumerated().map {
        wording(ClinicianPhrase.plotRankShare, ["rank": rank($0), "share": $1])
      }
      let name = base.name(id)
      return PlotRow(
        label: name, cells: [PlotCell(bars: bars)], values: numbers,
        words: wording(
          .sentence,
          [
            "text": wording(
              ClinicianPhrase.plotRow, ["name": name, "parts": wording.listed(parts)])
          ]))
    }
    let error = DecimalText(simulation.numericError * 100, decimals: 1)
    return Plot(
      id: "plot-ranks", kind: .rankAcceptability, title: wording(ClinicianPhrase.plotRanks),
      lead: wording(
        ClinicianPhrase.plotRanksLead,
        ["error": wording.number(error, from: .analysis(.numericError))]),
      wordsTitle: wording(ClinicianPhrase.plotWords), scale: PlotScale(low: 0, high: 1000),
      columns: (0..<ranks).map {
        PlotColumn(wording(ClinicianPhrase.plotRank, ["rank": rank($0)]), fill: .number($0))
      }, rows: rows)
  }
}
