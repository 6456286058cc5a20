// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Two records side by side, and what changed in each of their parts.
struct RecordPair {
  let old: MarkupElement
  let new: MarkupElement

  /// What changed in a child of the root.
  func changes(_ name: String) -> [String] {
    lines(ElementDiff.changes(old.first(name), new.first(name)), root: name)
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
    return ElementDiff.changes(settings(old), settings(new)).flatMap { change in
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
    return lines(ElementDiff.changes(profile(old), profile(new)), root: "profile")
      + TextDiff.lines(words(old), words(new)).map { "ownWords \($0)" }
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
    return lines(ElementDiff.changes(pack(old), pack(new)), root: "pack")
      + lines(ElementDiff.changes(numbers(old), numbers(new)), root: "numbers")
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
    ElementDiff.changes(old.first("analysis"), new.first("analysis"))
  }

  /// Whether an auditor sees the change first: what stands directly in the analysis but for single
  /// contributions, rules, weights and verdicts.
  private func isMain(_ change: ElementChange) -> Bool {
    let steps = change.place.split(separator: "/").map { $0.prefix { $0 != " " } }
    guard let first = steps.first, !["simulation", "dominance", "contribution"].contains(first)
    else { return false }
    return steps.count == 1 || ["suitability", "weighting"].contains(first)
      || steps == ["question", "verdict"]
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
    return lines(ElementDiff.changes(measures(old), measures(new)), root: "checks")
  }

  /// The sections of a document that differ.
  func texts(_ name: String) -> [TextDiff] { TextDiff.sections(old.first(name), new.first(name)) }

  /// Lines of changes; those of the root itself are under its name.
  private func lines(_ changes: [ElementChange], root: String) -> [String] {
    changes.map { change in
      var change = change
      if change.place.isEmpty { change.place = root }
      return change.line
    }
  }
}
