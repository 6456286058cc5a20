// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Takes values out of the elements of one record.
///
/// What a value cannot do without is demanded. A text that is missing is read as an empty one: the
/// schema demands the texts, and a check says which of them a handout cannot do without.
struct ElementReader {
  /// The name of the file for messages.
  let file: String

  /// A fault at an element.
  func fault(_ element: MarkupElement, _ problem: String) -> RecordFault {
    RecordFault("record.unreadable", file, element, problem)
  }

  /// An attribute that must be there.
  func attribute(_ name: String, _ element: MarkupElement) throws(RecordFault) -> String {
    guard let value = element.attribute(name) else {
      throw fault(element, "The element \(element.name) needs the attribute \(name).")
    }
    return value
  }

  /// A child that must be there.
  func child(_ name: String, _ element: MarkupElement) throws(RecordFault) -> MarkupElement {
    guard let child = element.first(name) else {
      throw fault(element, "The element \(element.name) needs an element \(name).")
    }
    return child
  }

  /// An attribute that is one of an enumeration.
  func value<Value: RawRepresentable>(
    _ name: String, _ element: MarkupElement
  ) throws(RecordFault) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try attribute(name, element)) else {
      throw fault(
        element, "The attribute \(name) of the element \(element.name) has an unknown value.")
    }
    return value
  }

  /// A whole number.
  func count(_ name: String, _ element: MarkupElement) throws(RecordFault) -> Int {
    guard let value = Int(try attribute(name, element)) else {
      throw fault(
        element, "The attribute \(name) of the element \(element.name) must be a whole number.")
    }
    return value
  }

  /// A decimal number that may be missing.
  func decimal(
    _ name: String, _ element: MarkupElement
  ) throws(RecordFault) -> DecimalText? {
    guard let text = element.attribute(name) else { return nil }
    guard let value = DecimalText(text) else {
      throw fault(
        element, "The attribute \(name) of the element \(element.name) must be a number.")
    }
    return value
  }

  /// Whole numbers or ids parted by spaces.
  func list(_ name: String, _ element: MarkupElement) -> [String] {
    (element.attribute(name) ?? "").split { $0.isWhitespace }.map(String.init)
  }

  /// The text of an element: words, numbers with what they come from, and a person's own words.
  func inline(_ element: MarkupElement) throws(RecordFault) -> InlineText {
    var runs: [InlineText.Run] = []
    for child in element.children {
      switch child {
      case .text(let words): runs.append(.words(words))
      case .element(let inner) where inner.name == "n":
        runs.append(.number(inner.text, from: try attribute("from", inner)))
      case .element(let inner) where inner.name == "p": runs.append(.person(inner.text))
      case .element(let inner):
        throw fault(inner, "A text holds no element \(inner.name).")
      case .rendered: break
      }
    }
    return InlineText(runs)
  }

  /// The text of a child; empty when there is none.
  func inline(_ name: String, of element: MarkupElement) throws(RecordFault) -> InlineText {
    guard let child = element.first(name) else { return .empty }
    return try inline(child)
  }

  /// The texts of the children with a name.
  func inlines(_ name: String, of element: MarkupElement) throws(RecordFault) -> [InlineText] {
    var texts: [InlineText] = []
    for child in element.elements(named: name) { texts.append(try inline(child)) }
    return texts
  }
}
