// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What may mislead the reader of an analysis.
///
/// Source: DecisionAnalysis.docc/Warnings.md, "Pitfalls".
public struct AnalysisWarning: Sendable, Equatable {
  /// What it is about.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// The anchors are those of the alternatives listed: another list changes every value.
    case localAnchors
    /// The alternatives span less than a tenth of the anchors: weight is spent on nothing.
    case rangeTooWide
    /// The alternatives reach both anchors: the range may be too narrow.
    case rangeTooNarrow
    /// An estimate or a limit lies beyond the anchors, as the author accepts.
    case outsideAnchors
    /// More than one percent of what is possible for a level lies beyond the anchors.
    case drawsOutsideRange
    /// Two criteria share a tag of what they measure.
    case sharedMeasure
    /// Two criteria put four or more alternatives in the same order with a correlation above 0.95.
    case sameOrder
    /// The author says that the values of one criterion depend on the level of another.
    case dependence
    /// A branch with more criteria than the others has more than one and a half times an equal share
    /// of the weight.
    case splitting
    /// Nobody was asked for the weights.
    case notElicited
    /// The ranges that the weights belong to were not stated with them.
    case weightsWithoutRanges
    /// The weights lie outside what their uncertainty allows.
    case weightsOutsideUncertainty
    /// The pairwise judgements contradict each other more than is accepted.
    case comparisonsContradict
    /// A cost does not say who pays.
    case payerNotStated
    /// Unsure levels are taken as independent of each other: no row stands on a shared baseline.
    case drawnApart
    /// The levels come from different studies without a shared comparator.
    case differentStudies
    /// Nothing is known about a performance; the range of the anchors stands in.
    case spanInsteadOfNumber
    /// An alternative misses a level that it must reach and stands outside the ranking.
    case missesRequirement
  }

  /// What it is about.
  public let kind: Kind
  /// The ids of the criteria concerned.
  public let criteria: [String]
  /// The ids of the alternatives concerned.
  public let alternatives: [String]
  /// The id of the branch concerned.
  public let branch: String?
  /// The tag, or the author's reason.
  public let detail: String?

  /// A warning about the given criteria, alternatives or branch; none stands for the whole model.
  init(
    _ kind: Kind, criteria: [String] = [], alternatives: [String] = [], branch: String? = nil,
    detail: String? = nil
  ) {
    self.kind = kind
    self.criteria = criteria
    self.alternatives = alternatives
    self.branch = branch
    self.detail = detail
  }

  /// Every warning about a request, in the order of the kinds.
  public static func all(in request: AnalysisRequest) -> [AnalysisWarning] {
    let found =
      LevelGuards(request).warnings + CriterionGuards(request).warnings
      + WeightGuards(request).warnings
    return Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }
}

extension AnalysisWarning {
  /// A warning about the model in the form of an analysis; `nil` for those about the form of a
  /// distribution, which stand as notes beside the performance, and those that only a pack has.
  init?(_ warning: ModelWarning) {
    switch warning {
    case .rangeTooWide(let id): self.init(.rangeTooWide, criteria: [id])
    case .rangeTooNarrow(let id): self.init(.rangeTooNarrow, criteria: [id])
    case .sharedMeasure(let tag, let ids): self.init(.sharedMeasure, criteria: ids, detail: tag)
    case .sameOrder(let one, let other): self.init(.sameOrder, criteria: [one, other])
    case .dependence(let id, let other): self.init(.dependence, criteria: [id, other])
    case .splitting(let branch): self.init(.splitting, branch: branch)
    case .notElicited: self.init(.notElicited)
    case .comparisonsContradict(let ids): self.init(.comparisonsContradict, criteria: ids)
    case .payerNotStated(let id): self.init(.payerNotStated, criteria: [id])
    case .differentStudies(let id, let alternatives, _):
      self.init(.differentStudies, criteria: [id], alternatives: alternatives)
    case .drawnApart(let id, let alternatives):
      self.init(.drawnApart, criteria: [id], alternatives: alternatives)
    case .drawsOutsideRange(let cell):
      self.init(
        .drawsOutsideRange, criteria: [cell.criterion], alternatives: [cell.alternative])
    case .estimateOffCentre, .estimateOffMedian, .betaMissesLimits, .meanMovedByCut: return nil
    case .allEqual, .looksLikeRanks, .noRange, .zeroWithoutRange: return nil
    }
  }
}

/// Looks for weights that may mislead.
struct WeightGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var weights: CriterionWeights { request.weighting.weights }

  /// The warnings.
  var warnings: [AnalysisWarning] {
    var found: [AnalysisWarning] = []
    if weights.method == .notElicited { found.append(AnalysisWarning(.notElicited)) }
    if !request.weighting.hasRanges { found.append(AnalysisWarning(.weightsWithoutRanges)) }
    if !isInsideUncertainty { found.append(AnalysisWarning(.weightsOutsideUncertainty)) }
    let steps = [request.weighting.branches ?? weights] + request.weighting.inside.map(\.weights)
    for step in steps {
      if case .pairwise(let consistency)? = step.consistency, consistency.isPastLimit {
        found.append(
          AnalysisWarning(.comparisonsContradict, criteria: consistency.worstTriad ?? []))
      }
    }
    return found + splitting
  }

  /// Branches that may owe their weight to the number of their criteria; not where the branches
  /// were weighed themselves.
  private var splitting: [AnalysisWarning] {
    guard request.weighting.branches == nil else { return [] }
    return ModelWarnings.splitBranches(weights, request.problem.criteria)
      .compactMap { AnalysisWarning($0) }
  }

  /// Whether the weights keep the order or the ratios that their uncertainty states, to within
  /// rounding.
  private var isInsideUncertainty: Bool {
    let values = weights.values
    let top = values.reduce(0) { max($0, $1) }
    func isInside(_ ratio: Double, _ range: PerformanceInterval) -> Bool {
      ratio >= range.low - 1e-9 && ratio <= range.high + 1e-9
    }
    switch request.uncertainty {
    case .none, .dirichlet, .responseError, .uniform: return true
    case .ordinal(let ranks):
      return values.indices.allSatisfy { one in
        values.indices.allSatisfy { other in
          ranks[one] >= ranks[other] || values[one] >= values[other] - 1e-12
        }
      }
    case .relativeToTop(let ranges):
      return zip(values, ranges).allSatisfy { isInside($0 / top, $1) }
    case .chain(let order, let ratios):
      return ratios.indices.allSatisfy { place in
        isInside(values[order[place]] / values[order[place + 1]], ratios[place])
      }
    }
  }
}

/// Looks for criteria that may count one thing twice, depend on each other, or hide who pays.
struct CriterionGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var criteria: [Criterion] { request.problem.criteria }

  /// The warnings, in the order of the criteria.
  var warnings: [AnalysisWarning] {
    var found = ModelWarnings.ofOverlap(in: request.problem).compactMap { AnalysisWarning($0) }
    for (column, criterion) in criteria.enumerated() {
      let note = request.criterionNotes[column]
      if note.isCost, note.payer == nil {
        found.append(AnalysisWarning(.payerNotStated, criteria: [criterion.id]))
      }
      found += note.dependences.map {
        AnalysisWarning(.dependence, criteria: [criterion.id, $0.criterion], detail: $0.reason)
      }
    }
    return found
  }
}

/// Looks for anchors and levels that may mislead.
struct LevelGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var problem: DecisionProblem { request.problem }

  /// The warnings, in the order of the criteria.
  var warnings: [AnalysisWarning] {
    let model = ModelWarnings.ofRanges(in: problem) + ModelWarnings.ofDraws(in: problem)
    let local = request.problem.criteria.indices.filter {
      request.criterionNotes[$0].hasLocalAnchors
    }
    // Anchors that are made of the alternatives are a warning of their own.
    let isLocal = { (warning: AnalysisWarning) in
      warning.kind == .rangeTooNarrow
        && local.contains { problem.criteria[$0].id == warning.criteria.first }
    }
    return model.compactMap { AnalysisWarning($0) }.filter { !isLocal($0) }
      + local.map { warning(.localAnchors, $0) }
      + problem.criteria.indices.flatMap { column in
        outside(column) + dependence(column) + notes(column)
      }
  }

  private func warning(
    _ kind: AnalysisWarning.Kind, _ column: Int, rows: [Int] = [], detail: String? = nil
  ) -> AnalysisWarning {
    AnalysisWarning(
      kind, criteria: [problem.criteria[column].id], alternatives: rows.map(problem.rowID),
      detail: detail)
  }

  private func outside(_ column: Int) -> [AnalysisWarning] {
    let criterion = problem.criteria[column]
    let rows = Array(problem.alternatives.indices)
    let beyond = rows.filter { row in
      let limits = problem.table.interval(row, column)
      return ![problem.table.estimate(row, column), limits.low, limits.high]
        .allSatisfy { criterion.anchorsContain($0) }
    }
    return beyond.isEmpty ? [] : [warning(.outsideAnchors, column, rows: beyond)]
  }

  /// Whether unsure levels stand side by side without a shared baseline.
  private func dependence(_ column: Int) -> [AnalysisWarning] {
    let table = problem.table
    let rows = problem.alternatives.indices.filter {
      !table.cell($0, column).distribution.isExact
    }
    let isShared = rows.contains { table.cell($0, column).baseline != nil }
    guard rows.count > 1, !isShared else { return [] }
    var studies: [String] = []
    for row in rows {
      if let study = request.performanceNotes[row][column].study, !studies.contains(study) {
        studies.append(study)
      }
    }
    return [warning(.drawnApart, column, rows: rows)]
      + (studies.count > 1
        ? [
          warning(
            .differentStudies, column, rows: rows, detail: studies.joined(separator: " "))
        ] : [])
  }

  private func notes(_ column: Int) -> [AnalysisWarning] {
    let rows = problem.alternatives.indices.filter {
      request.performanceNotes[$0][column].spansAnchors
    }
    let failing = problem.alternatives.indices.filter { row in
      request.criterionNotes[column].requirement
        .map { !$0.isMet(by: problem.table.estimate(row, column)) } ?? false
    }
    return (rows.isEmpty ? [] : [warning(.spanInsteadOfNumber, column, rows: rows)])
      + (failing.isEmpty ? [] : [warning(.missesRequirement, column, rows: failing)])
  }
}
