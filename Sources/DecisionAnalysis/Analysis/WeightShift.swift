// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The totals when the weight of one criterion, or of a group, moves to t and everything else keeps
/// its proportions: V_i(t) = t inside_i + (1 - t) rest_i, a straight line in t.
///
/// Source: `decision-model.md` 2.6.
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
