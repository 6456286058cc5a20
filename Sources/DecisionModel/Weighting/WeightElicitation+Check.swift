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
    let scale = scaleFaults(count: criteria.count)
    // A total over a wrong list says nothing.
    return listed.isEmpty && scale.isEmpty ? totalFaults : listed + scale
  }

  /// The criterion and the anchors of every answer.
  private var questions: [(criterion: String, worst: Double, best: Double)] {
    switch self {
    case .swing(let answers), .directRating(let answers), .hundredPoints(let answers):
      answers.map { ($0.criterion, $0.worst, $0.best) }
    case .rankOrder(let answers, _):
      answers.map { ($0.criterion, $0.worst, $0.best) }
    }
  }

  private func listFaults(for criteria: [Criterion]) -> [WeightingError] {
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

  private func scaleFaults(count: Int) -> [WeightingError] {
    switch self {
    case .swing(let answers), .hundredPoints(let answers):
      answers.compactMap { Self.fault(of: $0, upTo: 100) }
    case .directRating(let answers):
      answers.compactMap { Self.fault(of: $0, upTo: .infinity) }
    case .rankOrder(let answers, _):
      answers.filter { !(1...count).contains($0.rank) }.map { .rankOutOfRange($0.criterion) }
    }
  }

  private static func fault(of answer: ElicitedAnswer, upTo limit: Double) -> WeightingError? {
    guard answer.points.isFinite else { return .notFinite(answer.criterion) }
    guard answer.points >= 0 else { return .negative(answer.criterion) }
    return answer.points <= limit ? nil : .aboveHundred(answer.criterion)
  }

  private var totalFaults: [WeightingError] {
    switch self {
    case .rankOrder: return []
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
