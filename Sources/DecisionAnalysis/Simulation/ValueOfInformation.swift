// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How much better the best choice would be if something were known for sure, in values (1 is 100
/// points).
///
/// Source: `decision-model.md` 2.7.
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
