// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes elements and their values: lists of names and values, a table where several elements of one
/// name stand side by side, and a heading where one holds others.
struct ValueHTML {
  let wording: Wording

  /// A name of an element or attribute in words: `valueOfInformation` is "value of information".
  static func words(_ name: String) -> String {
    var words = ""
    for letter in name {
      words += letter.isUppercase && !words.isEmpty ? " \(letter.lowercased())" : String(letter)
    }
    return words
  }

  /// What an element holds: its attributes, its text, and what stands inside it.
  ///
  /// - Parameter level: the level of the headings inside it.
  func content(of element: MarkupElement, level: Int, _ writer: inout MarkupWriter) {
    attributes(of: element, &writer)
    if Self.hasText(element) {
      writer.element("p") { inline(element, &$0) }
      return
    }
    for group in Self.groups(element.elements) {
      if group.count > 1 && group.allSatisfy(Self.fitsRow) && !group.allSatisfy(Self.isEmpty) {
        table(group, &writer)
      } else {
        for child in group { inner(child, level: level, &writer) }
      }
    }
  }

  /// The attributes of an element as names and values.
  func attributes(of element: MarkupElement, _ writer: inout MarkupWriter) {
    if element.attributes.isEmpty { return }
    writer.element("dl") { writer in
      for attribute in element.attributes {
        writer.element("div") { writer in
          writer.element("dt") { $0.text(Self.words(attribute.name)) }
          writer.element("dd") { value(attribute.value, &$0) }
        }
      }
    }
  }

  /// An element inside another, under a heading of its name.
  private func inner(_ element: MarkupElement, level: Int, _ writer: inout MarkupWriter) {
    writer.element("h\(min(level, 6))") { $0.text(Self.words(element.name)) }
    content(of: element, level: level + 1, &writer)
  }

  /// Text with the ids that its numbers come from, and a person's own words set apart.
  func inline(_ element: MarkupElement, _ writer: inout MarkupWriter) {
    for child in element.children {
      switch child {
      case .text(let text): writer.text(text)
      case .element(let inner) where inner.name == "n":
        writer.element("span", ["title": inner.attribute("from") ?? ""]) { $0.text(inner.text) }
      case .element(let inner): writer.element("bdi", ["dir": "auto"]) { $0.text(inner.text) }
      case .rendered: break
      }
    }
  }

  private func value(_ text: String, _ writer: inout MarkupWriter) {
    writer.element("bdi", ["dir": "auto"]) { $0.text(text) }
  }

  /// What says what a row is about stands first.
  private static let firstColumns = ["id", "criterion", "alternative", "kind", "name"]

  /// A row for each element, a column for each attribute, and one for what stands inside.
  private func table(_ elements: [MarkupElement], _ writer: inout MarkupWriter) {
    var names: [String] = []
    let all = elements.flatMap(\.attributes).map(\.name)
    for name in Self.firstColumns.filter(all.contains) + all where !names.contains(name) {
      names.append(name)
    }
    let hasText = elements.contains(where: Self.hasText)
    let hasInner = elements.contains { !Self.hasText($0) && !$0.elements.isEmpty }
    let more =
      (hasText ? [wording(ViewPhrase.viewText)] : [])
      + (hasInner ? [wording(ViewPhrase.viewWithin)] : [])
    writer.element("table") { writer in
      writer.element("caption") { $0.text(Self.words(elements[0].name)) }
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for name in names { writer.element("th", ["scope": "col"]) { $0.text(Self.words(name)) } }
          for head in more { writer.element("th", ["scope": "col"]) { $0.html(head) } }
        }
      }
      writer.element("tbody") { writer in
        for element in elements {
          writer.text("\n")
          writer.element("tr") { writer in
            for name in names {
              writer.element("td") { value(element.attribute(name) ?? "", &$0) }
            }
            let isText = Self.hasText(element)
            if hasText { writer.element("td") { if isText { inline(element, &$0) } } }
            if hasInner { writer.element("td") { if !isText { lines(element.elements, &$0) } } }
          }
        }
      }
    }
  }

  /// Elements in a cell, one a line: the name, then names and values.
  private func lines(_ elements: [MarkupElement], _ writer: inout MarkupWriter) {
    if elements.isEmpty { return }
    writer.element("ul") { writer in
      for element in elements {
        writer.element("li") { writer in
          let values = element.attributes.map { "\(Self.words($0.name)) \($0.value)" }
          let text = Self.hasText(element) ? [element.text] : []
          let all = (values + text).joined(separator: ", ")
          writer.text(Self.words(element.name) + (all.isEmpty ? "" : ": "))
          value(all, &writer)
        }
      }
    }
  }

  static func hasText(_ element: MarkupElement) -> Bool {
    element.children.contains { if case .text = $0 { true } else { false } }
  }

  /// Whether an element fits a row of a table: what it holds holds nothing more.
  private static func fitsRow(_ element: MarkupElement) -> Bool {
    hasText(element)
      || element.elements.count <= 12 && element.elements.allSatisfy { $0.elements.isEmpty }
  }

  private static func isEmpty(_ element: MarkupElement) -> Bool {
    element.attributes.isEmpty && element.children.isEmpty
  }

  /// Elements of one name that stand side by side.
  private static func groups(_ elements: [MarkupElement]) -> [[MarkupElement]] {
    var groups: [[MarkupElement]] = []
    for element in elements {
      if groups.last?.first?.name == element.name {
        groups[groups.count - 1].append(element)
      } else {
        groups.append([element])
      }
    }
    return groups
  }
}
