// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// HTML bytes in the common subset of HTML and XML, so that an XML parser can prove them
/// well-formed: void elements end with `/>`, every attribute has a value, no named entities.
public enum HTMLBytes {
  /// The document type that stands before the root.
  public static let documentType = Array("<!DOCTYPE html>\n".utf8)

  /// The bytes of a page, document type first.
  public static func bytes(of root: MarkupElement) -> [UInt8] {
    var writer = HTMLWriter()
    writer.bytes.reserveCapacity(1 << 17)
    writer.bytes.append(contentsOf: documentType)
    writer.write(.element(root))
    writer.bytes.append(0x0A)
    return writer.bytes
  }

  /// The bytes of a page that is written straight to bytes, document type first.
  ///
  /// - Parameter capacity: about how many bytes it will have.
  public static func bytes(
    capacity: Int, _ content: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    var writer = MarkupWriter(.html, capacity: capacity)
    writer.markup(documentType)
    content(&writer)
    writer.text("\n")
    return writer.bytes
  }
}

/// Appends HTML to a buffer.
struct HTMLWriter {
  var bytes: [UInt8] = []

  /// The void elements of the HTML standard, section 13.1.2.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  mutating func write(_ node: MarkupNode) {
    switch node {
    case .text(let text): Escaping.appendText(text, to: &bytes)
    case .rendered(let rendered): bytes.append(contentsOf: rendered.bytes)
    case .element(let element): write(element)
    }
  }

  private mutating func write(_ element: MarkupElement) {
    bytes.append(0x3C)
    bytes.append(contentsOf: element.name.utf8)
    if let namespace = element.namespace { append("xmlns", namespace) }
    for attribute in element.attributes { append(attribute.name, attribute.value) }
    if element.children.isEmpty && HTMLWriter.void.contains(element.name) {
      bytes.append(contentsOf: [0x2F, 0x3E])
      return
    }
    bytes.append(0x3E)
    for child in element.children { write(child) }
    bytes.append(contentsOf: [0x3C, 0x2F])
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(0x3E)
  }

  private mutating func append(_ name: String, _ value: String) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: [0x3D, 0x22])
    Escaping.appendHTMLAttribute(value, to: &bytes)
    bytes.append(0x22)
  }
}
