// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Takes values out of the elements of one file and collects what is wrong.
///
/// The schema has been checked before: what it guarantees is not checked again, and a fallback
/// value stands only where the schema has already refused the file.
package struct ElementDecoder {
  /// The name of the file for messages.
  package let file: String
  /// What is wrong so far.
  package var diagnostics = DiagnosticList()
  /// The texts that are used so far.
  package var texts: [TextRequirement] = []

  package init(file: String) { self.file = file }

  /// The place of an element.
  package func place(_ element: MarkupElement) -> SourceLocation {
    SourceLocation(file: file, line: element.line)
  }

  /// A text id with the parameters that will be filled in.
  package mutating func text(
    _ name: String, of element: MarkupElement, parameters: [String] = []
  ) -> TextID {
    optionalText(name, of: element, parameters: parameters) ?? ""
  }

  /// A text id that may be missing.
  package mutating func optionalText(
    _ name: String, of element: MarkupElement, parameters: [String] = []
  ) -> TextID? {
    guard let id = element.attribute(name) else { return nil }
    texts.append(TextRequirement(id: id, parameters: parameters, location: place(element)))
    return id
  }

  /// A number; the schema has checked its form.
  package func number(_ name: String, of element: MarkupElement) -> Double {
    optionalNumber(name, of: element) ?? 0
  }

  /// A number that may be missing.
  package func optionalNumber(_ name: String, of element: MarkupElement) -> Double? {
    decimal(name, of: element)?.value
  }

  /// A number as digits, or nil when it is missing.
  package func decimal(_ name: String, of element: MarkupElement) -> DecimalText? {
    element.attribute(name).flatMap { DecimalText($0) }
  }

  /// A count, or nil when it is missing.
  package func count(_ name: String, of element: MarkupElement) -> Int? {
    element.attribute(name).flatMap { Int($0) }
  }

  /// A day; the schema has checked its form.
  package func day(_ name: String, of element: MarkupElement) -> CalendarDay {
    element.attribute(name).flatMap { CalendarDay($0) } ?? CalendarDay(daysSince1970: 0)
  }

  /// A list of ids separated by spaces.
  package func ids(_ name: String, of element: MarkupElement) -> [String] {
    (element.attribute(name) ?? "").split { $0.isWhitespace }.map(String.init)
  }

  /// A value of an enumeration that the schema has checked.
  package func value<Value: RawRepresentable>(
    _ name: String, of element: MarkupElement, else fallback: Value
  ) -> Value where Value.RawValue == String {
    element.attribute(name).flatMap { Value(rawValue: $0) } ?? fallback
  }
}
