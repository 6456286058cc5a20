// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

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

    /// Counts from their parts.
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
