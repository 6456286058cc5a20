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
        let slope = (first.inside - second.inside) - (first.rest - second.rest)
        let found = Crossing(weight, rival, slope: slope.magnitude, model.alternatives[rival])
        switch direction {
        case .up where found.isNearer(than: nearest.up, by: weight - (nearest.up?.weight ?? 0)):
          nearest.up = found
        case .down
        where found.isNearer(than: nearest.down, by: (nearest.down?.weight ?? 0) - weight):
          nearest.down = found
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

  /// A weight at which a rival draws level, and how steeply it rises there.
  private struct Crossing {
    let weight: Double
    let rival: Int
    let slope: Double
    let id: String

    init(_ weight: Double, _ rival: Int, slope: Double, _ id: String) {
      self.weight = weight
      self.rival = rival
      self.slope = slope
      self.id = id
    }

    /// Whether it is met before another one; of those at one weight the one that comes first beyond
    /// it counts, then the first id, so that the order of the list decides nothing.
    func isNearer(than other: Crossing?, by distance: Double) -> Bool {
      guard let other else { return true }
      if distance.magnitude > WeightFlips.smallest { return distance < 0 }
      let steeper = slope - other.slope
      return steeper.magnitude > WeightFlips.smallest ? steeper > 0 : id < other.id
    }
  }

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

/// The weight at which another alternative would come first, everything else keeping its
/// proportions.
///
/// t* = (R_b - R_a) / ((v_ak - v_bk) + (R_b - R_a)), where R is the value on everything else. It
/// equals the raw form of Triantaphyllou and Sanchez 1997. Source:
/// DecisionAnalysis.docc/Sensitivity.md, "Flips of a weight".
public struct WeightFlip: Sendable, Equatable {
  /// Which way the weight has to move.
  public enum Direction: String, Sendable, Equatable, CaseIterable {
    /// The target would have to count for more.
    case up
    /// The target would have to count for less.
    case down
  }

  /// Whose weight moves.
  public let target: WeightTarget
  /// The weight now, 0...1.
  public let currentWeight: Double
  /// The weight at which the two tie, 0...1.
  ///
  /// Beyond it the challenger comes first.
  public let flipWeight: Double
  /// Which way the weight has to move.
  public let direction: Direction
  /// The id of the alternative that would come first.
  public let challenger: String
  /// Whether equal shares stand in for proportions that are not known.
  public let equalSharesAssumed: Bool

  /// Whether the flip lies within a share of the current weight: 0.25 means 0.75 to 1.25 times it.
  public func isWithin(_ share: Double) -> Bool {
    (flipWeight - currentWeight).magnitude <= share * currentWeight
  }
}

/// Whose weight is moved: that of one criterion, or of a branch as a whole.
public enum WeightTarget: Sendable, Equatable {
  /// One criterion, by id.
  case criterion(String)
  /// All criteria of a branch, by the id of the branch.
  case branch(String)
}

/// The totals when the weight of one criterion, or of a group, moves to t and everything else keeps
/// its proportions: V_i(t) = t inside_i + (1 - t) rest_i, a straight line in t.
///
/// Source: DecisionAnalysis.docc/Sensitivity.md, "Flips of a weight".
public struct WeightShift: Sendable, Equatable {
  /// The weight that the group has now, 0...1.
  public let currentWeight: Double
  /// The value of each alternative on the group alone.
  public let inside: [Double]
  /// The value of each alternative on everything else.
  public let rest: [Double]
  /// Whether equal shares stand in for proportions that are not known, because the group, or
  /// everything else, has no weight now.
  public let equalSharesAssumed: Bool

  /// The lines for the criteria at `members` (indices); `nil` when there is nothing to move the
  /// weight from or to.
  public init?(in model: AdditiveModel, members: [Int]) {
    let groups = model.weights.indices.map { members.contains($0) ? 1 : 0 }
    guard let split = WeightSplit(model.weights, groups, moving: 1) else { return nil }
    currentWeight = split.currentWeight
    equalSharesAssumed = split.equalSharesAssumed
    let lines = model.alternatives.indices.map { split.line(of: $0, in: model, groups) }
    inside = lines.map(\.inside)
    rest = lines.map(\.rest)
  }

  /// The total value of each alternative when the group has weight t, 0...1.
  public func totals(at weight: Double) -> [Double] {
    zip(inside, rest).map { weight * $0 + (1 - weight) * $1 }
  }
}

/// How the weights divide between a group of criteria and everything else.
///
/// The groups are given as one number for each criterion, so that no list of members is needed.
struct WeightSplit {
  private let group: Int
  private let groupWeight: Double
  private let restWeight: Double
  private let members: Int
  private let others: Int

  /// The division for one group; `nil` when nothing is in it, or nothing outside.
  @inline(__always)
  init?(_ weights: [Double], _ groups: [Int], moving group: Int) {
    var (inside, rest, members) = (0.0, 0.0, 0)
    for column in weights.indices {
      if groups[column] == group {
        inside += weights[column]
        members += 1
      } else {
        rest += weights[column]
      }
    }
    guard members > 0, members < weights.count else { return nil }
    self.group = group
    groupWeight = inside
    restWeight = rest
    self.members = members
    others = weights.count - members
  }

  var currentWeight: Double { groupWeight / (groupWeight + restWeight) }

  var equalSharesAssumed: Bool {
    (groupWeight == 0 && members > 1) || (restWeight == 0 && others > 1)
  }

  /// The weighted means of an alternative's values on the group and on everything else.
  ///
  /// A single criterion gives its value; without weight all count the same.
  @inline(__always)
  func line(
    of alternative: Int, in model: AdditiveModel, _ groups: [Int]
  ) -> (inside: Double, rest: Double) {
    let isInsideEqual = groupWeight <= 0 || members == 1
    let isRestEqual = restWeight <= 0 || others == 1
    var (inside, rest) = (0.0, 0.0)
    for column in model.weights.indices {
      let value = model.value(alternative, column)
      if groups[column] == group {
        inside += isInsideEqual ? value : model.weights[column] * value
      } else {
        rest += isRestEqual ? value : model.weights[column] * value
      }
    }
    return (
      inside / (isInsideEqual ? Double(members) : groupWeight),
      rest / (isRestEqual ? Double(others) : restWeight)
    )
  }
}
