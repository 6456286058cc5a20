// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension PersonContext {
  /// Where the weight of each criterion, and of each branch, turns the order around.
  func flipPlot(_ comparison: QuestionAnalysis, question: String) -> Plot {
    // A branch of one criterion says the same as the criterion.
    let branches = comparison.branchFlips.filter { members(of: $0.target).count > 1 }
    let rows =
      comparison.criterionFlips.map { flipRow($0, beginsGroup: false) }
      + branches.enumerated().map { flipRow($1, beginsGroup: $0 == 0) }
    let (low, high) = (tick(0), tick(100))
    return Plot(
      id: "plot-flips-\(question)", kind: .weightFlips,
      title: wording(.flipsCaption, ["points": high.label]),
      lead: wording(ClinicianPhrase.plotFlipsLead, ["low": low.label, "high": high.label]),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(low: low.place, high: high.place, ticks: [low, high]),
      columns: [PlotColumn(wording(.columnNow))], rows: rows)
  }

  private func tick(_ points: Int) -> PlotTick {
    PlotTick(points * 10, wording.number(points, from: .analysis(.points)))
  }

  private func flipRow(_ flips: WeightFlips, beginsGroup: Bool) -> PlotRow {
    let now = currentTenths(flips.target)
    let label =
      switch flips.target {
      case .criterion(let id): base.criterionName(id)
      case .branch: wording(.branchRow, ["name": name(flips.target)])
      }
    var (bars, marks, notes) = ([PlotBar](), [PlotMark(now, .now)], [InlineText]())
    for flip in flips.all {
      guard let rounded = flip.steps(of: 1000) else { continue }
      // Rounded weights add up to the whole, so one may lie a tenth past a flip that it touches.
      let place = flip.direction == .up ? max(rounded, now) : min(rounded, now)
      bars.append(PlotBar(place, flip.direction == .up ? 1000 : 0, .hatched))
      marks.append(PlotMark(place, .limit))
      notes.append(
        wording(
          flip.direction == .up ? ClinicianPhrase.plotFlipUp : ClinicianPhrase.plotFlipDown,
          ["option": base.name(flip.challenger), "weight": tenths(place, .flip)]))
    }
    if notes.isEmpty { notes = [wording(ClinicianPhrase.plotNoFlip)] }
    let weight = tenths(now, .weight)
    return PlotRow(
      label: label, beginsGroup: beginsGroup, cells: [PlotCell(bars: bars, marks: marks)],
      values: [weight], notes: notes,
      words: wording(
        ClinicianPhrase.plotFlipWords,
        ["name": label, "now": weight, "changes": wording.listed(notes)]))
  }

  /// The weight of now as the plot of weights prints it.
  private func currentTenths(_ target: WeightTarget) -> Int {
    let shares = weightTenths
    return members(of: target).reduce(0) { $0 + shares[$1] }
  }

  /// The places in the person's list of the criteria that move together.
  private func members(of target: WeightTarget) -> [Int] {
    guard let weights = profile.preferences.weights else { return [] }
    return weights.criteria.indices.filter { index in
      let criterion = weights.criteria[index]
      switch target {
      case .criterion(let id): return criterion == id
      case .branch(let branch):
        return analysis.problem.criteria.contains { $0.id == criterion && $0.branch == branch }
      }
    }
  }

  /// How far the difference moves when one level moves over its range: the widest bars; nothing
  /// when no level moves it.
  func tornadoPlot(_ comparison: QuestionAnalysis, question: String) -> Plot? {
    let bars = comparison.tornado.filter { $0.width > 0 }.prefix(8)
    if bars.isEmpty { return nil }
    func place(_ value: Double) -> Int { Int((value * 1000).rounded(.toNearestOrAwayFromZero)) }
    let places = bars.flatMap { [place($0.differenceAtLow), place($0.differenceAtHigh)] }
    let zero = tick(0)
    return Plot(
      id: "plot-tornado-\(question)", kind: .tornado, title: wording(.tornadoCaption),
      lead: wording(
        ClinicianPhrase.plotTornadoLead,
        [
          "zero": zero.label, "leader": base.inline(comparison.leader),
          "challenger": base.inline(comparison.challenger),
        ]),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(
        low: places.reduce(0, min), high: places.reduce(0, max), ticks: [zero]),
      columns: [PlotColumn(wording(.columnAtLow)), PlotColumn(wording(.columnAtHigh))],
      rows: bars.map { bar in
        tornadoRow(bar, place(bar.differenceAtLow), place(bar.differenceAtHigh))
      })
  }

  private func tornadoRow(_ bar: TornadoBar, _ low: Int, _ high: Int) -> PlotRow {
    let alternative = base.inline(bar.cell.alternative)
    let criterion = base.criterionName(bar.cell.criterion)
    let label = alternative.isEmpty ? criterion : wording.listed([criterion, alternative])
    let values = [tenths(low, .tornado), tenths(high, .tornado)]
    return PlotRow(
      label: label,
      cells: [PlotCell(bars: [PlotBar(low, high, bar.crossesZero ? .hatched : .solid)])],
      values: values, notes: bar.crossesZero ? [wording(ClinicianPhrase.plotCrosses)] : [],
      words: wording(
        bar.crossesZero ? ClinicianPhrase.plotTornadoCrossing : ClinicianPhrase.plotTornadoWords,
        ["name": label, "low": values[0], "high": values[1]]))
  }
}
