// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// A checklist held against one handout: a state for every item, never one number for all.
public struct ChecklistReport: Sendable {
  /// The state of an item.
  public enum State: Sendable, Equatable {
    /// The document shows it.
    case met
    /// The document shows it with the data named.
    case metByData(String)
    /// It is not shown; what is missing, in words.
    case notMet([String])
    /// It needs people, and no dated record says that it was done.
    case needsPeople
    /// A dated record says that it was done with people: the day, and what was done.
    case peopleDone(date: CalendarDay, text: String)
    /// It is about other aids; the reason in words.
    case notApplicable(String)

    /// The name, as it is printed.
    public var name: String {
      switch self {
      case .met: "met"
      case .metByData: "met-by-data"
      case .notMet: "not-met"
      case .needsPeople: "needs-people"
      case .peopleDone: "people-done"
      case .notApplicable: "not-applicable"
      }
    }
  }

  /// An item with its state.
  public struct Entry: Sendable {
    /// The item.
    public var item: Checklist.Item
    /// The state.
    public var state: State
    /// What shows it: XPath expressions over the record with the prefix `r` for its namespace, each
    /// selecting one node; all are needed.
    public var pointers: [String]
  }

  /// The id of the checklist with its version.
  public let checklist: String
  /// The name of the checklist with its version.
  public let title: String
  /// The items, in the order of the checklist.
  public let entries: [Entry]

  /// Holds a checklist against a handout.
  public init(_ checklist: Checklist, subject: ChecklistSubject) {
    self.checklist = checklist.id
    title = checklist.title
    let handout = HandoutIndex(subject)
    let kind = subject.handout.kind ?? .full
    let instead = checklist.otherKinds[kind]
    entries = checklist.items.map { item in
      if let instead, item.looksAtDocument, !item.alsoOf.contains(kind) {
        return Entry(item: item, state: .notApplicable(instead), pointers: [])
      }
      return switch item.means {
      case .document(let rule): ChecklistReport.entry(item, rule.finding(in: handout), met: .met)
      case .data(let rule, let data):
        ChecklistReport.entry(item, rule.finding(in: handout), met: .metByData(data))
      case .people: ChecklistReport.people(item, subject)
      case .notApplicable(let reason):
        Entry(item: item, state: .notApplicable(reason), pointers: [])
      }
    }
  }

  private static func entry(
    _ item: Checklist.Item, _ finding: ChecklistFinding, met: State
  ) -> Entry {
    finding.missing.isEmpty && !finding.pointers.isEmpty
      ? Entry(item: item, state: met, pointers: finding.pointers)
      : Entry(item: item, state: .notMet(finding.missing), pointers: finding.pointers)
  }

  /// What people did counts only with a day, which is not after that of the document, and words.
  private static func people(_ item: Checklist.Item, _ subject: ChecklistSubject) -> Entry {
    let ids: [String?] = subject.people.map(\.item)
    for (place, record) in subject.people.enumerated() {
      guard record.item == item.id, record.date <= subject.date, record.text.saysSomething
      else { continue }
      let pointer =
        "/r:decisionRecord" + RecordPath.step("peopleRecord", place, ids: ids, attribute: "item")
      return Entry(
        item: item, state: .peopleDone(date: record.date, text: record.text.plain),
        pointers: [pointer])
    }
    return Entry(item: item, state: .needsPeople, pointers: [])
  }
}

extension ChecklistReport {
  /// How many items stand where; items of different kinds are never added up.
  public struct Counts: Sendable, Equatable {
    /// The items that a document can show and that are shown.
    public var shown = 0
    /// The items that a document can show.
    public var checkable = 0
    /// The items that need people and have no dated record.
    public var open = 0
    /// The items that need people.
    public var people = 0
    /// The items that do not apply.
    public var notApplicable = 0

    /// Counts; those not named are none.
    public init(
      shown: Int = 0, checkable: Int = 0, open: Int = 0, people: Int = 0, notApplicable: Int = 0
    ) {
      self.shown = shown
      self.checkable = checkable
      self.open = open
      self.people = people
      self.notApplicable = notApplicable
    }
  }

  /// The counts of the items of a group, or of all.
  public func counts(of group: Checklist.Group? = nil) -> Counts {
    var counts = Counts()
    for entry in entries where group == nil || entry.item.group == group {
      switch entry.state {
      case .met, .metByData:
        counts.shown += 1
        counts.checkable += 1
      case .notMet: counts.checkable += 1
      case .needsPeople:
        counts.open += 1
        counts.people += 1
      case .peopleDone: counts.people += 1
      case .notApplicable: counts.notApplicable += 1
      }
    }
    return counts
  }

  /// Whether every item that a document can show is shown.
  public var showsAllCheckable: Bool { counts().shown == counts().checkable }

  /// What is not met, as diagnostics: errors for qualifying and certifying items, without which a
  /// patient's copy must not go out, warnings for the others.
  ///
  /// - Parameter file: the name of the document for messages.
  public func diagnostics(file: String) -> [Diagnostic] {
    entries.compactMap { entry in
      guard case .notMet(let missing) = entry.state else { return nil }
      let shown = missing.prefix(3).joined(separator: "; ")
      let more = missing.count > 3 ? "; and \(missing.count - 3) more" : ""
      return Diagnostic(
        entry.item.group == .quality ? .warning : .error, "checklist.\(entry.item.id)",
        at: SourceLocation(file: file),
        "\(title) \(entry.item.id) is not met: \(entry.item.text) "
          + "Missing in the handout: \(shown)\(more).",
        advice: "Add it in documents.xml, evidence.xml or the text catalogue of the pack.")
    }
  }
}
