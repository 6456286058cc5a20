// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Rounding of parts so that they still add up to a rounded whole.
///
/// Every part is rounded down; the units that are then missing go to the parts with the largest
/// remainders (Hamilton's method), the earlier part first when remainders are equal.
public enum LargestRemainderRounding {
  /// Whole points for each amount, adding up to `total`.
  ///
  /// Each result is less than one point from its amount when `total` is the rounded sum.
  /// Amounts may be negative. A total that is further off is spread evenly over the parts.
  ///
  /// - Precondition: the amounts are finite and below 2^53 in size. No amounts give no points.
  public static func points(_ amounts: [Double], total: Int) -> [Int] {
    guard !amounts.isEmpty else { return [] }
    var points = amounts.map { Int($0.rounded(.down)) }
    let missing = total - points.reduce(0, +)
    let evenly = Int((Double(missing) / Double(amounts.count)).rounded(.down))
    let extra = missing - evenly * amounts.count
    let byRemainder = amounts.indices.sorted { first, second in
      let one = amounts[first] - amounts[first].rounded(.down)
      let other = amounts[second] - amounts[second].rounded(.down)
      return one == other ? first < second : one > other
    }
    for index in points.indices { points[index] += evenly }
    for index in byRemainder.prefix(extra) { points[index] += 1 }
    return points
  }
}
