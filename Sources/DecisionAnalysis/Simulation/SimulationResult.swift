// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What the studies and the weights together leave open: stochastic multicriteria acceptability
/// analysis (SMAA-2).
///
/// Source: Lahdelma and Salminen 2001, Oper Res 49:444; DecisionAnalysis.docc/Simulation.md,
/// "Acceptability". Shares are 0...1.
public struct SimulationResult: Sendable, Equatable {
  /// How the shares were computed.
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
  /// The share of each rank as [alternative][rank]; alternatives that tie share their ranks in equal
  /// parts, but over given draws each takes the better one, as other programs count.
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
  /// How the shares were computed.
  public let method: Method
  /// The largest numeric error of a share, as stated in documents: 0.005 is half a percentage point.
  public let numericError: Double
  /// How open the whole order is, in bits: -sum p log2 p over the orders of all alternatives; `nil`
  /// when it was not asked for (it comes with the central weights) or for more than 16 alternatives.
  public let rankingEntropy: Double?

  /// A result whose shares are 0...1, in the order of the alternatives.
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

/// How much better the best choice would be if something were known for sure, in values (1 is 100
/// points).
///
/// Source: DecisionAnalysis.docc/Simulation.md, "Value of information".
public struct ValueOfInformation: Sendable, Equatable {
  /// The ids of the alternatives that are chosen from.
  public let alternatives: [String]
  /// E[max V] - max E[V]: everything known.
  public let perfect: Double
  /// The weights known, the levels at their expected values: what it is worth to talk longer about
  /// what matters.
  public let preferences: Double
  /// The levels known, the weights at their expected values: what better studies are worth.
  public let evidence: Double
  /// The levels of one criterion known, all else at its expected value; in the order of the
  /// criteria.
  public let evidenceByCriterion: [Double]
}

extension SimulationResult {
  /// How open it is which alternative comes first, in bits: -sum p log2 p over the shares of the
  /// first rank; 0 when one always comes first.
  ///
  /// Source: DecisionAnalysis.docc/Simulation.md, "Entropy".
  public var firstRankEntropy: Double {
    let bits = rankAcceptability.reduce(0) { sum, ranks in
      guard let share = ranks.first, share > 0 else { return sum }
      return sum - share * (Numerics.log(share) / Numerics.log(2))
    }
    // One that always comes first gives minus zero.
    return max(0, bits)
  }
}

/// How open the whole order of the alternatives is, in bits.
///
/// -sum p log2 p over all orders. Alternatives that always tie stand in each order alike, which adds
/// log2 of their number's factorial; other ties, which only draws that were given have, are orders
/// of their own. Source: DecisionAnalysis.docc/Simulation.md, "Entropy".
enum RankingEntropy {
  /// How many alternatives a code has room for.
  static let mostAlternatives = 16

  /// The ranks (from 0) of up to 16 alternatives as one number.
  static func code(_ ranks: [Int]) -> UInt64 {
    ranks.reduce(0) { $0 << 4 | UInt64($1 & 15) }
  }

  /// The entropy of orders that count by importance; `nil` for more alternatives than fit.
  static func bits(of orders: [(code: UInt64, importance: Double)], alternatives: Int) -> Double? {
    let all = orders.reduce(0) { $0 + $1.importance }
    guard alternatives <= mostAlternatives, all > 0 else { return nil }
    // Sorting by code alone keeps equal codes in the order of the draws, so that sums are the same
    // on every machine.
    let sorted = orders.indices.sorted {
      orders[$0].code == orders[$1].code ? $0 < $1 : orders[$0].code < orders[$1].code
    }
    var bits = 0.0
    var place = 0
    while place < sorted.count {
      let code = orders[sorted[place]].code
      var sum = 0.0
      while place < sorted.count, orders[sorted[place]].code == code {
        sum += orders[sorted[place]].importance
        place += 1
      }
      if sum > 0 { bits -= sum / all * (Numerics.log(sum / all) / Numerics.log(2)) }
    }
    // One certain order gives minus zero.
    return max(0, bits)
  }

  /// What groups of alternatives that always tie add, in bits.
  static func bits(ofTwins twins: [[Int]]) -> Double {
    twins.reduce(0) { sum, group in
      (2...group.count).reduce(sum) { $0 + Numerics.log(Double($1)) / Numerics.log(2) }
    }
  }

  /// The entropy of the order of two alternatives from their pairwise winning indices; `nil` for
  /// more.
  static func bits(ofTwo winning: [[Double]]) -> Double? {
    guard winning.count == 2 else { return nil }
    let (one, other) = (winning[0][1], winning[1][0])
    return bits(of: [(0, one), (1, other), (2, max(0, 1 - one - other))], alternatives: 2)
  }
}
