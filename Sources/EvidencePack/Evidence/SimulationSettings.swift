// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

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

extension EvidenceReader {
  /// Reads how the simulation is done.
  mutating func simulation(_ root: MarkupElement) -> SimulationSettings {
    let element = root.first("simulation") ?? root
    return SimulationSettings(
      points: decoder.count("points", of: element) ?? SimulationPoints.mixed,
      sigma: decoder.number("sigma", of: element), reason: decoder.text("reason", of: element))
  }
}
