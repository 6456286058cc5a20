// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Whether the leader depends on which criteria happen to stand on the list.
///
/// The result is computed again with each criterion left out, and for other lists; weights keep
/// their proportions. Source: splitting bias and list effects,
/// DecisionAnalysis.docc/Sensitivity.md, "Leave one out".
public struct LeaveOneOut: Sendable, Equatable {
  /// The id of the leader on the whole list.
  public let leader: String
  /// One variation for each criterion left out, in order, then one for each other list.
  public let variations: [ListVariation]

  /// The variations in which the leader is overtaken.
  public var changes: [ListVariation] { variations.filter(\.changesLeader) }

  /// The guard for a leader (an index) and any other lists of criteria (ids).
  public init(in model: AdditiveModel, leader: Int, otherLists: [[String]] = []) {
    self.leader = model.alternatives[leader]
    var totals = Array(repeating: 0.0, count: model.alternatives.count)
    var kept = Array(repeating: true, count: model.criteria.count)
    var variations: [ListVariation] = []
    variations.reserveCapacity(model.criteria.count + otherLists.count)
    for (column, id) in model.criteria.enumerated() {
      kept[column] = false
      variations.append(
        ListVariation(.leavingOut(id), in: model, leader: leader, keeping: kept, totals: &totals))
      kept[column] = true
    }
    for list in otherLists {
      let columns = list.compactMap { model.criteria.firstIndex(of: $0) }
      let isKnown = columns.count == list.count && Set(columns).count == columns.count
      for column in kept.indices { kept[column] = columns.contains(column) }
      variations.append(
        ListVariation(
          .keeping(list), in: model, leader: leader, keeping: isKnown ? kept : nil,
          totals: &totals))
    }
    self.variations = variations
  }
}

/// Who leads when the list of criteria is another one.
public struct ListVariation: Sendable, Equatable {
  /// How the list differs.
  public enum Change: Sendable, Equatable {
    /// One criterion is left out.
    case leavingOut(String)
    /// Only these criteria are kept.
    case keeping([String])
  }

  /// How the list differs.
  public let change: Change
  /// The id of the leader on that list; `nil` when the list cannot be weighed: it is empty, names a
  /// criterion that has no answer, or nothing on it has any weight.
  public let leader: String?
  /// How far that leader stands above the next, in values; `nil` with the leader.
  public let difference: Double?
  /// Whether the leader on the whole list is overtaken; `false` when the list cannot be weighed.
  public let changesLeader: Bool

  /// The variation that keeps some criteria; the weights keep their proportions.
  ///
  /// - Parameters:
  ///   - kept: for each criterion whether it is kept; `nil` when the list cannot be weighed.
  ///   - totals: room for the totals of the variation.
  init(
    _ change: Change, in model: AdditiveModel, leader: Int, keeping kept: [Bool]?,
    totals: inout [Double]
  ) {
    self.change = change
    guard let kept, let first = model.leader(keeping: kept, totals: &totals) else {
      self.leader = nil
      difference = nil
      changesLeader = false
      return
    }
    var second = -Double.infinity
    for row in totals.indices where row != first { second = max(second, totals[row]) }
    changesLeader = totals[leader] < totals[first] - WeightFlips.smallest
    // A leader that is only drawn level with still leads.
    self.leader = model.alternatives[changesLeader ? first : leader]
    difference = totals[first] - second
  }
}

extension AdditiveModel {
  /// The leader on the criteria that are kept, and the totals there; `nil` when they have no weight
  /// or there is only one alternative.
  fileprivate func leader(keeping kept: [Bool], totals: inout [Double]) -> Int? {
    var sum = 0.0
    for column in weights.indices where kept[column] { sum += weights[column] }
    guard sum > 0, totals.count > 1 else { return nil }
    for row in totals.indices { totals[row] = 0 }
    for column in weights.indices where kept[column] {
      let weight = weights[column] / sum
      for row in totals.indices { totals[row] += weight * value(row, column) }
    }
    return leader(totals: totals, keeping: kept)
  }
}
