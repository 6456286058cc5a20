// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// What changed of one element between two records.
struct ElementChange: Equatable {
  /// A value with its name in both records; nil where it is missing.
  struct Value: Equatable {
    var name: String
    var old: String?
    var new: String?

    /// The old and the new value.
    var arrow: String { "\(ElementChange.shown(old)) -> \(ElementChange.shown(new))" }
  }
  /// In which of the records the element stands.
  enum Presence: Equatable {
    case both
    case firstOnly
    case secondOnly
  }

  /// The element by its names and ids, such as `clinicalFacts/fact mri-oedema`.
  var place: String
  /// Where it stands.
  var presence: Presence
  /// The values that changed; those of an element that stands in one record alone are all here.
  var values: [Value]
  /// The sources of a number that stands in both records with the same ones.
  var sources: String?

  /// The change in one line.
  var line: String {
    switch presence {
    case .both:
      let changes = values.map { "\($0.name) \($0.arrow)" }.joined(separator: ", ")
      return "\(place): \(changes)" + (sources.map { " (source: \($0))" } ?? "")
    case .firstOnly, .secondOnly:
      let side = presence == .firstOnly ? "only in A" : "only in B"
      let all = values.map { "\($0.name) \(Self.shown($0.old ?? $0.new))" }
      return "\(place): \(side)" + (all.isEmpty ? "" : ": " + all.joined(separator: ", "))
    }
  }

  private static func shown(_ value: String?) -> String {
    guard let value else { return "(none)" }
    return value.isEmpty ? "(empty)" : String(value.map { $0.isNewline ? " " : $0 })
  }
}

/// What changed between two elements, by the names and ids of what stands in them.
extension ElementChange {
  /// Attributes that tell siblings of one name apart.
  private static let keys = [
    "id", "criterion", "alternative", "kind", "first", "second", "gains", "gives", "challenger",
    "item", "section", "dominant", "dominated", "branch", "over", "rank", "leavingOut",
  ]

  /// The changes in the order of the first element; what stands in the second alone comes last.
  ///
  /// The elements themselves are not named in the places.
  static func all(_ old: MarkupElement?, _ new: MarkupElement?) -> [ElementChange] {
    let (before, after) = (entries(old), entries(new))
    let places = Dictionary(after.map { ($0.place, $0) }) { first, _ in first }
    let known = Set(before.map(\.place))
    var changes: [ElementChange] = []
    for entry in before {
      guard let match = places[entry.place] else {
        changes.append(
          ElementChange(
            place: entry.place, presence: .firstOnly,
            values: entry.values.map { .init(name: $0.name, old: $0.value) }))
        continue
      }
      let values = changed(entry.values, match.values)
      if values.isEmpty { continue }
      let sources = values.contains { $0.name == "sources" } ? nil : entry.value("sources")
      changes.append(
        ElementChange(place: entry.place, presence: .both, values: values, sources: sources))
    }
    for entry in after where !known.contains(entry.place) {
      changes.append(
        ElementChange(
          place: entry.place, presence: .secondOnly,
          values: entry.values.map { .init(name: $0.name, new: $0.value) }))
    }
    return changes
  }

  private struct Entry {
    var place: String
    var values: [MarkupAttribute]

    func value(_ name: String) -> String? { values.first { $0.name == name }?.value }
  }

  /// The element's own values under an empty place, then those of all elements inside it.
  private static func entries(_ root: MarkupElement?) -> [Entry] {
    guard let root else { return [] }
    var entries: [Entry] = []
    var seen: [String: Int] = [:]
    func add(_ element: MarkupElement, _ outer: String, isRoot: Bool = false) {
      // The name of a file tells it from others; that of a clinic is a value.
      let own = element.name == "artefact" ? ["name"] : keys
      let present = isRoot ? [] : own.filter { element.attribute($0) != nil }
      var place = outer
      if !isRoot {
        let ids = present.compactMap { element.attribute($0) }.joined(separator: ", ")
        place += (outer.isEmpty ? "" : "/") + element.name + (ids.isEmpty ? "" : " \(ids)")
        seen[place, default: 0] += 1
        if let count = seen[place], count > 1 { place += " (\(count))" }
      }
      var values = element.attributes.filter { !present.contains($0.name) }
      let hasText = element.children.contains { if case .text = $0 { true } else { false } }
      if hasText { values.append(MarkupAttribute("text", element.text)) }
      entries.append(Entry(place: place, values: values))
      if !hasText { for child in element.elements { add(child, place) } }
    }
    add(root, "", isRoot: true)
    return entries
  }

  private static func changed(
    _ old: [MarkupAttribute], _ new: [MarkupAttribute]
  ) -> [ElementChange.Value] {
    let names =
      old.map(\.name) + new.map(\.name).filter { name in !old.contains { $0.name == name } }
    return names.compactMap { name in
      let (one, other) = (
        old.first { $0.name == name }?.value, new.first { $0.name == name }?.value
      )
      return one == other ? nil : ElementChange.Value(name: name, old: one, new: other)
    }
  }
}
