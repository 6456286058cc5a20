// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How often one criterion was shown in sets, and picked in them, with the range that was shown.
public struct MaxDiffAnswer: RangedAnswer, Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// In how many sets it was shown.
  public let shown: Int
  /// How often it was picked as the one that matters most.
  public let most: Int
  /// How often it was picked as the one that matters least.
  public let least: Int

  /// Counts with the anchors that were shown.
  public init(criterion: String, worst: Double, best: Double, shown: Int, most: Int, least: Int) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.shown = shown
    self.most = most
    self.least = least
  }

  /// The best-worst score, (most - least) / shown, -1...1; 0 when it was never shown.
  public var score: Double { shown > 0 ? Double(most - least) / Double(shown) : 0 }

  /// The square root of the ratio of the two counts, after adding an amount to both.
  ///
  /// Weights add a half, so that a criterion that was never picked has a weight too.
  public func rootRatio(adding amount: Double) -> Double {
    ((Double(most) + amount) / (Double(least) + amount)).squareRoot()
  }
}

/// Counts of picks from sets of criteria.
///
/// Counts are not weights: the square root of (most + 1/2) / (least + 1/2) is an approximation.
/// Where a criterion was shown fewer than three times the counts give an order only: the order of
/// the scores becomes rank-order-centroid weights. Source: DecisionAnalysis.docc/Elicitation.md,
/// "MaxDiff counts".
struct MaxDiffAnswers: MethodAnswers {
  static let method = ElicitationMethod.maxDiff
  let answers: [MaxDiffAnswer]

  var ranges: [ShownRange] { answers.map(\.range) }

  /// The fewest showings of each criterion that ratios are made of.
  static let fewestShowings = 3
  /// The most showings that are taken for a count.
  static let mostShowings = 1_000_000

  /// Whether the counts give an order only.
  static func isOrderOnly(_ answers: [MaxDiffAnswer]) -> Bool {
    answers.contains { $0.shown < fewestShowings }
  }

  /// The ranks of the scores: 1 is the highest; equal scores share the first of their places.
  static func ranks(_ answers: [MaxDiffAnswer]) -> [Int] {
    // Cross-multiplied: two quotients that are equal may differ in their last bit.
    func isAbove(_ one: MaxDiffAnswer, _ other: MaxDiffAnswer) -> Bool {
      (one.most - one.least) * other.shown > (other.most - other.least) * one.shown
    }
    return answers.map { answer in 1 + answers.filter { isAbove($0, answer) }.count }
  }

  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    var faults: [WeightingError] = []
    for answer in answers {
      if answer.most < 0 || answer.least < 0 {
        faults.append(.negative(answer.criterion))
      } else if answer.shown < 1 {
        faults.append(.neverShown(answer.criterion))
      } else if answer.shown > Self.mostShowings {
        faults.append(.outsideScale(answer.criterion, 1...Self.mostShowings))
      } else if answer.most > answer.shown || answer.least > answer.shown - answer.most {
        faults.append(.pickedMoreThanShown(answer.criterion))
      }
    }
    return faults
  }

  /// Every set has one pick of each kind.
  func totalFaults(for criteria: [Criterion]) -> [WeightingError] {
    let most = answers.reduce(0) { $0 + $1.most }
    let least = answers.reduce(0) { $0 + $1.least }
    if most == 0 && least == 0 { return [.allZero] }
    return most == least ? [] : [.picksDiffer]
  }

  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    let counts = sorted(criteria)
    let consistency = MaxDiffConsistency(of: counts)
    let ranks = Self.ranks(counts)
    let isTied = consistency.isOrderOnly && RankWeightRule.hasTies(ranks)
    let amounts =
      consistency.isOrderOnly
      ? RankWeightRule.rankOrderCentroid.weights(of: ranks)
      : counts.map { $0.rootRatio(adding: 0.5) }
    return try CriterionWeights(
      criteria: criteria.map(\.id), proportionalTo: amounts, method: weightingMethod,
      notes: [consistency.isOrderOnly ? .countsGiveOrderOnly : .countsApproximate]
        + (isTied ? [.tiedRanksAveraged] : []),
      consistency: .maxDiff(consistency))
  }

  func ranks(for criteria: [Criterion]) -> [Int]? {
    Self.isOrderOnly(answers) ? Self.ranks(sorted(criteria)) : nil
  }

  /// The counts in the order of the criteria.
  private func sorted(_ criteria: [Criterion]) -> [MaxDiffAnswer] {
    criteria.compactMap { answers.answer(for: $0.id) }
  }
}

/// What the counts of sets say about themselves.
public struct MaxDiffConsistency: Sendable, Equatable {
  /// The fewest sets that a criterion was shown in.
  public let fewestShowings: Int
  /// The best-worst scores in the order of the criteria, -1...1.
  public let scores: [Double]
  /// Whether the counts gave an order only, as a criterion was shown fewer than three times.
  public let isOrderOnly: Bool

  /// What counts without faults say, in the order of the criteria.
  init(of answers: [MaxDiffAnswer]) {
    fewestShowings = answers.map(\.shown).min() ?? 0
    scores = answers.map(\.score)
    isOrderOnly = MaxDiffAnswers.isOrderOnly(answers)
  }
}
