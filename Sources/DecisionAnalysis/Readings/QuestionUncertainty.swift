// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How unsure the weights of one question are, when they are some of the weights of a longer list.
///
/// A response error is that of the question's own criteria. Orders and ranges are drawn for the whole
/// list, which may hold the most important criterion alone, and then divided by the sum of the
/// question: so the mean of the draws stays that of the weights.
public struct QuestionUncertainty: Sendable, Equatable {
  private let uncertainty: WeightUncertainty
  /// How many criteria are drawn.
  private let drawn: Int
  /// The places of the question's criteria among them.
  private let places: [Int]

  /// The uncertainty of weights that were asked for exactly these criteria.
  public init(_ uncertainty: WeightUncertainty, count: Int) {
    self.init(uncertainty, drawn: count, places: Array(0..<count))
  }

  /// The uncertainty of the weights of a question.
  ///
  /// - Parameters:
  ///   - uncertainty: that of the whole list.
  ///   - list: the ids of the whole list.
  ///   - question: the ids of the question, each of them in the list.
  public init(_ uncertainty: WeightUncertainty, of list: [String], for question: [String]) {
    let places = question.compactMap { list.firstIndex(of: $0) }
    switch uncertainty {
    case .none, .dirichlet, .responseError, .uniform:
      self.init(uncertainty, count: places.count)
    case .ordinal, .relativeToTop, .chain:
      self.init(uncertainty, drawn: list.count, places: places)
    }
  }

  private init(_ uncertainty: WeightUncertainty, drawn: Int, places: [Int]) {
    self.uncertainty = uncertainty
    self.drawn = drawn
    self.places = places
  }

  /// Whether the parameters can be used for a number of criteria.
  func fits(_ count: Int) -> Bool { places.count == count && uncertainty.fits(drawn) }

  /// The draws for criteria (indices) of a plan.
  func draws(_ plan: SamplePlan, criteria: [Int], weights: [Double]) -> WeightDraws {
    if places == Array(0..<drawn) {
      return WeightDraws(plan, criteria: criteria, weights: weights, uncertainty: uncertainty)
    }
    // Orders, ranges and chains give the draws without the weights of the plan.
    return WeightDraws(
      plan, criteria: Array(0..<drawn), weights: Array(repeating: 1, count: drawn),
      uncertainty: uncertainty
    ).keeping(places)
  }
}
