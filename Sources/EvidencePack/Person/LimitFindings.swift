// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// A limit of the person that an alternative may not keep.
public struct LimitFinding: Sendable, Equatable {
  /// Whether a level keeps a limit.
  public enum State: String, Sendable, Equatable {
    /// It keeps it.
    case kept
    /// It breaks it.
    case broken
    /// No study says so.
    case notKnown
  }

  /// The id of the alternative.
  public var alternative: String
  /// The limit.
  public var limit: StatedPreferences.Limit
  /// The state under each reading of the evidence, in the order of the pack.
  public var states: [State]

  /// Whether the limit is broken however the evidence is read: the alternative is left out.
  public var isBroken: Bool { states.allSatisfy { $0 == .broken } }
  /// Whether nobody knows, in some reading, if the limit is kept.
  public var isNotKnown: Bool { states.contains(.notKnown) }
}

/// Holds a person's limits against the levels of a setting.
///
/// A level that a study gave is judged by the estimate that the reader sees. One that was chosen, or
/// that nobody knows, is judged only by a range that lies wholly on one side. Source:
/// EvidencePack.docc/Questions.md, "Limits of the person".
struct LimitCheck {
  let pack: EvidencePack
  let setting: CareSetting
  let tables: [PreparedDecision.Table]

  /// The limits that are not kept in every reading, alternatives in the order of the pack.
  func findings(_ limits: [StatedPreferences.Limit]) -> [LimitFinding] {
    pack.options.map(\.id).flatMap { alternative in
      limits.compactMap { limit -> LimitFinding? in
        let states = tables.map { state(of: limit, alternative, in: $0) }
        if states.allSatisfy({ $0 == .kept }) { return nil }
        return LimitFinding(alternative: alternative, limit: limit, states: states)
      }
    }
  }

  private func state(
    of limit: StatedPreferences.Limit, _ alternative: String, in table: PreparedDecision.Table
  ) -> LimitFinding.State {
    let problem = table.problem
    guard let column = problem.criteria.firstIndex(where: { $0.id == limit.criterion }),
      let row = problem.alternatives.firstIndex(of: alternative),
      let criterion = pack.criterion(limit.criterion),
      let cells = criterion.cells(
        in: setting.region, prices: setting.prices, under: table.reading)
    else { return .kept }
    if isChosen(cells[row], among: cells) {
      let range = problem.table.combinedInterval(row, column)
      if range.low > limit.level.value { return limit.isHighest ? .broken : .kept }
      if range.high < limit.level.value { return limit.isHighest ? .kept : .broken }
      return range.low == range.high || touches(range, limit) ? .kept : .notKnown
    }
    var level = problem.table.estimate(row, column)
    if !cells[row].isClinicPrice {
      if let step = criterion.row(in: setting.region)?.roundTo {
        level = (level / step).rounded(.toNearestOrAwayFromZero) * step
      }
      level = DecimalText(level, decimals: criterion.decimals).value
    }
    let breaks = limit.isHighest ? level > limit.level.value : level < limit.level.value
    return breaks ? .broken : .kept
  }

  /// Whether a range ends at a limit without passing it.
  private func touches(_ range: PerformanceInterval, _ limit: StatedPreferences.Limit) -> Bool {
    limit.isHighest ? range.high <= limit.level.value : range.low >= limit.level.value
  }

  /// Whether a level, or one that it stands on, was chosen or is not known.
  private func isChosen(_ cell: EvidenceCell, among cells: [EvidenceCell]) -> Bool {
    var current = cell
    for _ in cells {
      let isWeak = current.basis == .declared || current.basis == .notKnown
      if !current.isClinicPrice, isWeak || current.certainty == .notKnown { return true }
      guard let next = cells.first(where: { $0.alternative == current.relativeTo }) else { break }
      current = next
    }
    return false
  }
}
