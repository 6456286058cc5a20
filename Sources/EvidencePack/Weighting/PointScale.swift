// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// How much each criterion counts, in the points that documents print: those that the person gave
/// where the method asked for points, else points of which the largest is 100.
///
/// Every document prints a weight by this scale alone, so that one weight has one number.
public struct PointScale: Sendable, Equatable {
  /// The criteria (ids) of the list, in its order.
  public let criteria: [String]
  /// Their points; the weights are in proportion to them.
  public let points: [Double]
  /// Whether the person gave these points.
  public let isGiven: Bool

  /// The most points that a criterion can have.
  public static let most = 100.0

  /// The points behind weights.
  ///
  /// - Parameters:
  ///   - weights: the weights of the list.
  ///   - elicitation: the answers that they were made of, or nil.
  public init(_ weights: CriterionWeights, _ elicitation: WeightElicitation?) {
    criteria = weights.criteria
    let given: [String: Double]? =
      switch elicitation {
      case .swing(let answers), .directRating(let answers), .hundredPoints(let answers):
        Dictionary(answers.map { ($0.criterion, $0.points) }, uniquingKeysWith: { one, _ in one })
      case .intervalSwing(let answers):
        Dictionary(answers.map { ($0.criterion, $0.middle) }, uniquingKeysWith: { one, _ in one })
      case .branchFirst, .rankOrder, .pairwise, .bestWorst, .maxDiff, .matching, nil: nil
      }
    if let given {
      points = weights.criteria.map { given[$0] ?? 0 }
      isGiven = true
    } else {
      let largest = weights.values.reduce(0) { max($0, $1) }
      points = weights.values.map { largest > 0 ? PointScale.most * $0 / largest : 0 }
      isGiven = false
    }
  }

  /// The points of a criterion; 0 for one that is not on the list.
  public func points(of criterion: String) -> Double {
    criteria.firstIndex(of: criterion).map { points[$0] } ?? 0
  }

  /// Points as they are printed: whole where the person gave whole ones.
  public func printed(_ criterion: String) -> DecimalText {
    let points = points(of: criterion)
    return DecimalText(points, decimals: isGiven && points != points.rounded() ? 1 : 0)
  }

  /// The first whole points of a criterion at which the order of two alternatives has turned, all
  /// other points of the question staying as they are.
  ///
  /// - Parameters:
  ///   - flip: the weight in the question at which the two tie.
  ///   - criterion: the criterion that moves.
  ///   - question: the criteria that the question weighs.
  /// - Returns: nil when no whole number of points up to `most` turns it.
  public func turning(_ flip: WeightFlip, of criterion: String, in question: [String]) -> Int? {
    let others = question.filter { $0 != criterion }.reduce(0) { $0 + points(of: $1) }
    guard let tie = SafeRounding.points(of: flip.flipWeight, others: others) else { return nil }
    return SafeRounding.steps(
      beyond: tie, upwards: flip.direction == .up, step: 1, low: 0, high: PointScale.most)
  }
}
