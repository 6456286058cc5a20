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
    let others = model.criteria.indices.filter { !members.contains($0) }
    guard !members.isEmpty, !others.isEmpty else { return nil }
    let (groupWeight, inside) = Self.average(model, over: members)
    let (restWeight, rest) = Self.average(model, over: others)
    currentWeight = groupWeight / (groupWeight + restWeight)
    self.inside = inside
    self.rest = rest
    equalSharesAssumed =
      (groupWeight == 0 && members.count > 1) || (restWeight == 0 && others.count > 1)
  }

  /// The total value of each alternative when the group has weight t, 0...1.
  public func totals(at weight: Double) -> [Double] {
    zip(inside, rest).map { weight * $0 + (1 - weight) * $1 }
  }

  /// The weight of some criteria and the weighted mean of their values for each alternative.
  private static func average(
    _ model: AdditiveModel, over members: [Int]
  ) -> (weight: Double, values: [Double]) {
    let weight = members.reduce(0) { $0 + model.weights[$1] }
    let values = model.values.map { row in
      if members.count == 1 { return row[members[0]] }
      if weight > 0 { return members.reduce(0) { $0 + model.weights[$1] * row[$1] } / weight }
      return members.reduce(0) { $0 + row[$1] } / Double(members.count)
    }
    return (weight, values)
  }
}
