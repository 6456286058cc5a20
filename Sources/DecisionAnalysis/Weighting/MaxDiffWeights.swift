// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Turns best-worst counts into amounts that weights are in proportion to.
///
/// Counts are not weights: the square root of (most + 1/2) / (least + 1/2) is an approximation.
/// Where a criterion was shown fewer than three times the counts give an order only: the order of
/// the scores becomes rank-order-centroid weights. Source: `decision-model.md` 2.2, item 7.
enum MaxDiffWeights {
  /// The fewest showings of each criterion that ratios are made of.
  static let fewestShowings = 3

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

  /// What is wrong with the counts, beyond a wrong list.
  static func faults(_ answers: [MaxDiffAnswer]) -> [WeightingError] {
    var faults: [WeightingError] = []
    for answer in answers {
      if answer.most < 0 || answer.least < 0 {
        faults.append(.negative(answer.criterion))
      } else if answer.shown < 1 {
        faults.append(.neverShown(answer.criterion))
      } else if answer.shown > 1_000_000 {
        faults.append(.outsideScale(answer.criterion))
      } else if answer.most > answer.shown || answer.least > answer.shown - answer.most {
        faults.append(.pickedMoreThanShown(answer.criterion))
      }
    }
    return faults
  }

  /// What is wrong with the sums: every set has one pick of each kind.
  static func totalFaults(_ answers: [MaxDiffAnswer]) -> [WeightingError] {
    let most = answers.reduce(0) { $0 + $1.most }
    let least = answers.reduce(0) { $0 + $1.least }
    if most == 0 && least == 0 { return [.allZero] }
    return most == least ? [] : [.picksDiffer]
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
    isOrderOnly = MaxDiffWeights.isOrderOnly(answers)
  }
}
