// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Everything the closed forms and the simulation say about one question: which of these alternatives fits better.
///
/// Values are 0...1 between the anchors (1 is 100 points).
public struct QuestionAnalysis: Sendable, Equatable {
  /// Totals and contributions of the alternatives compared.
  public internal(set) var overall: OverallValue
  /// The id of the alternative with the highest total.
  public let leader: String
  /// The id of the next one.
  public let challenger: String
  /// The leader's total minus the challenger's; never negative.
  public let difference: Double
  /// How clearly one stands above the rest, by estimates, simulation, flips and evidence together.
  public let verdict: Verdict
  /// What it would be worth to know more; `nil` when it was not simulated for these alternatives.
  public let valueOfInformation: ValueOfInformation?
  /// The flips for each criterion, in order, over all alternatives compared.
  public let criterionFlips: [WeightFlips]
  /// The flips for each branch, in order, over all alternatives compared.
  public let branchFlips: [WeightFlips]
  /// The break-evens between leader and challenger: for each criterion the leader's cell, then the
  /// challenger's.
  public let breakEvens: [BreakEven]
  /// The bars of leader minus challenger, the widest first.
  public let tornado: [TornadoBar]
  /// Every dominance among the alternatives compared.
  public let dominance: [Dominance]
  /// The smallest change of weights to a tie of leader and challenger.
  public let smallestChange: SmallestChange?
  /// Whether the leader depends on the list of criteria.
  public let leaveOneOut: LeaveOneOut
}

extension AnalysisFrame {
  /// Analyses one question: which of some alternatives fits a set of weights better, and what would
  /// change that.
  ///
  /// Ids keep the order given in `comparing`, which settles equal totals. Alternatives left out
  /// change no total; rows that the compared ones stand on still count in the tornado.
  ///
  /// - Parameters:
  ///   - weights: weights for exactly the criteria of the list.
  ///   - comparing: the ids of the alternatives of the question, at least two.
  ///   - list: the ids of the criteria that count, in the order wanted; `nil`: all.
  ///   - thresholds: the declared limits of the verdict's classes.
  ///   - simulation: the simulation of at least these alternatives with the same weights.
  ///   - otherLists: other lists of criteria (ids) that the leader is tried on.
  /// - Throws: `AnalysisError` for a list that is not one of the problem's criteria, weights for
  ///   other criteria, fewer than two alternatives, one that is unknown or named twice, or one that
  ///   was not simulated.
  public func analyse(
    _ weights: CriterionWeights, comparing: [String], list: [String]? = nil,
    thresholds: VerdictThresholds, simulation: SimulationResult, otherLists: [[String]] = []
  ) throws(AnalysisError) -> QuestionAnalysis {
    let selection = try selection(comparing, list)
    let model = try model(selection, weights)
    let overall = OverallValue(of: model)
    guard let leader = model.leader(totals: overall.totals),
      let challenger = model.leader(totals: overall.totals, excluding: leader)
    else { throw .tooFewAlternatives }
    let bases = model.weights.indices.map { model.lead(of: leader, over: challenger, without: $0) }
    let flips = criterionFlips(model, leader)
    let breakEvens = breakEvens(selection, model, (leader, challenger), bases)
    let dominance = Dominance.all(
      ranges, width: criteria.count, comparing, rows: selection.rows, columns: selection.columns)
    let evidence = try VerdictEvidence(
      model, leader: leader, dominance: dominance, flips: flips, breakEvens: breakEvens,
      weightsElicited: weights.method != .notElicited, simulation: simulation)
    return QuestionAnalysis(
      overall: overall, leader: model.alternatives[leader],
      challenger: model.alternatives[challenger],
      difference: overall.totals[leader] - overall.totals[challenger],
      verdict: Verdict(evidence, thresholds: thresholds),
      valueOfInformation: simulation.valueOfInformation.first { $0.alternatives == comparing },
      criterionFlips: flips, branchFlips: branchFlips(selection, model, leader),
      breakEvens: breakEvens, tornado: tornado(selection, model, (leader, challenger), bases),
      dominance: dominance,
      smallestChange: SmallestChange(in: model, between: leader, and: challenger),
      leaveOneOut: LeaveOneOut(in: model, leader: leader, otherLists: otherLists))
  }

  /// Totals and contributions of all alternatives on a list of criteria (ids).
  ///
  /// - Throws: `AnalysisError` for a list that is not one of the problem's criteria and for weights
  ///   for other criteria.
  public func overall(
    _ weights: CriterionWeights, list: [String]? = nil
  ) throws(AnalysisError) -> OverallValue {
    OverallValue(of: try model(selection(problem.alternatives, list), weights))
  }

  /// Every dominance between two alternatives on a list of criteria (ids), in the order of the
  /// problem.
  ///
  /// - Throws: `DecisionProblemError` for a list that is not one of the problem's criteria.
  public func dominance(list: [String]? = nil) throws(DecisionProblemError) -> [Dominance] {
    Dominance.all(
      ranges, width: criteria.count, problem.alternatives,
      rows: Array(problem.alternatives.indices), columns: try columns(of: list))
  }

  private func criterionFlips(_ model: AdditiveModel, _ leader: Int) -> [WeightFlips] {
    let groups = Array(model.criteria.indices)
    return groups.map { column in
      WeightFlips(
        in: model, leader: leader, moving: column, of: groups,
        as: .criterion(model.criteria[column]))
    }
  }

  private func branchFlips(
    _ selection: FrameSelection, _ model: AdditiveModel, _ leader: Int
  ) -> [WeightFlips] {
    let groups = selection.columns.map { branchOf[$0] }
    var met = Array(repeating: false, count: branches.count)
    var flips: [WeightFlips] = []
    for branch in groups where !met[branch] {
      met[branch] = true
      flips.append(
        WeightFlips(
          in: model, leader: leader, moving: branch, of: groups, as: .branch(branches[branch])))
    }
    return flips
  }

  private func breakEvens(
    _ selection: FrameSelection, _ model: AdditiveModel, _ pair: (leader: Int, challenger: Int),
    _ bases: [Double]
  ) -> [BreakEven] {
    let (first, second) = (selection.rows[pair.leader], selection.rows[pair.challenger])
    var found: [BreakEven] = []
    found.reserveCapacity(2 * bases.count)
    for (place, column) in selection.columns.enumerated() {
      let weight = model.weights[place]
      found.append(
        BreakEven(
          lead(of: first, over: second, criterion: column),
          rival: model.alternatives[pair.challenger], base: bases[place], weight: weight))
      found.append(
        BreakEven(
          lead(of: second, over: first, criterion: column),
          rival: model.alternatives[pair.leader], base: -bases[place], weight: weight))
    }
    return found
  }

  private func tornado(
    _ selection: FrameSelection, _ model: AdditiveModel, _ pair: (leader: Int, challenger: Int),
    _ bases: [Double]
  ) -> [TornadoBar] {
    let (first, second) = (selection.rows[pair.leader], selection.rows[pair.challenger])
    var bars: [TornadoBar] = []
    bars.reserveCapacity(selection.rows.count * bases.count)
    for (place, column) in selection.columns.enumerated() {
      for row in selection.rows {
        guard let moved = movedCell(row, column), moved.moves(first, second) else { continue }
        bars.append(
          TornadoBar(
            moved, first, second, base: bases[place], weight: model.weights[place]))
      }
    }
    return TornadoBar.widestFirst(bars)
  }
}

/// Analyses one question: which of some alternatives fits a set of weights better, and what would
/// change that.
///
/// Whoever asks a problem more than once makes an `AnalysisFrame` and asks that.
///
/// - Parameters:
///   - problem: the whole problem.
///   - weights: weights for exactly its criteria.
///   - comparing: the ids of the alternatives of the question, at least two.
///   - thresholds: the declared limits of the verdict's classes.
///   - simulation: the simulation of at least these alternatives with the same weights.
///   - otherLists: other lists of criteria (ids) that the leader is tried on.
/// - Throws: `AnalysisError` for a problem with mistakes, weights for other criteria, fewer than
///   two alternatives, one that is unknown or named twice, or one that was not simulated.
public func analyse(
  _ problem: DecisionProblem, _ weights: CriterionWeights, comparing: [String],
  thresholds: VerdictThresholds, simulation: SimulationResult, otherLists: [[String]] = []
) throws(AnalysisError) -> QuestionAnalysis {
  try AnalysisFrame(problem).analyse(
    weights, comparing: comparing, thresholds: thresholds, simulation: simulation,
    otherLists: otherLists)
}

/// The places of alternatives in the order of a list of ids; those that are not in it stand last.
private func places(of alternatives: [String], in order: [String]) -> [Int] {
  alternatives.indices.sorted { one, other in
    let first = order.firstIndex(of: alternatives[one]) ?? order.count
    let second = order.firstIndex(of: alternatives[other]) ?? order.count
    return first == second ? one < other : first < second
  }
}

extension OverallValue {
  /// The same values with the alternatives in another order.
  public func ordered(by order: [String]) -> OverallValue {
    let places = places(of: alternatives, in: order)
    var value = self
    value.alternatives = places.map { alternatives[$0] }
    value.totals = places.map { totals[$0] }
    value.contributions = places.map { contributions[$0] }
    return value
  }
}

extension QuestionAnalysis {
  /// The same comparison with the values of the alternatives in another order.
  public func ordered(by order: [String]) -> QuestionAnalysis {
    var analysis = self
    analysis.overall = overall.ordered(by: order)
    return analysis
  }
}

extension SimulationResult {
  /// The same shares with the alternatives in another order.
  public func ordered(by order: [String]) -> SimulationResult {
    let places = places(of: alternatives, in: order)
    return SimulationResult(
      alternatives: places.map { alternatives[$0] }, criteria: criteria,
      rankAcceptability: places.map { rankAcceptability[$0] },
      pairwiseWinning: places.map { row in places.map { pairwiseWinning[row][$0] } },
      meanTotals: places.map { meanTotals[$0] }, meanWeights: meanWeights,
      centralWeights: places.map { centralWeights[$0] },
      confidenceFactors: places.map { confidenceFactors[$0] },
      valueOfInformation: valueOfInformation, method: method, numericError: numericError,
      rankingEntropy: rankingEntropy)
  }
}
