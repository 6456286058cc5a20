// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// One criterion as it was read, with its cells in the order of the rows.
struct ProblemColumn {
  /// The criterion; nil when it cannot be built.
  let criterion: Criterion?
  /// What the author says about it.
  let note: CriterionNote
  /// One cell for each row.
  let cells: [PerformanceCell]
  /// What the author says about each cell.
  let notes: [PerformanceNote]
}

/// Reads the criteria of a decision problem with their performances.
struct ProblemCriterionReader {
  /// The branch of criteria that name none.
  static let defaultBranch = "criteria"

  let rows: ProblemRows
  let ids: [String]

  /// The criterion with its cells, or nil when its id repeats.
  func column(_ element: MarkupElement, _ decoder: inout ElementDecoder) -> ProblemColumn? {
    let id = element.attribute("id") ?? ""
    if ids.filter({ $0 == id }).count > 1 {
      decoder.diagnostics.error(
        "problem.duplicateCriterion", at: decoder.place(element),
        "An id stands once; the criterion \(id) stands more than once.",
        advice: "Rename or remove one of them.")
      return nil
    }
    let note = note(element, &decoder)
    let worst = decoder.optionalReal("worst", of: element)
    let best = decoder.optionalReal("best", of: element)
    let isStated = checkAnchors(element, note, &decoder)
    let reader = ProblemCellReader(
      rows: rows, criterion: element,
      span: worst.flatMap { worst in best.map { PerformanceInterval(worst, $0) } })
    let cells = reader.cells(&decoder)
    let table = cells.map { cells in
      PerformanceTable(
        cells: cells.prefix(rows.alternatives.count).map { [$0.cell] },
        references: zip(rows.references, cells.dropFirst(rows.alternatives.count)).map {
          ReferenceRow(id: $0, cells: [$1.cell])
        })
    }
    var anchors = worst.flatMap { worst in best.map { (worst, $0) } }
    if note.hasLocalAnchors, isStated, let table {
      anchors = local(table, direction: direction(element, decoder))
    }
    var criterion: Criterion?
    if isStated, let (worst, best) = anchors {
      criterion = build(element, worst, best, &decoder)
    }
    if let table {
      ProblemFaults(rows: rows, element: element).report(criterion, table, &decoder)
    }
    return ProblemColumn(
      criterion: criterion, note: note, cells: cells?.map(\.cell) ?? [],
      notes: cells?.map(\.note) ?? [])
  }

  private func direction(_ element: MarkupElement, _ decoder: ElementDecoder) -> Direction {
    decoder.value("direction", of: element, else: .higherIsBetter)
  }

  /// Whether the anchors are stated, or local, as the file says.
  private func checkAnchors(
    _ element: MarkupElement, _ note: CriterionNote, _ decoder: inout ElementDecoder
  ) -> Bool {
    let ends = ["worst", "best"].filter { element.attribute($0) != nil }.count
    if note.hasLocalAnchors, ends > 0 || element.first("point") != nil {
      decoder.diagnostics.error(
        "problem.localAnchors", at: decoder.place(element),
        "Local anchors come from the alternatives; worst, best and break points are stated beside "
          + "them.",
        advice: "Remove anchors=\"local\", or what is stated.")
      return false
    }
    if !note.hasLocalAnchors, ends < 2 {
      decoder.diagnostics.error(
        "problem.anchors", at: decoder.place(element),
        "A criterion states both ends of its range.",
        advice: "Add worst and best, or write anchors=\"local\" if they should depend on the "
          + "alternatives listed.")
      return false
    }
    return true
  }

  /// The worst and best of all estimates and limits of the alternatives; nil when there is a fault
  /// in the column.
  private func local(
    _ table: PerformanceTable, direction: Direction
  ) -> (worst: Double, best: Double)? {
    var low = Double.infinity
    var high = -Double.infinity
    for row in table.cells.indices {
      let interval = table.interval(row, 0)
      for level in [table.estimate(row, 0), interval.low, interval.high] {
        guard level.isFinite else { return nil }
        low = min(low, level)
        high = max(high, level)
      }
    }
    return direction == .higherIsBetter ? (low, high) : (high, low)
  }

  private func note(_ element: MarkupElement, _ decoder: inout ElementDecoder) -> CriterionNote {
    let isCost = element.attribute("kind") == "cost"
    if !isCost, element.attribute("payer") != nil {
      decoder.diagnostics.error(
        "problem.payer", at: decoder.place(element), "Only a cost has a payer.",
        advice: "Add kind=\"cost\", or remove payer.")
    }
    var requirement: CriterionNote.Requirement?
    if let must = element.first("must") {
      let lowest = decoder.optionalReal("atLeast", of: must)
      let highest = decoder.optionalReal("atMost", of: must)
      switch (lowest, highest) {
      case (let bound?, nil): requirement = .atLeast(bound)
      case (nil, let bound?): requirement = .atMost(bound)
      default:
        decoder.diagnostics.error(
          "problem.must", at: decoder.place(must), "A threshold has one bound.",
          advice: "Give exactly one of the attributes atLeast and atMost.")
      }
    }
    let dependences = element.elements(named: "dependsOn").map { flag in
      let other = flag.attribute("criterion") ?? ""
      if !ids.contains(other) || other == element.attribute("id") {
        decoder.diagnostics.error(
          "problem.dependsOn", at: decoder.place(flag),
          "A criterion depends on another criterion of the list; \(other) is none.",
          advice: "Use the id of another criterion.")
      }
      return CriterionNote.Dependence(criterion: other, reason: flag.attribute("reason") ?? "")
    }
    return CriterionNote(
      unit: element.attribute("unit"), hasLocalAnchors: element.attribute("anchors") == "local",
      isCost: isCost, payer: element.attribute("payer"), requirement: requirement,
      dependences: dependences)
  }

  private func build(
    _ element: MarkupElement, _ worst: Double, _ best: Double, _ decoder: inout ElementDecoder
  ) -> Criterion? {
    let direction = direction(element, decoder)
    let points = element.elements(named: "point").map {
      ValuePoint(level: decoder.real("level", of: $0), value: decoder.real("value", of: $0))
    }
    let outside = element.attribute("outside").flatMap { OutsideAnchors(rawValue: $0) }
    do throws(ValueFunctionFault) {
      guard worst.isFinite, best.isFinite, direction.improves(from: worst, to: best) else {
        throw .levelsNotStrictlyMonotone
      }
      let ends = [ValuePoint(level: worst, value: 0), ValuePoint(level: best, value: 1)]
      let function = try PartialValueFunction(
        points: points.isEmpty ? ends : points, direction: direction,
        outside: outside ?? .extrapolate,
        allowsFlatStretches: decoder.flag("flatStretches", of: element))
      let criterion = try? Criterion(
        id: element.attribute("id") ?? "", direction: direction, worst: worst, best: best,
        valueFunction: function, branch: element.attribute("branch") ?? Self.defaultBranch,
        measures: decoder.ids("measures", of: element), acceptsLevelsOutside: outside != nil)
      if criterion == nil {
        decoder.diagnostics.error(
          "problem.valueFunctionEnds", at: decoder.place(element),
          "The break points run from the worst anchor to the best one; here they end elsewhere.",
          advice: "Make the first and last point equal to worst and best.")
      }
      return criterion
    } catch {
      let (problem, advice) = ProblemFaults.explanation(error)
      decoder.diagnostics.error(
        "problem.valueFunction", at: decoder.place(element), problem, advice: advice)
      return nil
    }
  }
}
