// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How a pack has its simulation done: declared, since no study says how unsure an elicited weight
/// is.
public struct SimulationSettings: Sendable, Equatable {
  /// How many draws.
  public var points: Int
  /// The standard deviation of the logarithm of a weight's response error.
  public var sigma: Double
  /// The text that says where sigma comes from.
  public var reason: TextID
}
