// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup

/// What changed between two records, grouped.
public struct RecordComparison: Sendable, Equatable {
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
  public init(_ old: RecordFile, _ new: RecordFile) throws(PipelineFailure) {
    let (one, other) = (try old.readable(), try new.readable())
    isOnePerson = old.attribute("profile") == new.attribute("profile")
    heads = [("A", old), ("B", new)].map { name, record in
      "\(name)  \(record.file): pseudonym \(record.attribute("profile")), document "
        + "\(record.attribute("document")), \(record.attribute("date"))"
    }
    let pair = RecordParts(old: one, new: other)
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
        pair.changes("artefacts") + TextChange.lines(old.proofs.map(\.name), new.proofs.map(\.name))
      ),
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

extension RecordComparison.Group {
  fileprivate init(
    _ heading: String, _ lines: [String], all: [String]? = nil, _ hint: String? = nil
  ) {
    self.init(heading: heading, lines: lines, all: all ?? lines, hint: hint)
  }
}

/// The parts of two records side by side, and what changed in each.
private struct RecordParts {
  let old: MarkupElement
  let new: MarkupElement

  /// What changed in a child of the root.
  func changes(_ name: String) -> [String] {
    lines(ElementChange.all(old.first(name), new.first(name)), root: name)
  }

  /// Date, language, edition, paper, number, order and reason.
  var settings: [String] {
    func settings(_ root: MarkupElement) -> MarkupElement {
      let checks = root.first("checks")
      let order = checks?.first("optionOrder")
      var values = root.attributes.filter { $0.name != "profile" }
      values += (order?.attributes ?? []).filter { $0.name != "alternatives" }.map {
        MarkupAttribute("order \($0.name)", $0.value)
      }
      if let reason = checks?.first("usedAfterExpiry") {
        values.append(MarkupAttribute("used after expiry", reason.text))
      }
      return MarkupElement("settings", values)
    }
    return ElementChange.all(settings(old), settings(new)).flatMap { change in
      change.values.map { "\($0.name): \($0.arrow)" }
    }
  }

  /// The profile: facts, answers, limits, and own words line by line.
  var inputs: [String] {
    func profile(_ root: MarkupElement) -> MarkupElement? {
      guard var profile = root.first("given")?.elements.first else { return nil }
      profile.children.removeAll {
        if case .element(let child) = $0 { child.name == "ownWords" } else { false }
      }
      return profile
    }
    func words(_ root: MarkupElement) -> [String] {
      let own = root.first("given")?.elements.first?.first("ownWords")
      return (own?.elements ?? []).map { "\($0.name): \($0.text)" }
    }
    return lines(ElementChange.all(profile(old), profile(new)), root: "profile")
      + TextChange.lines(words(old), words(new)).map { "ownWords \($0)" }
  }

  /// The pack, and every level, figure and source.
  var evidence: [String] {
    func pack(_ root: MarkupElement) -> MarkupElement? {
      root.first("inputs")?.elements.first { $0.attribute("kind") == "evidencePack" }
    }
    /// A level with what it is drawn from as values of its own.
    func numbers(_ root: MarkupElement) -> MarkupElement? {
      guard var numbers = root.first("numbers") else { return nil }
      numbers.children = numbers.elements.map { element in
        var element = element
        for form in element.elements {
          element.attributes.append(MarkupAttribute("distribution", form.name))
          element.attributes += form.attributes.map {
            MarkupAttribute("distribution \($0.name)", $0.value)
          }
        }
        element.children = []
        return .element(element)
      }
      return numbers
    }
    return lines(ElementChange.all(pack(old), pack(new)), root: "pack")
      + lines(ElementChange.all(numbers(old), numbers(new)), root: "numbers")
  }

  /// Suitability, weights, totals, verdicts and the order of the options.
  var result: [String] {
    func order(_ root: MarkupElement) -> String? {
      root.first("checks")?.first("optionOrder")?.attribute("alternatives")
    }
    let change = ElementChange.Value(name: "option order", old: order(old), new: order(new))
    return lines(analysis.filter(isMain), root: "analysis")
      + (change.old == change.new ? [] : ["option order: \(change.arrow)"])
  }

  /// All other values of the analysis.
  var rest: [String] { lines(analysis.filter { !isMain($0) }, root: "analysis") }

  private var analysis: [ElementChange] {
    ElementChange.all(old.first("analysis"), new.first("analysis"))
  }

  /// Whether an auditor sees the change first: what stands directly in the analysis but for single
  /// contributions, rules, weights, verdicts and what each reading says.
  private func isMain(_ change: ElementChange) -> Bool {
    let steps = change.place.split(separator: "/").map { $0.prefix { $0 != " " } }
    guard let first = steps.first, !["simulation", "dominance", "contribution"].contains(first)
    else { return false }
    return steps.count == 1 || ["suitability", "weighting"].contains(first)
      || steps == ["question", "verdict"] || steps == ["question", "reading"]
  }

  /// The measures of the texts.
  var measures: [String] {
    func measures(_ root: MarkupElement) -> MarkupElement? {
      guard var checks = root.first("checks") else { return nil }
      checks.children.removeAll {
        if case .element(let child) = $0 {
          ["optionOrder", "usedAfterExpiry"].contains(child.name)
        } else {
          false
        }
      }
      return checks
    }
    return lines(ElementChange.all(measures(old), measures(new)), root: "checks")
  }

  /// The sections of a document that differ.
  func texts(_ name: String) -> [TextChange] {
    TextChange.sections(old.first(name), new.first(name))
  }

  /// Lines of changes; those of the root itself are under its name.
  private func lines(_ changes: [ElementChange], root: String) -> [String] {
    changes.map { change in
      var change = change
      if change.place.isEmpty { change.place = root }
      return change.line
    }
  }
}
