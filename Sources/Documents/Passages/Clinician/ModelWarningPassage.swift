// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension PersonContext {
  /// What to keep in mind about the model: one line for each kind of warning, with what it is about.
  func modelWarnings() -> [Block] {
    let items = warningLines
    return items.isEmpty
      ? [] : [.smallHeading(wording(.warningsHeading)), .list(.bullets, items)]
  }

  /// The first of these lines.
  func modelWarningsInBrief() -> [Block] {
    let items = warningLines
    return items.isEmpty
      ? []
      : [.heading(wording(ClinicianPhrase.warningsInBrief)), .list(.bullets, capped(items, 6))]
  }

  private var warningLines: [InlineText] {
    ModelWarning.Kind.allCases.flatMap { kind in
      lines(kind, findings.warnings.filter { $0.kind == kind })
    }
  }

  private func lines(_ kind: ModelWarning.Kind, _ warnings: [ModelWarning]) -> [InlineText] {
    guard let first = warnings.first else { return [] }
    switch kind {
    case .notElicited: return [wording(.warningNotElicited)]
    case .allEqual: return [wording(.warningAllEqual)]
    case .looksLikeRanks: return [wording(.warningLooksLikeRanks)]
    case .comparisonsContradict:
      return [named(.warningContradict, first.criteria.map(base.criterionInline))]
    case .splitting: return [named(.warningSplitting, branches(warnings))]
    case .sharedMeasure:
      return warnings.map { named(.warningSharedTag, $0.criteria.map(base.criterionInline)) }
    case .sameOrder:
      return warnings.map { named(.warningSameOrder, $0.criteria.map(base.criterionInline)) }
    case .dependence: return warnings.map(dependence)
    case .payerNotStated: return [named(.warningPayer, criteria(warnings))]
    case .rangeTooWide: return [named(.warningRangeWide, criteria(warnings))]
    case .rangeTooNarrow: return [named(.warningRangeNarrow, criteria(warnings))]
    case .differentStudies: return [named(.warningStudies, warnings.map(graded))]
    case .drawnApart: return [named(.warningDrawnApart, criteria(warnings))]
    case .noRange: return [named(.warningNoRange, cells(warnings))]
    case .drawsOutsideRange: return [named(.warningOutside, cells(warnings))]
    case .estimateOffCentre: return [named(.warningOffCentre, cells(warnings))]
    case .estimateOffMedian: return [named(.warningOffMedian, cells(warnings))]
    case .betaMissesLimits: return [named(.warningBeta, cells(warnings))]
    case .meanMovedByCut: return [named(.warningCut, cells(warnings))]
    // A figure is not weighed: that is said to the authors of the pack.
    case .zeroWithoutRange: return []
    }
  }

  private func named(_ phrase: Phrase, _ names: [InlineText]) -> InlineText {
    wording(phrase, ["names": wording.list(names)])
  }

  private func criteria(_ warnings: [ModelWarning]) -> [InlineText] {
    warnings.flatMap(\.criteria).map(base.criterionInline)
  }

  private func cells(_ warnings: [ModelWarning]) -> [InlineText] {
    warnings.compactMap(\.cell).map { cell in
      wording(
        .warningCell,
        ["name": base.criterionInline(cell.criterion), "option": base.inline(cell.alternative)])
    }
  }

  private func branches(_ warnings: [ModelWarning]) -> [InlineText] {
    warnings.compactMap { warning in
      if case .splitting(let branch) = warning { name(.branch(branch)) } else { nil }
    }
  }

  private func dependence(_ warning: ModelWarning) -> InlineText {
    guard case .dependence(let first, let second) = warning else { return .empty }
    let found = pack.criterion(first)?.dependences.first { $0.criterion == second }
    return wording(
      .warningDependence,
      [
        "first": base.criterionInline(first), "second": base.criterionInline(second),
        "reason": found.map { wording.text($0.reason) } ?? .empty,
      ])
  }

  /// A criterion with the lowest grade of its levels.
  private func graded(_ warning: ModelWarning) -> InlineText {
    guard case .differentStudies(let criterion, _, let certainty) = warning else { return .empty }
    return wording(
      .warningGraded,
      ["name": base.criterionInline(criterion), "grade": base.grade(certainty)])
  }
}
