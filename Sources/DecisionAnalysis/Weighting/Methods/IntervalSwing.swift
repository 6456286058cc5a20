// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's lowest and highest swing points for one criterion, with the range that was shown.
public struct IntervalAnswer: RangedAnswer, Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// The lowest points, 0...100.
  public let low: Double
  /// The highest points, `low`...100.
  public let high: Double

  /// The middle of the points, which the point weights are made of.
  public var middle: Double { low + (high - low) / 2 }

  /// An answer with the anchors that it was asked with.
  public init(criterion: String, worst: Double, best: Double, low: Double, high: Double) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.low = low
    self.high = high
  }
}

/// Swing points as intervals; the weights are those of the middles.
///
/// The middle is the mean of points that are spread evenly over the interval; the interval itself
/// stays with the answers.
struct IntervalSwingAnswers: MethodAnswers {
  static let method = ElicitationMethod.intervalSwing
  let answers: [IntervalAnswer]

  var ranges: [ShownRange] { answers.map(\.range) }

  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    answers.compactMap { answer in
      .ofPoints(answer.low, for: answer.criterion)
        ?? .ofPoints(answer.high, for: answer.criterion)
        ?? (answer.low > answer.high ? .lowAboveHigh(answer.criterion) : nil)
    }
  }

  func totalFaults(for criteria: [Criterion]) -> [WeightingError] {
    if answers.allSatisfy({ $0.high == 0 }) { return [.allZero] }
    return answers.contains { $0.low == 100 } ? [] : [.largestIsNotHundred]
  }

  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    try CriterionWeights(
      criteria: criteria.map(\.id),
      proportionalTo: criteria.map { answers.answer(for: $0.id)?.middle ?? 0 },
      method: weightingMethod)
  }

  func intervals(for criteria: [Criterion]) -> [(low: Double, high: Double)]? {
    criteria.compactMap { criterion in
      answers.answer(for: criterion.id).map { ($0.low / 100, $0.high / 100) }
    }
  }
}
