// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The nearest flip on each side of the weight of one criterion or branch.
public struct WeightFlips: Sendable, Equatable {
  /// Whose weight moves.
  public let target: WeightTarget
  /// The first flip when the target counts for more, or `nil` when more weight changes nothing.
  public let up: WeightFlip?
  /// The first flip when the target counts for less, or `nil` when less weight changes nothing.
  public let down: WeightFlip?

  /// Differences below this are rounding, not differences.
  static let smallest = 1e-12

  /// The nearest flips of the leader (an index) over all other alternatives, when the criteria at
  /// `members` (indices) move together.
  ///
  /// A tie that only the weights 0 or 1 reach is no flip, since nothing lies beyond it. If the two
  /// are tied now, the flip stands at the weight of now, on the side that favours the challenger.
  public init(in model: AdditiveModel, leader: Int, moving members: [Int], as target: WeightTarget)
  {
    var up: WeightFlip?
    var down: WeightFlip?
    if let shift = WeightShift(in: model, members: members) {
      for rival in model.alternatives.indices where rival != leader {
        guard let (weight, direction) = Self.crossing(shift, leader, rival) else { continue }
        let flip = WeightFlip(
          target: target, currentWeight: shift.currentWeight, flipWeight: weight,
          direction: direction, challenger: model.alternatives[rival],
          equalSharesAssumed: shift.equalSharesAssumed)
        switch direction {
        case .up where weight < up?.flipWeight ?? .infinity: up = flip
        case .down where weight > down?.flipWeight ?? -.infinity: down = flip
        default: break
        }
      }
    }
    self.target = target
    self.up = up
    self.down = down
  }

  /// Both sides that exist, the way down first.
  public var all: [WeightFlip] { [down, up].compactMap { $0 } }

  /// Where the line of the leader's lead crosses zero inside 0...1, and on which side of now.
  private static func crossing(
    _ shift: WeightShift, _ leader: Int, _ rival: Int
  ) -> (weight: Double, direction: WeightFlip.Direction)? {
    let inside = settled(shift.inside[leader] - shift.inside[rival])
    let rest = settled(shift.rest[leader] - shift.rest[rival])
    let now = shift.currentWeight
    if settled(now * inside + (1 - now) * rest) == 0 {
      if inside < rest, now < 1 { return (now, .up) }
      if inside > rest, now > 0 { return (now, .down) }
      return nil
    }
    // Strictly opposite signs: the crossing is inside, not at an end.
    guard (inside < 0 && rest > 0) || (inside > 0 && rest < 0) else { return nil }
    let weight = rest / (rest - inside)
    return (weight, weight > now ? .up : .down)
  }

  private static func settled(_ difference: Double) -> Double {
    difference.magnitude <= smallest ? 0 : difference
  }
}
