// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
