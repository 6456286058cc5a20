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
    self.init(
      in: model, leader: leader, moving: 1,
      of: model.weights.indices.map { members.contains($0) ? 1 : 0 }, as: target)
  }

  /// The same for the criteria whose number in `groups` is `group`.
  init(
    in model: AdditiveModel, leader: Int, moving group: Int, of groups: [Int],
    as target: WeightTarget
  ) {
    var nearest = (up: Crossing?.none, down: Crossing?.none)
    let split = WeightSplit(model.weights, groups, moving: group)
    if let split {
      let now = split.currentWeight
      let first = split.line(of: leader, in: model, groups)
      for rival in model.alternatives.indices where rival != leader {
        let second = split.line(of: rival, in: model, groups)
        let crossing = Self.crossing(
          settled(first.inside - second.inside), settled(first.rest - second.rest), now)
        guard let (weight, direction) = crossing else { continue }
        switch direction {
        case .up where weight < nearest.up?.weight ?? .infinity: nearest.up = (weight, rival)
        case .down where weight > nearest.down?.weight ?? -.infinity:
          nearest.down = (weight, rival)
        default: break
        }
      }
    }
    func flip(_ crossing: Crossing?, _ direction: WeightFlip.Direction) -> WeightFlip? {
      guard let crossing, let split else { return nil }
      return WeightFlip(
        target: target, currentWeight: split.currentWeight, flipWeight: crossing.weight,
        direction: direction, challenger: model.alternatives[crossing.rival],
        equalSharesAssumed: split.equalSharesAssumed)
    }
    self.target = target
    up = flip(nearest.up, .up)
    down = flip(nearest.down, .down)
  }

  private typealias Crossing = (weight: Double, rival: Int)

  /// Both sides that exist, the way down first.
  public var all: [WeightFlip] { [down, up].compactMap { $0 } }

  /// Whether a flip on either side lies within a share of the current weight.
  func isWithin(_ share: Double) -> Bool {
    if let down, down.isWithin(share) { return true }
    if let up, up.isWithin(share) { return true }
    return false
  }

  /// Where the line of the leader's lead crosses zero inside 0...1, and on which side of now.
  @inline(__always)
  private static func crossing(
    _ inside: Double, _ rest: Double, _ now: Double
  ) -> (weight: Double, direction: WeightFlip.Direction)? {
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
}

private func settled(_ difference: Double) -> Double {
  difference.magnitude <= WeightFlips.smallest ? 0 : difference
}
