// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Diagnostics

/// Turns a schema message of libxml2 into a diagnostic that quotes no value: a value may be a
/// person's.
enum SchemaMessage {
  static func diagnostic(for issue: LibXML2Issue, file: String) -> Diagnostic {
    let element = quoted(after: "Element '", in: issue.message) ?? "?"
    let attribute = quoted(after: "attribute '", in: issue.message)
    let subject =
      attribute.map { "The attribute \($0) of the element \(element)" }
      ?? "The element \(element)"
    let (identifier, problem, advice) = explanation(issue, subject: subject, element: element)
    return Diagnostic(
      .error, identifier, at: SourceLocation(file: file, line: issue.line), problem,
      advice: advice)
  }

  private static func explanation(
    _ issue: LibXML2Issue, subject: String, element: String
  ) -> (String, String, String) {
    let message = issue.message
    if message.contains("is required but missing") {
      return ("xml.attributeMissing", "\(subject) is missing.", "Add it.")
    }
    if message.contains("is not allowed") && message.contains("attribute '") {
      return ("xml.attributeUnknown", "\(subject) is not known here.", "Remove or rename it.")
    }
    if message.contains("This element is not expected") || message.contains("No matching global") {
      let expected = expectedNames(in: message)
      return (
        "xml.elementUnexpected", "The element \(element) is not expected here.",
        expected.isEmpty ? "Remove or move it." : "Expected here: \(expected)."
      )
    }
    if message.contains("Missing child element") {
      return (
        "xml.elementMissing", "The element \(element) is not complete.",
        "Expected inside it: \(expectedNames(in: message))."
      )
    }
    if message.contains("facet '") || message.contains("not a valid value") {
      return (
        "xml.value", "\(subject) has a value that is not allowed.", advice(for: subject, message)
      )
    }
    return ("xml.invalid", "\(subject) does not follow the schema.", "Compare it with the schema.")
  }

  /// What a good value looks like, by the names of the schema that the message holds.
  private static func advice(for subject: String, _ message: String) -> String {
    if message.contains("'enumeration'") || message.contains("element of the set") {
      let set = message.firstRange(of: "element of the set {").map {
        message[$0.upperBound...].prefix { $0 != "}" }.filter { $0 != "'" }
      }
      return set.map { "Use one of: \($0)." } ?? "See the schema for the allowed values."
    }
    if subject.contains("attribute id of the element preferenceProfile") {
      return "An id has 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit."
    }
    if message.contains("[0-9]{1,9}") || message.contains("[0-9]{1,12}") {
      return
        "Write a plain number with a point, such as 40 or 0.5: no sign, comma, exponent or word."
    }
    if message.contains("axLength") { return "Shorten it." }
    return "See the schema: decision-aid schema preference-profile."
  }

  private static func expectedNames(in message: String) -> String {
    guard let range = message.firstRange(of: "( ") else { return "" }
    return message[range.upperBound...].prefix { $0 != ")" }
      .split(separator: ",").map { localName($0.filter { $0 != " " }) }.joined(separator: ", ")
  }

  private static func quoted(after mark: String, in message: String) -> String? {
    message.firstRange(of: mark).map {
      localName(String(message[$0.upperBound...].prefix { $0 != "'" }))
    }
  }

  private static func localName(_ name: String) -> String {
    name.split(separator: "}").last.map(String.init) ?? name
  }
}
