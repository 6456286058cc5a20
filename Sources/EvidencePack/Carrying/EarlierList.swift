// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// A list of criteria that earlier versions of the pack asked about: what its answers mean today.
public struct EarlierList: Sendable, Equatable {
  /// The range of a criterion then.
  public struct Range: Sendable, Equatable {
    /// The id of the criterion.
    public var criterion: String
    /// The id of the region, or nil: everywhere.
    public var region: String?
    /// The id of its branch.
    public var branch: String
    /// The level that counted as worst.
    public var worst: Double
    /// The level that counted as best.
    public var best: Double
  }

  /// A criterion that is not weighed any more.
  public struct Dropped: Sendable, Equatable {
    /// The id.
    public var criterion: String
    /// The text that asks today what it stood for, as a question to the person.
    public var ask: TextID
  }

  /// The versions of the pack that had the list.
  public var versions: [String]
  /// The ids of its panels.
  public var panels: [String]
  /// The criteria whose meaning has widened since, to be asked again first.
  public var askAgain: [String]
  /// The ranges of all its criteria.
  public var ranges: [Range]
  /// The criteria that are not weighed any more.
  public var dropped: [Dropped]

  /// The criteria of the list with their ranges in a region, in the order of the list.
  ///
  /// - Throws: `DecisionProblemError` for a range without size.
  func criteria(in region: String) throws(DecisionProblemError) -> [Criterion] {
    var criteria: [Criterion] = []
    for range in ranges where range.region == nil || range.region == region {
      criteria.append(
        try Criterion(
          id: range.criterion,
          direction: range.worst < range.best ? .higherIsBetter : .lowerIsBetter,
          worst: range.worst, best: range.best, branch: range.branch))
    }
    return criteria
  }

  /// Whether a profile answers this list: it names one of its panels, or an answer stands with one of
  /// its criteria or ranges that are not those of today.
  func isAnswered(by preferences: MarkupElement, region: String, today: [Criterion]) -> Bool {
    if let panel = preferences.attribute("panel"), panels.contains(panel) { return true }
    func holds(_ element: MarkupElement) -> Bool {
      if let id = element.attribute("criterion") ?? element.attribute("gains") {
        if dropped.contains(where: { $0.criterion == id }) { return true }
        let ends = ["worst", "best"].compactMap { element.attribute($0).flatMap { Double($0) } }
        let now = today.first { $0.id == id }
        let old = ranges.first {
          $0.criterion == id && ($0.region == nil || $0.region == region)
        }
        if !today.isEmpty, ends.count == 2, let old, ends == [old.worst, old.best],
          now.map({ [$0.worst, $0.best] != ends }) ?? true
        {
          return true
        }
      }
      return element.elements.contains(where: holds)
    }
    return preferences.elements(named: "weighting").contains(where: holds)
  }
}

extension EvidenceReader {
  /// Reads what earlier versions of the pack asked about.
  mutating func earlierLists(_ root: MarkupElement) -> [EarlierList] {
    (root.first("earlierLists")?.elements ?? []).map { list in
      EarlierList(
        versions: decoder.ids("versions", of: list), panels: decoder.ids("panels", of: list),
        askAgain: decoder.ids("askAgain", of: list),
        ranges: list.elements(named: "range").map {
          EarlierList.Range(
            criterion: $0.attribute("criterion") ?? "", region: $0.attribute("region"),
            branch: $0.attribute("branch") ?? "", worst: decoder.number("worst", of: $0),
            best: decoder.number("best", of: $0))
        },
        dropped: list.elements(named: "dropped").map {
          EarlierList.Dropped(
            criterion: $0.attribute("criterion") ?? "", ask: decoder.text("ask", of: $0))
        })
    }
  }
}
