// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Turns a schema message of libxml2 into a diagnostic that quotes no value: a value may be a
/// person's.
///
/// A value stands inside a message, so a message is never searched from its front: libxml2's code
/// says what is wrong, names are taken from the head, and what the schema says from the end.
enum SchemaMessage {
  /// The codes of `xmlerror.h` that are told apart.
  private enum Code {
    static let value = 1824...1840
    static let minLength = 1831
    static let maxLength = 1832
    static let pattern = 1839
    static let enumeration = 1840
    static let noGlobalDeclaration = 1845
    static let attributeUnknown = 1866...1867
    static let attributeMissing = 1868
    static let elementContent = 1871
  }

  /// - Parameter namespace: the name of the namespace of the schema.
  static func diagnostic(
    for issue: LibXML2Issue, file: String, in namespace: String
  ) -> Diagnostic {
    let (element, attribute) = names(of: issue)
    let subject =
      attribute.map { "The attribute \($0) of the element \(element)" }
      ?? "The element \(element)"
    let (identifier, problem, advice) =
      strayNamespace(issue, element, namespace)
      ?? explanation(issue, subject: subject, element: element)
    return Diagnostic(
      .error, identifier, at: SourceLocation(file: file, line: issue.line), problem,
      advice: advice)
  }

  /// An element that is misplaced only since it is in no namespace, or in another than the schema's.
  private static func strayNamespace(
    _ issue: LibXML2Issue, _ element: String, _ namespace: String
  ) -> (String, String, String)? {
    let isRoot = issue.code == Code.noGlobalDeclaration
    guard isRoot || issue.code == Code.elementContent, !namespace.isEmpty,
      issue.message.hasPrefix("Element '"), !issue.message.hasPrefix("Element '{\(namespace)}")
    else { return nil }
    // Inside the root it is misplaced for another reason, unless its name is one of those expected.
    let expected = expectedNames(in: String(tail(of: issue.message, after: "': ")))
    guard isRoot || expected.split(separator: ", ").contains(where: { $0 == element }) else {
      return nil
    }
    let hasNone = !issue.message.hasPrefix("Element '{")
    return (
      "xml.namespace",
      "The element \(element) is in "
        + (hasNone ? "no namespace." : "another namespace than its schema's."),
      "Write xmlns=\"\(namespace)\" in the first tag of the file, and no other xmlns."
    )
  }

  private static func explanation(
    _ issue: LibXML2Issue, subject: String, element: String
  ) -> (String, String, String) {
    // Messages about names hold no value; what comes after the names is the schema's.
    let end = String(tail(of: issue.message, after: "': "))
    switch issue.code {
    case Code.attributeMissing:
      return ("xml.attributeMissing", "\(subject) is missing.", "Add it.")
    case Code.attributeUnknown:
      return (
        "xml.attributeUnknown", "\(subject) is not known here.",
        subject.hasPrefix("The attribute xml:lang ")
          ? "Remove it: an input says its language, where it has one, in an attribute of its own."
          : "Remove or rename it."
      )
    case Code.elementContent where end.hasPrefix("Missing child element"):
      return (
        "xml.elementMissing", "The element \(element) is not complete.",
        "Expected inside it: \(expectedNames(in: end))."
      )
    case Code.elementContent, Code.noGlobalDeclaration:
      let expected = expectedNames(in: end)
      return (
        "xml.elementUnexpected", "The element \(element) is not expected here.",
        expected.isEmpty ? "Remove or move it." : "Expected here: \(expected)."
      )
    case Code.value:
      return (
        "xml.value", "\(subject) has a value that is not allowed.", advice(for: subject, issue)
      )
    default:
      return (
        "xml.invalid", "\(subject) does not follow the schema.", "Compare it with the schema."
      )
    }
  }

  /// What a good value looks like, by the words of the schema at the end of the message.
  private static func advice(for subject: String, _ issue: LibXML2Issue) -> String {
    if issue.code == Code.enumeration {
      let set = tail(of: issue.message, after: "element of the set {")
        .prefix { $0 != "}" }.filter { $0 != "'" }
      return set.isEmpty ? "See the schema for the allowed values." : "Use one of: \(set)."
    }
    if subject.contains("attribute id of the element preferenceProfile") {
      return "An id has 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit."
    }
    if subject.contains("attribute age of the element person") {
      return "Write the age in whole years, from 1 to 119, or leave it out."
    }
    if subject.contains("attribute phone of the element") {
      return "Write digits, spaces and + - ( ) /, with an extension such as ext. 12 after it."
    }
    let pattern = tail(of: issue.message, after: "pattern '")
    if issue.code == Code.pattern, !pattern.contains("\\."),
      pattern.contains("[1-9][0-9]")
    {
      return "Write a whole number: digits alone, without a point, a sign or a leading zero."
    }
    if issue.code == Code.pattern, pattern.contains("[a-zA-Z][a-zA-Z0-9_") {
      return "Write a name of letters a-z, digits, _ and -, which begins with a letter."
    }
    if issue.code == Code.pattern,
      pattern.contains("[0-9]{1,9}") || pattern.contains("[0-9]{1,12}")
    {
      return
        "Write a plain number with a point, such as 40 or 0.5: no sign, comma, exponent or word."
    }
    if issue.code == Code.pattern, pattern.contains("[0-9]{0,17}") {
      return "Write a plain number with a point, such as 40, -0.5 or 1e-6: no comma and no word."
    }
    if pattern.contains("-[0-9]{2}-[0-9]{2}")
      || tail(of: issue.message, after: "atomic type '").contains("day'")
    {
      return "Write a day of the calendar as YYYY-MM-DD, without a time zone, such as 2026-11-22."
    }
    if issue.code == Code.maxLength { return "Shorten it." }
    if issue.code == Code.minLength { return "Write something, or leave it out." }
    return "See its schema: decision-aid schema --help lists them."
  }

  private static func expectedNames(in end: String) -> String {
    guard let range = end.firstRange(of: "( ") else { return "" }
    return end[range.upperBound...].prefix { $0 != ")" }
      .split(separator: ",").map { localName($0.filter { $0 != " " }) }.joined(separator: ", ")
  }

  /// The element, and the attribute or nil.
  ///
  /// The head is `Element 'name'`, with `, attribute 'name'`
  /// after it where an attribute is meant.
  private static func names(of issue: LibXML2Issue) -> (element: String, attribute: String?) {
    guard issue.message.hasPrefix("Element '") else { return ("?", nil) }
    let rest = issue.message.dropFirst("Element '".count)
    let name = rest.prefix { $0 != "'" }
    // The name of a namespace may hold anything; where it breaks the form, nothing is quoted.
    guard !name.hasPrefix("{") || name.contains("}") else { return ("?", nil) }
    if issue.code == Code.attributeMissing {
      let missing = tail(of: issue.message, after: "The attribute '").prefix { $0 != "'" }
      return (localName(name), localName(missing))
    }
    let mark = "', attribute '"
    let after = rest.dropFirst(name.count)
    guard after.hasPrefix(mark) else { return (localName(name), nil) }
    let attribute = after.dropFirst(mark.count).prefix { $0 != "'" }
    guard !attribute.hasPrefix("{") || attribute.contains("}") else {
      return (localName(name), "?")
    }
    let isXML = attribute.hasPrefix("{http://www.w3.org/XML/1998/namespace}")
    return (localName(name), (isXML ? "xml:" : "") + localName(attribute))
  }

  /// What stands after the last place of a mark; empty when it is not there.
  private static func tail(of message: String, after mark: String) -> Substring {
    message.ranges(of: mark).last.map { message[$0.upperBound...] } ?? ""
  }

  private static func localName(_ name: some StringProtocol) -> String {
    let text = String(name)
    return text.split(separator: "}").last.map(String.init) ?? text
  }
}
