// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The total value of each alternative and what each criterion adds to it.
public struct OverallValue: Sendable, Equatable {
  /// The ids of the alternatives.
  public internal(set) var alternatives: [String]
  /// The ids of the criteria.
  public let criteria: [String]
  /// Total values, 0...1 between the anchors.
  public internal(set) var totals: [Double]
  /// Weight times partial value as [alternative][criterion]; a row adds up to its total.
  public internal(set) var contributions: [[Double]]

  /// The totals and contributions of a model.
  public init(of model: AdditiveModel) {
    alternatives = model.alternatives
    criteria = model.criteria
    totals = model.totals
    contributions = model.alternatives.indices.map { row in
      model.weights.indices.map { model.weights[$0] * model.value(row, $0) }
    }
  }

  /// Totals in whole points of 100, halves away from zero.
  public var totalPoints: [Int] {
    totals.map { Int((100 * $0).rounded()) }
  }

  /// Contributions in whole points as [alternative][criterion]; a row adds up to its `totalPoints`.
  public var contributionPoints: [[Int]] {
    zip(contributions, totalPoints).map { row, total in
      LargestRemainderRounding.points(row.map { 100 * $0 }, total: total)
    }
  }
}
