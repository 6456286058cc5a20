// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The answers to one way of asking: what can be wrong with them, and the weights that they stand
/// for.
///
/// Each method conforms in its file of `Methods`.
protocol MethodAnswers: Sendable {
  /// The way of asking.
  static var method: ElicitationMethod { get }
  /// The raw value of the rule that was chosen to turn the answers into weights; nil by default.
  var ruleName: String? { get }
  /// The criterion and the range of every answer.
  var ranges: [ShownRange] { get }
  /// What is wrong with single answers, beyond a wrong list.
  func answerFaults(for criteria: [Criterion]) -> [WeightingError]
  /// What is wrong with answers that are right one by one, on a list that is right.
  func totalFaults(for criteria: [Criterion]) -> [WeightingError]
  /// The weights of answers without faults, in the order of the criteria.
  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights
  /// The ranks of the criteria where answers without faults are an order and no more.
  func ranks(for criteria: [Criterion]) -> [Int]?
  /// The weights relative to the largest one where answers without faults are intervals.
  func intervals(for criteria: [Criterion]) -> [(low: Double, high: Double)]?
  /// Whether the answers look like an order though they are none.
  var looksLikeRanks: Bool { get }
}

extension MethodAnswers {
  var ruleName: String? { nil }
  func totalFaults(for criteria: [Criterion]) -> [WeightingError] { [] }
  func ranks(for criteria: [Criterion]) -> [Int]? { nil }
  func intervals(for criteria: [Criterion]) -> [(low: Double, high: Double)]? { nil }
  var looksLikeRanks: Bool { false }

  /// The method with its rule, as weights carry it.
  var weightingMethod: WeightingMethod { .elicited(Self.method, rule: ruleName) }

  /// Everything that keeps the answers from becoming weights for the criteria.
  func faults(for criteria: [Criterion]) -> [WeightingError] {
    if criteria.isEmpty { return [.noCriteria] }
    if criteria.count == 1 { return [.singleCriterion(criteria[0].id)] }
    let found = listFaults(for: criteria) + answerFaults(for: criteria)
    // A total over a wrong list says nothing.
    return found.isEmpty ? totalFaults(for: criteria) : found
  }

  private func listFaults(for criteria: [Criterion]) -> [WeightingError] {
    let ranges = ranges
    var faults: [WeightingError] = []
    for criterion in criteria {
      let asked = ranges.filter { $0.criterion == criterion.id }
      if asked.isEmpty { faults.append(.missing(criterion.id)) }
      if asked.count > 1 { faults.append(.duplicate(criterion.id)) }
      if asked.contains(where: { $0.worst != criterion.worst || $0.best != criterion.best }) {
        faults.append(.differentAnchors(criterion.id))
      }
    }
    let known = Set(criteria.map(\.id))
    return faults
      + ranges.filter { !known.contains($0.criterion) }.map { .notOnList($0.criterion) }
  }
}

/// An answer for one criterion, with the range that the question showed.
protocol RangedAnswer {
  /// The id of the criterion.
  var criterion: String { get }
  /// The worst level shown, in the unit of the criterion.
  var worst: Double { get }
  /// The best level shown, in the unit of the criterion.
  var best: Double { get }
}

extension RangedAnswer {
  /// The range that was shown.
  var range: ShownRange { ShownRange(criterion: criterion, worst: worst, best: best) }
}

extension Sequence where Element: RangedAnswer {
  /// The first answer for a criterion.
  func answer(for id: String) -> Element? { first { $0.criterion == id } }
}

/// The range of a criterion that a question showed.
///
/// A weight belongs to its range: answers that relate criteria to each other carry one for each.
public struct ShownRange: Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double

  /// The range of a criterion, in its unit.
  public init(criterion: String, worst: Double, best: Double) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
  }
}
