// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Whether the leader depends on which criteria happen to stand on the list.
///
/// The result is worked out again with each criterion left out, and for other lists; weights keep
/// their proportions. Source: splitting bias and list effects, `decision-model.md` 2.10.
public struct LeaderGuard: Sendable, Equatable {
  /// The id of the leader on the whole list.
  public let leader: String
  /// One variation for each criterion left out, in order, then one for each other list.
  public let variations: [ListVariation]

  /// The variations in which the leader is overtaken.
  public var changes: [ListVariation] { variations.filter(\.changesLeader) }

  /// The guard for a leader (an index) and any other lists of criteria (ids).
  public init(in model: AdditiveModel, leader: Int, otherLists: [[String]] = []) {
    self.leader = model.alternatives[leader]
    let leftOut = model.criteria.indices.map { column in
      ListVariation(
        .leavingOut(model.criteria[column]), in: model, leader: leader,
        keeping: model.criteria.indices.filter { $0 != column })
    }
    let others = otherLists.map { list in
      let columns = list.compactMap { model.criteria.firstIndex(of: $0) }
      let isKnown = columns.count == list.count && Set(columns).count == columns.count
      return ListVariation(
        .keeping(list), in: model, leader: leader, keeping: isKnown ? columns.sorted() : nil)
    }
    variations = leftOut + others
  }
}
