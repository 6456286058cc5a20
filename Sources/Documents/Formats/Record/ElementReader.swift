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

  /// A day of the calendar.
  func day(_ name: String, _ element: MarkupElement) throws(RecordFault) -> CalendarDay {
    guard let value = CalendarDay(try attribute(name, element)) else {
      throw fault(
        element, "The attribute \(name) of the element \(element.name) must be a day: YYYY-MM-DD.")
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
}

/// Why a record or a checklist could not be read.
public struct RecordFault: Error, Sendable, Equatable {
  /// Where, what is wrong, and what to do.
  public let diagnostic: Diagnostic

  /// A fault of an element.
  init(_ identifier: String, _ file: String, _ element: MarkupElement, _ problem: String) {
    diagnostic = Diagnostic(
      .error, identifier, at: SourceLocation(file: file, line: element.line), problem,
      advice: "Check the file against its schema; take it as it was written, unchanged.")
  }
}

extension MarkupNode {
  /// An element from its name, attributes in the order given, and children.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ children: [MarkupNode] = []
  ) -> MarkupNode {
    .element(
      MarkupElement(name, attributes.map { MarkupAttribute($0.key, $0.value) }, children))
  }
}
