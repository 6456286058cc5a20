// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Whether the leader depends on which criteria happen to stand on the list.
///
/// The result is worked out again with each criterion left out, and for other lists; weights keep
/// their proportions. Source: splitting bias and list effects, `decision-model.md` 2.10.
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
