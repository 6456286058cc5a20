// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What the studies and the weights together leave open: stochastic multicriteria acceptability
/// analysis (SMAA-2).
///
/// Source: Lahdelma and Salminen 2001, Oper Res 49:444; `decision-model.md` 2.5. Shares are 0...1.
public struct SimulationResult: Sendable, Equatable {
  /// How the shares were worked out.
  public enum Method: Sendable, Equatable {
    /// In one dimension by quadrature: normal totals, weights without uncertainty.
    case quadrature
    /// Weights and shared baselines sampled at so many lattice points, the rest in closed form.
    case conditional(points: Int)
    /// All sampled at so many lattice points but one cell of each alternative.
    case oneCell(points: Int)
    /// Counted over draws that were given.
    case givenDraws(Int)
  }

  /// The ids of the alternatives.
  public let alternatives: [String]
  /// The ids of the criteria.
  public let criteria: [String]
  /// The share of each rank as [alternative][rank]; alternatives that tie share the better rank.
  public let rankAcceptability: [[Double]]
  /// The share in which the row is above the column as [alternative][alternative]; 0 on the
  /// diagonal.
  public let pairwiseWinning: [[Double]]
  /// The expected total values.
  public let meanTotals: [Double]
  /// The expected weights, in the order of the criteria.
  public let meanWeights: [Double]
  /// For each alternative the expected weights where it comes first; `nil` when it never does, and
  /// when they were not asked for.
  public let centralWeights: [[Double]?]
  /// For each alternative the share in which it comes first at its central weights; `nil` with
  /// them.
  public let confidenceFactors: [Double?]
  /// The value of information for each set of alternatives that was asked for.
  public let valueOfInformation: [ValueOfInformation]
  /// How the shares were worked out.
  public let method: Method
  /// The largest numeric error of a share, as stated in documents: 0.005 is half a percentage point.
  public let numericError: Double
  /// How open the whole order is, in bits: -sum p log2 p over the orders of all alternatives; `nil`
  /// when it was not asked for (it comes with the central weights) or for more than 16 alternatives.
  public let rankingEntropy: Double?

  /// A result from its parts.
  public init(
    alternatives: [String], criteria: [String], rankAcceptability: [[Double]],
    pairwiseWinning: [[Double]], meanTotals: [Double], meanWeights: [Double],
    centralWeights: [[Double]?], confidenceFactors: [Double?],
    valueOfInformation: [ValueOfInformation], method: Method, numericError: Double,
    rankingEntropy: Double? = nil
  ) {
    self.alternatives = alternatives
    self.criteria = criteria
    self.rankAcceptability = rankAcceptability
    self.pairwiseWinning = pairwiseWinning
    self.meanTotals = meanTotals
    self.meanWeights = meanWeights
    self.centralWeights = centralWeights
    self.confidenceFactors = confidenceFactors
    self.valueOfInformation = valueOfInformation
    self.method = method
    self.numericError = numericError
    self.rankingEntropy = rankingEntropy
  }

  /// The share in which an alternative (an index) comes first.
  public func firstRank(_ alternative: Int) -> Double { rankAcceptability[alternative][0] }

  /// The share in which the one is above the other, by ids; `nil` for an unknown id.
  public func winning(_ one: String, over other: String) -> Double? {
    guard let row = alternatives.firstIndex(of: one),
      let column = alternatives.firstIndex(of: other)
    else { return nil }
    return pairwiseWinning[row][column]
  }
}
