// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's points for one criterion, with the range that the question showed.
public struct ElicitedAnswer: RangedAnswer, Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// The points given; their range depends on the method.
  public let points: Double

  /// An answer with the anchors that it was asked with.
  public init(criterion: String, worst: Double, best: Double, points: Double) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.points = points
  }
}

/// Points for each criterion: w_j = points_j / sum of points.
protocol PointAnswers: MethodAnswers {
  /// The highest points that the scale has.
  static var limit: Double { get }
  /// The points.
  var answers: [ElicitedAnswer] { get }
  /// What is wrong with points that are right one by one and sum to more than zero.
  func totalFaults(sum: Double) -> [WeightingError]
  /// What a reader of weights that are made of the points must be told.
  func notes(sum: Double) -> [WeightingNote]
}

extension PointAnswers {
  static var limit: Double { 100 }
  var ranges: [ShownRange] { answers.map(\.range) }
  func totalFaults(sum: Double) -> [WeightingError] { [] }
  func notes(sum: Double) -> [WeightingNote] { [] }

  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    answers.compactMap { .ofPoints($0.points, for: $0.criterion, upTo: Self.limit) }
  }

  func totalFaults(for criteria: [Criterion]) -> [WeightingError] {
    let sum = answers.reduce(0) { $0 + $1.points }
    guard sum > 0 else { return [.allZero] }
    return sum.isFinite ? totalFaults(sum: sum) : [.sumNotFinite]
  }

  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    let points = criteria.map { answers.answer(for: $0.id)?.points ?? 0 }
    return try CriterionWeights(
      criteria: criteria.map(\.id), proportionalTo: points, method: weightingMethod,
      notes: notes(sum: points.reduce(0, +)))
  }
}

/// Swing points: 100 for the change from worst to best that matters most.
struct SwingAnswers: PointAnswers {
  static let method = ElicitationMethod.swing
  let answers: [ElicitedAnswer]

  func totalFaults(sum: Double) -> [WeightingError] {
    answers.contains { $0.points == 100 } ? [] : [.largestIsNotHundred]
  }
}

/// Direct rating: importance on a scale that begins at zero; only the proportions count.
struct DirectRatingAnswers: PointAnswers {
  static let method = ElicitationMethod.directRating
  static let limit = Double.infinity
  let answers: [ElicitedAnswer]

  var looksLikeRanks: Bool {
    answers.count > 2
      && answers.map(\.points).sorted() == (1...answers.count).map { Double($0) }
  }
}

/// Shares of 100 points.
struct HundredPointsAnswers: PointAnswers {
  static let method = ElicitationMethod.hundredPoints
  /// The largest distance from 100 that a sum of shares may have.
  static let sumTolerance = 0.5
  let answers: [ElicitedAnswer]

  func totalFaults(sum: Double) -> [WeightingError] {
    Self.isRefused(sum) ? [.sumIsNotHundred] : []
  }

  func notes(sum: Double) -> [WeightingNote] {
    Self.isInexact(sum) ? [.hundredPointsNotExact] : []
  }

  /// Whether a sum of shares is too far from 100.
  static func isRefused(_ sum: Double) -> Bool { (sum - 100).magnitude > sumTolerance }

  /// Whether a sum of shares is not 100, but for rounding.
  static func isInexact(_ sum: Double) -> Bool { (sum - 100).magnitude > 1e-9 }
}

extension WeightingError {
  /// What is wrong with the points of a criterion.
  static func ofPoints(
    _ points: Double, for criterion: String, upTo limit: Double = 100
  ) -> WeightingError? {
    guard points.isFinite else { return .notFinite(criterion) }
    guard points >= 0 else { return .negative(criterion) }
    return points <= limit ? nil : .aboveHundred(criterion)
  }
}
