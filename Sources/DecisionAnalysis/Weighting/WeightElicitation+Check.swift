// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension WeightElicitation {
  /// The largest distance from 100 that a sum of shares may have.
  static let sumTolerance = 0.5

  /// Everything that keeps the answers from becoming weights for the criteria, in the order of the
  /// criteria and then of the answers; empty when they can be used.
  public func faults(for criteria: [Criterion]) -> [WeightingError] {
    if criteria.isEmpty { return [.noCriteria] }
    if criteria.count == 1 { return [.singleCriterion(criteria[0].id)] }
    let listed = listFaults(for: criteria)
    let answers = answerFaults(for: criteria)
    // A total over a wrong list says nothing.
    return listed.isEmpty && answers.isEmpty ? totalFaults(for: criteria) : listed + answers
  }

  /// The criterion and the anchors of every answer.
  private var questions: [ShownRange] {
    switch self {
    case .swing(let answers), .directRating(let answers), .hundredPoints(let answers):
      answers.map { ShownRange(criterion: $0.criterion, worst: $0.worst, best: $0.best) }
    case .branchFirst(let shares):
      shares.flatMap(\.answers).map {
        ShownRange(criterion: $0.criterion, worst: $0.worst, best: $0.best)
      }
    case .intervalSwing(let answers):
      answers.map { ShownRange(criterion: $0.criterion, worst: $0.worst, best: $0.best) }
    case .rankOrder(let answers, _):
      answers.map { ShownRange(criterion: $0.criterion, worst: $0.worst, best: $0.best) }
    case .pairwise(let answers): answers.ranges
    case .bestWorst(let answers):
      answers.answers.map { ShownRange(criterion: $0.criterion, worst: $0.worst, best: $0.best) }
    case .maxDiff(let answers):
      answers.map { ShownRange(criterion: $0.criterion, worst: $0.worst, best: $0.best) }
    case .matching(let answers): answers.ranges
    }
  }

  private func listFaults(for criteria: [Criterion]) -> [WeightingError] {
    let questions = questions
    var faults: [WeightingError] = []
    for criterion in criteria {
      let asked = questions.filter { $0.criterion == criterion.id }
      if asked.isEmpty { faults.append(.missing(criterion.id)) }
      if asked.count > 1 { faults.append(.duplicate(criterion.id)) }
      if asked.contains(where: { $0.worst != criterion.worst || $0.best != criterion.best }) {
        faults.append(.differentAnchors(criterion.id))
      }
    }
    let known = Set(criteria.map(\.id))
    for question in questions where !known.contains(question.criterion) {
      faults.append(.notOnList(question.criterion))
    }
    return faults
  }

  /// What is wrong with single answers.
  private func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    switch self {
    case .swing(let answers), .hundredPoints(let answers):
      return answers.compactMap { Self.fault(of: $0.points, for: $0.criterion, upTo: 100) }
    case .branchFirst(let shares):
      return BranchShares(shares).answerFaults(criteria)
        + shares.flatMap(\.answers).compactMap {
          Self.fault(of: $0.points, for: $0.criterion, upTo: 100)
        }
    case .directRating(let answers):
      return answers.compactMap { Self.fault(of: $0.points, for: $0.criterion, upTo: .infinity) }
    case .intervalSwing(let answers):
      return answers.compactMap { answer in
        Self.fault(of: answer.low, for: answer.criterion, upTo: 100)
          ?? Self.fault(of: answer.high, for: answer.criterion, upTo: 100)
          ?? (answer.low > answer.high ? .lowAboveHigh(answer.criterion) : nil)
      }
    case .rankOrder(let answers, _):
      return answers.filter { !(1...criteria.count).contains($0.rank) }
        .map { .rankOutOfRange($0.criterion) }
    case .pairwise(let answers): return answers.comparisonFaults(of: criteria.map(\.id))
    case .bestWorst(let answers): return answers.comparisonFaults(of: criteria.map(\.id))
    case .maxDiff(let answers): return MaxDiffWeights.faults(answers)
    case .matching(let answers):
      return MatchingWeights(answers.trades, criteria: criteria).faults
    }
  }

  private static func fault(
    of points: Double, for criterion: String, upTo limit: Double
  ) -> WeightingError? {
    guard points.isFinite else { return .notFinite(criterion) }
    guard points >= 0 else { return .negative(criterion) }
    return points <= limit ? nil : .aboveHundred(criterion)
  }

  /// What is wrong with answers that are right one by one.
  private func totalFaults(for criteria: [Criterion]) -> [WeightingError] {
    switch self {
    case .rankOrder, .bestWorst, .matching: return []
    case .pairwise(let answers): return answers.consistencyFaults(of: criteria.map(\.id))
    case .maxDiff(let answers): return MaxDiffWeights.totalFaults(answers)
    case .branchFirst(let shares): return BranchShares(shares).totalFaults()
    case .intervalSwing(let answers):
      if answers.allSatisfy({ $0.high == 0 }) { return [.allZero] }
      return answers.contains { $0.low == 100 } ? [] : [.largestIsNotHundred]
    case .swing(let answers), .directRating(let answers), .hundredPoints(let answers):
      let sum = answers.reduce(0) { $0 + $1.points }
      guard sum > 0 else { return [.allZero] }
      guard sum.isFinite else { return [.sumNotFinite] }
      if case .swing = self, !answers.contains(where: { $0.points == 100 }) {
        return [.largestIsNotHundred]
      }
      if case .hundredPoints = self, (sum - 100).magnitude > Self.sumTolerance {
        return [.sumIsNotHundred]
      }
      return []
    }
  }
}
