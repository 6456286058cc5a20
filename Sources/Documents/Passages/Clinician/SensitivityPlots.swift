// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// Where the points of each criterion turn the order around, in one reading.
  func flipPlot(_ reading: QuestionReadings.Reading, _ sides: ComparedSides) -> Plot {
    let flips = pointFlips(reading)
    let (low, high) = (tick(0), tick(100))
    return Plot(
      id: "plot-flips-\(sides.question.id)-\(reading.id)", kind: .weightFlips,
      title: wording(.flipsCaption),
      lead: wording(ClinicianPhrase.plotFlipsLead, ["low": low.label, "high": high.label]),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(low: low.place, high: high.place, ticks: [low, high]),
      columns: [PlotColumn(wording(.columnNow))],
      rows: sides.criteria.map { id in
        flipRow(id, flips.filter { $0.criterion == id }, sides)
      })
  }

  private func tick(_ points: Int) -> PlotTick {
    PlotTick(points * 10, wording.number(points, from: .analysis(.points)))
  }

  private func flipRow(_ id: String, _ flips: [PointFlip], _ sides: ComparedSides) -> PlotRow {
    let now = tenths(of: id)
    let label = base.criterionName(id)
    var (bars, marks, notes) = ([PlotBar](), [PlotMark(now, .now)], [InlineText]())
    for found in flips.sorted(by: { $0.points < $1.points }) {
      let place = found.points * 10
      let isUp = found.flip.direction == .up
      bars.append(PlotBar(place, isUp ? 1000 : 0, .hatched))
      marks.append(PlotMark(place, .limit))
      notes.append(
        wording(
          isUp ? ClinicianPhrase.plotFlipUp : ClinicianPhrase.plotFlipDown,
          [
            "option": sideName(found.flip.challenger, sides),
            "weight": wording.number(found.points, from: .analysis(.flip)),
          ]))
    }
    if notes.isEmpty { notes = [wording(ClinicianPhrase.plotNoFlip)] }
    let weight = weightPoints(id)
    return PlotRow(
      label: label, cells: [PlotCell(bars: bars, marks: marks)], values: [weight], notes: notes,
      words: wording(
        ClinicianPhrase.plotFlipWords,
        ["name": label, "now": weight, "changes": wording.listed(notes)]))
  }

  /// The points of a criterion as they are printed, in tenths, cut at the end of the scale.
  func tenths(of criterion: String) -> Int {
    let points = scale?.printed(criterion).value ?? 0
    return Int((min(points, PointScale.most) * 10).rounded(.toNearestOrAwayFromZero))
  }

  /// How far the lead moves when one level moves over its range: the widest bars; nothing when no
  /// level moves it.
  func tornadoPlot(_ reading: QuestionReadings.Reading, _ sides: ComparedSides) -> Plot? {
    let bars = reading.analysis.comparison.swings.prefix(8)
    if bars.isEmpty { return nil }
    func place(_ points: Double) -> Int { Int((points * 10).rounded(.toNearestOrAwayFromZero)) }
    let places = bars.flatMap { [place($0.marginAtLow), place($0.marginAtHigh)] }
    let zero = tick(0)
    return Plot(
      id: "plot-tornado-\(sides.question.id)-\(reading.id)", kind: .tornado,
      title: wording(.tornadoCaption),
      lead: wording(
        ClinicianPhrase.plotTornadoLead,
        [
          "zero": zero.label, "leader": side(sides.readings.first, sides),
          "challenger": side(sides.readings.second, sides),
        ]),
      wordsTitle: wording(ClinicianPhrase.plotWords),
      scale: PlotScale(
        low: places.reduce(0, min), high: places.reduce(0, max), ticks: [zero]),
      columns: [PlotColumn(wording(.columnAtLow)), PlotColumn(wording(.columnAtHigh))],
      rows: bars.map { swing in
        tornadoRow(swing, place(swing.marginAtLow), place(swing.marginAtHigh))
      })
  }

  private func tornadoRow(_ swing: LevelSwing, _ low: Int, _ high: Int) -> PlotRow {
    let alternative = base.inline(swing.cell.alternative)
    let criterion = base.criterionName(swing.cell.criterion)
    let label = alternative.isEmpty ? criterion : wording.listed([criterion, alternative])
    let values = [tenths(low, .tornado), tenths(high, .tornado)]
    let crosses = swing.crossesZero
    return PlotRow(
      label: label,
      cells: [PlotCell(bars: [PlotBar(low, high, crosses ? .hatched : .solid)])],
      values: values, notes: crosses ? [wording(ClinicianPhrase.plotCrosses)] : [],
      words: wording(
        crosses ? ClinicianPhrase.plotTornadoCrossing : ClinicianPhrase.plotTornadoWords,
        ["name": label, "low": values[0], "high": values[1]]))
  }
}
