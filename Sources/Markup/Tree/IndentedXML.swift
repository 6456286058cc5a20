// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// XML bytes for people to read and edit: a declaration, and every element on a line of its own,
/// two spaces deeper than the one around it.
///
/// Elements with text stand on one line.
public enum IndentedXML {
  /// The bytes of a document.
  ///
  /// The same tree gives the same bytes everywhere.
  public static func bytes(of root: MarkupElement) -> [UInt8] {
    var writer = IndentedXMLWriter()
    writer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.write(root, depth: 0)
    return writer.bytes
  }
}

/// Appends indented XML to a buffer.
private struct IndentedXMLWriter {
  var bytes: [UInt8] = []

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ element: MarkupElement, depth: Int) {
    append(String(repeating: "  ", count: depth) + "<" + element.name)
    if let namespace = element.namespace { append("xmlns", namespace) }
    for attribute in element.attributes { append(attribute.name, attribute.value) }
    if element.children.isEmpty {
      append("/>\n")
    } else if element.elements.count == element.children.count {
      append(">\n")
      for child in element.elements { write(child, depth: depth + 1) }
      append(String(repeating: "  ", count: depth) + "</" + element.name + ">\n")
    } else {
      // Space between text and elements would become text.
      append(">")
      var inner = CanonicalXMLWriter()
      for child in element.children { inner.write(child, inside: element.namespace) }
      bytes.append(contentsOf: inner.bytes)
      append("</" + element.name + ">\n")
    }
  }

  private mutating func append(_ name: String, _ value: String) {
    append(" " + name + "=\"")
    Escaping.appendXMLAttribute(value, to: &bytes)
    append("\"")
  }
}
