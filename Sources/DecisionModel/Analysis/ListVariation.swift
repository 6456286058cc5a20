// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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

  /// The variation that keeps the criteria at `columns` (indices); the weights keep their
  /// proportions.
  ///
  /// `columns` is `nil` when the list cannot be weighed.
  init(_ change: Change, in model: AdditiveModel, leader: Int, keeping columns: [Int]?) {
    self.change = change
    let kept = columns ?? []
    let sum = kept.reduce(0) { $0 + model.weights[$1] }
    let part = AdditiveModel(
      alternatives: model.alternatives, criteria: kept.map { model.criteria[$0] },
      values: model.values.map { row in kept.map { row[$0] } },
      weights: kept.map { model.weights[$0] / sum })
    guard sum > 0, let first = part.leader(), let second = part.leader(excluding: first) else {
      self.leader = nil
      difference = nil
      changesLeader = false
      return
    }
    let totals = part.totals
    changesLeader = totals[leader] < totals[first]
    // A leader that is only drawn level with still leads.
    self.leader = model.alternatives[changesLeader ? first : leader]
    difference = totals[first] - totals[second]
  }
}
