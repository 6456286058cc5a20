// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid

/// What changed between two records, grouped.
public struct RecordDiff: Sendable, Equatable {
  /// A group of changes under a heading.
  public struct Group: Sendable, Equatable {
    /// The heading.
    public var heading: String
    /// The changes that an auditor looks at first, a line each.
    public var lines: [String]
    /// All changes, a line each.
    public var all: [String]
    /// What is left out of the first lines, or nil: nothing.
    public var hint: String?
  }

  /// The groups, in a fixed order; one without lines has no difference.
  public let groups: [Group]
  /// What the two records are, a line each.
  public let heads: [String]
  /// Whether both records are of one pseudonym.
  public let isOnePerson: Bool

  /// Compares two records.
  ///
  /// They may be of different versions of program and pack, not of another version of the form.
  ///
  /// - Throws: `PipelineFailure.refused` when a record is of a version that this program does not read.
  public init(_ old: AuditedRecord, _ new: AuditedRecord) throws(PipelineFailure) {
    let (one, other) = (try old.readable(), try new.readable())
    isOnePerson = old.attribute("profile") == new.attribute("profile")
    heads = [("A", old), ("B", new)].map { name, record in
      "\(name)  \(record.file): pseudonym \(record.attribute("profile")), document "
        + "\(record.attribute("document")), \(record.attribute("date"))"
    }
    let pair = RecordPair(old: one, new: other)
    let (result, rest) = (pair.result, pair.rest)
    let (copy, measures) = (pair.texts("clinicianCopy"), pair.measures)
    groups = [
      Group("Program", pair.changes("program")),
      Group("Settings", pair.settings),
      Group("Inputs", pair.inputs),
      Group("Evidence", pair.evidence),
      Group(
        "Result", result, all: result + rest,
        rest.isEmpty ? nil : "and \(rest.count) more values of the analysis: --all"),
      Group("Texts of the handout", pair.texts("handout").flatMap(\.report)),
      Group(
        "Texts of the clinician's copy", copy.map(\.head), all: copy.flatMap(\.report),
        copy.isEmpty ? nil : "and what the lines say: --all"),
      Group(
        "Measures of the texts", measures.isEmpty ? [] : ["\(measures.count) differ"],
        all: measures, measures.isEmpty ? nil : "and which: --all"),
      Group(
        "Files",
        pair.changes("artefacts") + TextDiff.lines(old.proofs.map(\.name), new.proofs.map(\.name))),
    ]
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { groups.allSatisfy(\.all.isEmpty) }

  /// The changes as lines of plain text, without line feeds.
  ///
  /// - Parameter showsAll: whether every changed value of the analysis and every changed line of the
  ///   clinician's copy is shown.
  public func lines(showsAll: Bool) -> [String] {
    var lines = heads
    if isEmpty { return lines + ["", "No difference."] }
    for group in groups {
      lines += ["", group.heading]
      let shown = showsAll ? group.all : group.lines + (group.hint.map { [$0] } ?? [])
      lines += shown.isEmpty ? ["  no difference"] : shown.map { "  \($0)" }
    }
    return lines
  }
}

extension RecordDiff.Group {
  fileprivate init(
    _ heading: String, _ lines: [String], all: [String]? = nil, _ hint: String? = nil
  ) {
    self.init(heading: heading, lines: lines, all: all ?? lines, hint: hint)
  }
}
