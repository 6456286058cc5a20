// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Draws that were made elsewhere: the values and the weights of each draw.
///
/// Everything is counted, so that another program's indices for the same draws can be compared
/// without any allowance. Source: DecisionAnalysis.docc/Simulation.md, "Acceptability".
public struct GivenDraws: Sendable, Equatable {
  /// The ids of the alternatives.
  public let alternatives: [String]
  /// The ids of the criteria.
  public let criteria: [String]
  /// Partial values as [draw][alternative][criterion].
  public let values: [[[Double]]]
  /// Weights as [draw][criterion], used as they are.
  public let weights: [[Double]]

  /// Draws from values and weights, as many of one as of the other.
  ///
  /// - Throws: `AnalysisError.tooFewAlternatives`, `.drawsDoNotFit` when there are no draws, counts
  ///   differ, or a number is not finite.
  public init(
    alternatives: [String], criteria: [String], values: [[[Double]]], weights: [[Double]]
  ) throws(AnalysisError) {
    guard alternatives.count > 1 else { throw .tooFewAlternatives }
    let fits = values.allSatisfy { draw in
      draw.count == alternatives.count
        && draw.allSatisfy { $0.count == criteria.count && $0.allSatisfy(\.isFinite) }
    }
    guard fits, !values.isEmpty, !criteria.isEmpty, values.count == weights.count,
      weights.allSatisfy({ $0.count == criteria.count && $0.allSatisfy(\.isFinite) })
    else { throw .drawsDoNotFit }
    self.alternatives = alternatives
    self.criteria = criteria
    self.values = values
    self.weights = weights
  }

  /// Draws of levels, each in the unit of its criterion, with the value functions of a problem.
  ///
  /// - Parameter levels: levels as [draw][alternative][criterion] in the order of the problem.
  /// - Throws: as the other initializer.
  public init(
    _ problem: DecisionProblem, levels: [[[Double]]], weights: [[Double]]
  ) throws(AnalysisError) {
    let functions = problem.criteria.map(\.valueFunction)
    try self.init(
      alternatives: problem.alternatives, criteria: problem.criteria.map(\.id),
      values: levels.map { draw in
        draw.map { row in
          row.count == functions.count ? zip(functions, row).map { $0.value(at: $1) } : []
        }
      }, weights: weights)
  }

  /// In how many draws each alternative has each rank, as [alternative][rank]; of equal totals each
  /// takes the better rank.
  public var rankCounts: [[Int]] { Self.rankCounts(totals) }

  /// In how many draws the row has a higher total than the column.
  public var pairwiseCounts: [[Int]] {
    var counts = alternatives.map { _ in alternatives.map { _ in 0 } }
    for totals in totals {
      for i in totals.indices {
        for k in totals.indices where totals[i] > totals[k] { counts[i][k] += 1 }
      }
    }
    return counts
  }

  /// In how many draws each alternative has each rank when all draws have the same weights, one for
  /// each criterion.
  public func rankCounts(fixing weights: [Double]) -> [[Int]] {
    Self.rankCounts(values.map { draw in Self.totals(draw, weights) })
  }

  /// The total values as [draw][alternative].
  var totals: [[Double]] { zip(values, weights).map { Self.totals($0, $1) } }

  static func totals(_ values: [[Double]], _ weights: [Double]) -> [Double] {
    values.map { AdditiveModel.sum(of: weights, times: $0) }
  }

  private static func rankCounts(_ totals: [[Double]]) -> [[Int]] {
    let rows = totals.first ?? []
    var counts = rows.map { _ in rows.map { _ in 0 } }
    for totals in totals {
      for (row, rank) in ranks(totals).enumerated() { counts[row][rank] += 1 }
    }
    return counts
  }

  /// How many others are higher than each.
  static func ranks(_ totals: [Double]) -> [Int] {
    totals.map { own in totals.reduce(0) { $1 > own ? $0 + 1 : $0 } }
  }
}

extension GivenDraws {
  /// All indices; the shares are counts over draws, so there is no numeric error beyond the draws
  /// themselves.
  ///
  /// - Parameter sets: the sets of alternatives (ids) whose value of information is wanted.
  /// - Throws: `AnalysisError.unknownAlternative`, `.tooFewAlternatives` for an empty set.
  public func result(sets: [[String]] = []) throws(AnalysisError) -> SimulationResult {
    let totals = totals
    let ranks = totals.map { Self.ranks($0) }
    let central = alternatives.indices.map { row -> [Double]? in
      let first = weights.indices.filter { ranks[$0][row] == 0 }
      return first.isEmpty ? nil : Self.mean(first.map { weights[$0] })
    }
    var information: [ValueOfInformation] = []
    for set in sets {
      var members: [Int] = []
      for id in set {
        guard let row = alternatives.firstIndex(of: id) else { throw .unknownAlternative(id) }
        members.append(row)
      }
      guard !members.isEmpty else { throw .tooFewAlternatives }
      information.append(valueOfInformation(members, ids: set))
    }
    let count = Double(values.count)
    func share(_ counts: [[Int]]) -> [[Double]] { counts.map { $0.map { Double($0) / count } } }
    return SimulationResult(
      alternatives: alternatives, criteria: criteria, rankAcceptability: share(rankCounts),
      pairwiseWinning: share(pairwiseCounts), meanTotals: Self.mean(totals),
      meanWeights: Self.mean(weights), centralWeights: central,
      confidenceFactors: central.enumerated().map { row, weights in
        weights.map { Double(rankCounts(fixing: $0)[row][0]) / count }
      }, valueOfInformation: information, method: .givenDraws(values.count), numericError: 0,
      rankingEntropy: RankingEntropy.bits(
        of: ranks.map { (RankingEntropy.code($0), 1) }, alternatives: alternatives.count))
  }

  private func valueOfInformation(_ members: [Int], ids: [String]) -> ValueOfInformation {
    let meanWeights = Self.mean(weights)
    let meanValues = alternatives.indices.map { row in Self.mean(values.map { $0[row] }) }
    func gain(_ totals: [[Double]]) -> Double {
      let inSet = totals.map { draw in members.map { draw[$0] } }
      let highest = inSet.reduce(0) { $0 + ($1.max() ?? 0) } / Double(inSet.count)
      return max(0, highest - (Self.mean(inSet).max() ?? 0))
    }
    return ValueOfInformation(
      alternatives: ids, perfect: gain(totals),
      preferences: gain(weights.map { Self.totals(meanValues, $0) }),
      evidence: gain(values.map { Self.totals($0, meanWeights) }),
      evidenceByCriterion: criteria.indices.map { column in
        gain(
          values.map { draw in
            alternatives.indices.map { row in
              var known = meanValues[row]
              known[column] = draw[row][column]
              return AdditiveModel.sum(of: meanWeights, times: known)
            }
          })
      })
  }

  /// The mean of rows of equal length, at least one.
  private static func mean(_ rows: [[Double]]) -> [Double] {
    var sums = rows[0]
    for row in rows.dropFirst() {
      for column in sums.indices { sums[column] += row[column] }
    }
    return sums.map { $0 / Double(rows.count) }
  }
}
