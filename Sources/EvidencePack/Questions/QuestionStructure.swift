// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Checks that the questions of a pack with readings are put fairly: nothing is won by definition, no
/// aim counts twice, no number is exact that nobody measured, and no range is a hidden weight.
///
/// Source: EvidencePack.docc/Questions.md, "Fair questions".
struct QuestionStructure {
  let pack: EvidencePack
  let file: String
  /// The root of the file, for the lines of its elements.
  let root: MarkupElement

  /// The part of a range that the evidence fills at least.
  static let leastFill = 0.6

  func check(into diagnostics: inout DiagnosticList) {
    for question in pack.questions { check(question, &diagnostics) }
    checkReferences(&diagnostics)
    checkRanges(&diagnostics)
  }

  private func check(_ question: DecisionQuestion, _ diagnostics: inout DiagnosticList) {
    let element = root.first("questions")?.elements.first { $0.attribute("id") == question.id }
    let place = SourceLocation(file: file, line: element?.line ?? 0)
    if question.criteria.isEmpty {
      diagnostics.error(
        "question.criteria", at: place, "The question \(question.id) names no criteria.",
        advice: "Add the attribute criteria with the ids that are weighed in it.")
    }
    if question.kind == .procedureOrNone,
      question.standsIn.flatMap({ pack.option($0) })?.kind != .procedure
    {
      diagnostics.error(
        "question.standsIn", at: place,
        "The question \(question.id) names no procedure that stands for both.",
        advice: "Add the attribute standsIn with the id of the procedure that is measured best.")
    }
    if let tie = question.tieOn, !question.criteria.contains(tie) {
      diagnostics.error(
        "question.tieOn", at: place,
        "The question \(question.id) tells a tie on \(tie), which it does not weigh.",
        advice: "Correct the attribute tieOn.")
    }
    var aims: [String: String] = [:]
    for id in question.criteria + question.alike {
      guard let criterion = pack.criterion(id) else {
        diagnostics.error(
          "pack.unknownReference", at: place,
          "The question \(question.id) names the criterion \(id), which does not exist.",
          advice: "Correct the id or add the criterion.")
        continue
      }
      check(criterion, in: question, &diagnostics)
      guard question.criteria.contains(id) else { continue }
      guard let aim = criterion.aim else {
        diagnostics.error(
          "question.aim", at: self.place(of: id),
          "The criterion \(id) is weighed and does not say what it is wanted for.",
          advice: "Add the attribute aim.")
        continue
      }
      if let other = aims[aim] {
        diagnostics.error(
          "question.sameAim", at: self.place(of: id),
          "In the question \(question.id) the criteria \(other) and \(id) have one aim: it would "
            + "count twice.",
          advice: "Keep one of them in the question, or show the other as an outcome.")
      }
      aims[aim] = id
    }
  }

  private func check(
    _ criterion: EvidenceCriterion, in question: DecisionQuestion,
    _ diagnostics: inout DiagnosticList
  ) {
    let alternatives = pack.alternatives(of: question)
    if !criterion.points.isEmpty {
      diagnostics.error(
        "question.points", at: place(of: criterion.id),
        "The criterion \(criterion.id) is weighed with a bent value function; the rules of a verdict "
          + "hold for straight ones.",
        advice: "Remove its points.")
    }
    for cell in criterion.rows.flatMap({ row in
      row.cells + row.otherReadings.flatMap(\.cells)
    }) where alternatives.contains(cell.alternative) {
      let place = SourceLocation(file: file, line: cell.line)
      if cell.basis == .byDefinition {
        diagnostics.error(
          "question.byDefinition", at: place,
          "The level of \(cell.alternative) on \(criterion.id) holds by definition: weighed, it "
            + "would decide the question \(question.id) without any evidence.",
          advice: "Take the criterion out of the question, or state what was measured.")
      }
      if cell.basis == .declared || cell.basis == .notKnown, cell.distribution.isExact {
        diagnostics.error(
          "question.declaredExactly", at: place,
          "The level of \(cell.alternative) on \(criterion.id) was chosen and has no range.",
          advice: "Give the range that it may lie in.")
      }
      if cell.basis == .reference, cell.distribution != .exact(0) {
        diagnostics.error(
          "question.reference", at: place,
          "The level of \(cell.alternative) on \(criterion.id) is the reference and not zero.",
          advice: "Write <exact value=\"0\"/>, or another basis.")
      }
    }
    if question.kind == .whichProcedure, dependsOnReading(criterion, alternatives) {
      diagnostics.error(
        "question.reading", at: place(of: criterion.id),
        "The question \(question.id) has one answer, and the difference on \(criterion.id) depends "
          + "on the reading of the evidence.",
        advice: "Let the alternatives stand on one level with relativeTo, or take it out.")
    }
  }

  /// Whether a difference between alternatives depends on the reading: one of them has other numbers
  /// of its own that the others do not stand on.
  private func dependsOnReading(
    _ criterion: EvidenceCriterion, _ alternatives: [String]
  ) -> Bool {
    criterion.rows.contains { row in
      row.otherReadings.contains { reading in
        let changed = zip(row.cells, reading.cells).filter { $0.distribution != $1.distribution }
          .map(\.0.alternative)
        let roots = Set(
          alternatives.map { id -> String in
            var id = id
            for _ in row.cells {
              guard let below = row.cells.first(where: { $0.alternative == id })?.relativeTo
              else { break }
              id = below
            }
            return id
          })
        let touched = changed.filter { id in alternatives.contains(id) || roots.contains(id) }
        // What all stand on by a sum moves all alike.
        let isShared =
          roots.count == 1 && touched.allSatisfy(roots.contains)
          && row.cells.allSatisfy { $0.operation != .ratio }
        return !touched.isEmpty && !isShared
      }
    }
  }

  private func checkReferences(_ diagnostics: inout DiagnosticList) {
    for (index, feeling) in pack.feelings.enumerated() {
      let element = root.first("feelings")?.elements[index]
      for id in feeling.alternatives where pack.option(id) == nil {
        diagnostics.error(
          "pack.unknownReference", at: SourceLocation(file: file, line: element?.line ?? 0),
          "The feeling \(feeling.id) names the alternative \(id), which does not exist.",
          advice: "Use one of: \(pack.options.map(\.id).joined(separator: ", ")).")
      }
    }
    for (index, measure) in pack.otherMeasures.enumerated() {
      let element = root.first("otherMeasures")?.elements[index]
      let question = pack.questions.first { $0.id == measure.question }
      if question?.criteria.contains(measure.of) != true {
        diagnostics.error(
          "pack.unknownReference", at: SourceLocation(file: file, line: element?.line ?? 0),
          "\(measure.criterion.id) stands for \(measure.of) in the question \(measure.question), "
            + "which does not weigh it.",
          advice: "Correct the attributes of and question.")
      }
    }
  }

  /// One range per criterion and region holds the limits of all alternatives and readings of its
  /// questions, and is filled by them.
  private func checkRanges(_ diagnostics: inout DiagnosticList) {
    for region in pack.regions {
      for criterion in pack.criteria {
        let questions = pack.questions.filter {
          ($0.criteria + $0.alike).contains(criterion.id)
        }
        guard let row = criterion.row(in: region.id), !questions.isEmpty else { continue }
        var limits: [PerformanceInterval] = []
        for question in questions {
          for reading in pack.readings {
            guard
              let problem = try? ProblemBuilder.problem(
                of: pack, question: question, reading: reading.id, region: region.id),
              let column = problem.criteria.firstIndex(where: { $0.id == criterion.id }),
              // Levels that are no levels were reported where they stand.
              problem.faults.allSatisfy(\.isOutsideAnchors)
            else { continue }
            limits += problem.alternatives.indices.map {
              problem.table.combinedInterval($0, column)
            }
          }
        }
        guard let fill = RangeFill(worst: row.worst, best: row.best, limits: limits) else {
          continue
        }
        report(fill, criterion, region, &diagnostics)
      }
    }
  }

  private func report(
    _ fill: RangeFill, _ criterion: EvidenceCriterion, _ region: Region,
    _ diagnostics: inout DiagnosticList
  ) {
    let limits =
      "\(DecimalText(fill.low, decimals: 3).text) to \(DecimalText(fill.high, decimals: 3).text)"
    if !fill.isInside {
      diagnostics.error(
        "question.rangeOutside", at: place(of: criterion.id),
        "In the region \(region.id) the levels of \(criterion.id) reach from \(limits), beyond the "
          + "range that is asked about.",
        advice: "Widen worst and best until they hold every 95 % limit.")
    } else if fill.filled < QuestionStructure.leastFill {
      let percent = Int((100 * fill.filled).rounded(.down))
      diagnostics.error(
        "question.rangeFill", at: place(of: criterion.id),
        "In the region \(region.id) the levels of \(criterion.id) fill \(percent) % of the range "
          + "that is asked about: a range that is hardly filled is a hidden weight.",
        advice: "Narrow worst and best around \(limits) until 60 % are filled.")
    }
  }

  private func place(of criterion: String) -> SourceLocation {
    let element = root.first("criteria")?.elements.first { $0.attribute("id") == criterion }
    return SourceLocation(file: file, line: element?.line ?? 0)
  }
}

extension EvidenceCriterion {
  /// The row that holds everywhere, or the rows of all regions.
  var rows: [EvidenceRow] { row.map { [$0] } ?? regionalRows.map(\.row) }
}

extension DecisionProblemError {
  /// Whether a level lies outside of a range, and nothing else is wrong.
  fileprivate var isOutsideAnchors: Bool {
    switch self {
    case .estimateOutsideAnchors, .limitOutsideAnchors: true
    default: false
    }
  }
}
