// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a reader of a model must keep in mind: guards against its known pitfalls.
///
/// None of them refuses anything; what cannot be weighed at all is a fault of the problem, the
/// weights or the pack. Every limit is a declared default. Source:
/// DecisionAnalysis.docc/Warnings.md, "Pitfalls".
public enum ModelWarnings {
  /// The warnings about a problem and the weights on it, in the order of `ModelWarning.Kind`.
  ///
  /// - Parameters:
  ///   - problem: the criteria that are weighed; without faults.
  ///   - weights: the weights, or nil when nothing is weighed.
  ///   - elicitation: the answers that the weights were made of, or nil.
  public static func of(
    problem: DecisionProblem, weights: CriterionWeights?,
    elicitation: WeightElicitation? = nil
  ) -> [ModelWarning] {
    ordered(
      (weights.map { ofWeights($0, elicitation, criteria: problem.criteria) } ?? [])
        + ofOverlap(in: problem) + ofRanges(in: problem) + ofDistributions(in: problem)
        + ofDraws(in: problem))
  }

  /// The same warnings by kind, those of one kind in the order in which they were found.
  package static func ordered(_ warnings: [ModelWarning]) -> [ModelWarning] {
    ModelWarning.Kind.allCases.flatMap { kind in warnings.filter { $0.kind == kind } }
  }
}

extension ModelWarnings {
  /// How many times its equal share a branch must weigh before splitting is thought of.
  static let splitBranchTimes = 1.5

  /// What is odd about weights.
  package static func ofWeights(
    _ weights: CriterionWeights, _ elicitation: WeightElicitation?, criteria: [Criterion]
  ) -> [ModelWarning] {
    var found: [ModelWarning] = []
    if weights.method == .notElicited {
      found.append(.notElicited)
    } else if PreferencePattern(of: weights) == .allEqual {
      found.append(.allEqual)
    }
    if elicitation?.looksLikeRanks == true { found.append(.looksLikeRanks) }
    if weights.notes.contains(.comparisonsContradict) {
      var worst: [String] = []
      if case .pairwise(let consistency)? = weights.consistency {
        worst = consistency.worstTriad ?? []
      }
      found.append(.comparisonsContradict(criteria: worst))
    }
    return found + splitBranches(weights, criteria)
  }

  /// Branches that may weigh much because they were split into many criteria.
  ///
  /// Not looked for in weights that nobody was asked for or that were given branch first. A branch
  /// is named when it
  /// weighs more than one and a half times its equal share of the branches, holds more criteria than
  /// the branches do on average, and branches with more criteria weigh more: of the pairs of
  /// branches of different length, more agree with that than not. Splitting bias: Hamalainen and
  /// Alaja 2003; the limits are declared here.
  static func splitBranches(
    _ weights: CriterionWeights, _ criteria: [Criterion]
  ) -> [ModelWarning] {
    if weights.method == .notElicited || weights.method == .elicited(.branchFirst) { return [] }
    let branches = weights.branchTotals(of: criteria)
    let count = Double(branches.count)
    guard branches.count > 1, PreferencePattern(of: weights) != .allEqual else { return [] }
    var agreement = 0
    for (place, one) in branches.enumerated() {
      for other in branches[(place + 1)...] where one.criteria.count != other.criteria.count {
        let (longer, shorter) =
          one.criteria.count > other.criteria.count ? (one, other) : (other, one)
        if longer.weight > shorter.weight { agreement += 1 }
        if longer.weight < shorter.weight { agreement -= 1 }
      }
    }
    guard agreement > 0 else { return [] }
    return branches.filter { branch in
      branch.weight > splitBranchTimes / count
        && Double(branch.criteria.count) * count > Double(criteria.count)
    }.map { .splitting(branch: $0.branch) }
  }
}

extension ModelWarnings {
  /// The correlation of the values of two criteria above which they may say the same.
  static let sameCorrelation = 0.95
  /// The fewest alternatives that a correlation says anything about.
  static let fewestForCorrelation = 4

  /// Criteria that may count one thing twice: they carry one tag, or, with at least four
  /// alternatives, put them in one order with a correlation of values above 0.95.
  package static func ofOverlap(in problem: DecisionProblem) -> [ModelWarning] {
    var tags: [String] = []
    for tag in problem.criteria.flatMap(\.measures) where !tags.contains(tag) { tags.append(tag) }
    let shared = tags.compactMap { tag -> ModelWarning? in
      let ids = problem.criteria.filter { $0.measures.contains(tag) }.map(\.id)
      return ids.count > 1 ? .sharedMeasure(tag: tag, criteria: ids) : nil
    }
    return shared + sameOrders(in: problem)
  }

  private static func sameOrders(in problem: DecisionProblem) -> [ModelWarning] {
    guard problem.alternatives.count >= fewestForCorrelation else { return [] }
    let values = problem.values()
    let columns = problem.criteria.indices.map { column in values.map { $0[column] } }
    return columns.indices.flatMap { one in
      columns.indices.filter { $0 > one && isSame(columns[one], columns[$0]) }.map { other in
        .sameOrder(problem.criteria[one].id, problem.criteria[other].id)
      }
    }
  }

  /// Whether two lists have one order, ties included, and a correlation above the limit.
  private static func isSame(_ first: [Double], _ second: [Double]) -> Bool {
    for one in first.indices {
      for other in first.indices where other > one {
        let (a, b) = (first[one] - first[other], second[one] - second[other])
        if (a > 0) != (b > 0) || (a < 0) != (b < 0) { return false }
      }
    }
    let count = Double(first.count)
    let (m, n) = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var (product, squares, others) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
      product += (x - m) * (y - n)
      squares += (x - m) * (x - m)
      others += (y - n) * (y - n)
    }
    let length = (squares * others).squareRoot()
    return length > 0 && product > sameCorrelation * length
  }
}

extension ModelWarnings {
  /// The share of the range that the alternatives must at least take up.
  static let leastSpan = 0.1

  /// Ranges that are far wider than the alternatives need, or made of them.
  ///
  /// Too wide: the estimates span less than a tenth of the range, so that most of the weight is
  /// spent on a change that no alternative brings. Too narrow: the estimates touch both ends, so
  /// that another alternative would change every value; a scale of two exact states, which has
  /// nothing beyond them, is not meant.
  static func ofRanges(in problem: DecisionProblem) -> [ModelWarning] {
    problem.criteria.enumerated().flatMap { column, criterion -> [ModelWarning] in
      let rows = problem.alternatives.indices
      let levels = rows.map { problem.table.estimate($0, column) }
      guard let first = levels.first else { return [] }
      let low = levels.reduce(first, min)
      let high = levels.reduce(first, max)
      let range = (criterion.best - criterion.worst).magnitude
      // Rounding must not decide at the limit itself.
      if high - low < leastSpan * range - 1e-12 * range {
        return [.rangeTooWide(criterion: criterion.id)]
      }
      let ends = [criterion.worst, criterion.best]
      let isTwoStates = rows.allSatisfy { row in
        let cell = problem.table.cell(row, column)
        return ends.contains(levels[row]) && cell.baseline == nil && cell.distribution.isExact
      }
      let touchesBoth = ends.allSatisfy { levels.contains($0) }
      return touchesBoth && !isTwoStates ? [.rangeTooNarrow(criterion: criterion.id)] : []
    }
  }
}
