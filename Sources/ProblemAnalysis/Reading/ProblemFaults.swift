// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Puts the faults of a column into words, each at the line of its performance.
struct ProblemFaults {
  let rows: ProblemRows
  /// The element of the criterion.
  let element: MarkupElement

  /// Reports what is wrong with a column whose cells could be read.
  ///
  /// - Parameter criterion: the criterion; when it is nil, only baselines can be checked.
  func report(
    _ criterion: Criterion?, _ table: PerformanceTable, _ decoder: inout ElementDecoder
  ) {
    guard
      let column = criterion
        ?? (try? Criterion(
          id: element.attribute("id") ?? "", direction: .higherIsBetter, worst: 0, best: 1,
          branch: ProblemCriterionReader.defaultBranch, acceptsLevelsOutside: true))
    else { return }
    let problem = DecisionProblem(
      alternatives: rows.alternatives, criteria: [column], table: table)
    let faults = problem.faults
    for fault in faults {
      // An estimate outside says it all.
      if case .limitOutsideAnchors(let place) = fault,
        faults.contains(.estimateOutsideAnchors(place))
      {
        continue
      }
      guard let (row, identifier, text, advice) = explanation(fault) else { continue }
      let performance =
        element.elements(named: "performance")
        .first { $0.attribute("alternative") == row }
        ?? element.elements(named: "logOddsRatios").flatMap { $0.elements(named: "effect") }
        .first { $0.attribute("alternative") == row }
      decoder.diagnostics.error(
        identifier, at: decoder.place(performance ?? element), text, advice: advice)
    }
    if criterion?.acceptsLevelsOutside == true { warn(column, table, &decoder) }
  }

  /// A warning for each level beyond the anchors that the author accepts.
  private func warn(
    _ criterion: Criterion, _ table: PerformanceTable, _ decoder: inout ElementDecoder
  ) {
    for (row, id) in rows.alternatives.enumerated() {
      let limits = table.interval(row, 0)
      let levels = [table.estimate(row, 0), limits.low, limits.high]
      guard !levels.allSatisfy({ criterion.anchorsContain($0) }) else { continue }
      let performance = element.elements(named: "performance")
        .first { $0.attribute("alternative") == id }
      decoder.diagnostics.warning(
        "problem.outsideAnchors", at: decoder.place(performance ?? element),
        "The estimate or a limit of \(id) lies beyond the anchors of \(criterion.id); its value is "
          + (criterion.valueFunction.outside == .clamp
            ? "that of the nearer anchor." : "that of the end segment continued."),
        advice: "Ask for weights with anchors that contain it.")
    }
  }

  private func explanation(
    _ fault: DecisionProblemError
  ) -> (row: String, identifier: String, problem: String, advice: String)? {
    switch fault {
    case .distribution(let fault, let place?):
      let (problem, advice) = fault.explanation
      return (place.alternative, "problem.distribution", problem, advice)
    case .baselineMissing(let place):
      return (
        place.alternative, "problem.baseline", "A baseline is a row of the table.",
        "Use the id of an alternative or a reference."
      )
    case .baselineCircular(let place):
      return (
        place.alternative, "problem.circularBaseline",
        "No performance stands on itself; that of \(place.alternative) leads back to itself.",
        "Give one row of the circle its own level."
      )
    case .oddsOutOfRange(let place):
      return (
        place.alternative, "problem.oddsRatio",
        "An odds ratio is above zero, and the row that it stands on lies between zero and outOf; that "
          + "of \(place.alternative) does not.",
        "Correct the ratio or the row below, set outOf on the criterion, or use ratio."
      )
    case .estimateOutsideAnchors(let place), .limitOutsideAnchors(let place):
      let what = if case .estimateOutsideAnchors = fault { "estimate" } else { "95 % limit" }
      return (
        place.alternative, "problem.outsideAnchors",
        "The anchors contain every estimate and every 95 % limit; the \(what) of "
          + "\(place.alternative) on \(place.criterion) lies beyond them.",
        "Widen the anchors and ask for the weights again, or write outside=\"extrapolate\"."
      )
    default: return nil
    }
  }

  /// What is wrong with anchors or break points, and what to do.
  static func explanation(_ fault: ValueFunctionFault) -> (problem: String, advice: String) {
    switch fault {
    case .tooFewPoints:
      ("A value function has at least two break points.", "Add the other end, or none.")
    case .notFinite: ("A number is finite; one of these is not.", "Correct it.")
    case .levelsNotStrictlyMonotone:
      (
        "Anchors and break points run strictly from the worst level to the best one in the stated "
          + "direction; these do not.",
        "Check direction, worst, best and the levels; two levels are never equal."
      )
    case .valuesAgainstDirection:
      ("Values rise from the worst level to the best one; here one falls.", "Check the values.")
    case .flatStretchNotDeclared:
      (
        "Two neighbouring break points have the same value.",
        "If that is meant, write flatStretches=\"true\"."
      )
    case .endsAreNotZeroAndOne:
      ("The worst level has value 0 and the best one value 1.", "Correct the end points.")
    }
  }
}
