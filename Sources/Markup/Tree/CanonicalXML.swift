// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// XML bytes that are their own canonical form (Exclusive XML Canonicalization 1.0): no XML
/// declaration, attributes in code-point order, a default namespace only where it changes.
public enum CanonicalXML {
  /// The canonical bytes of a tree.
  ///
  /// The same tree gives the same bytes everywhere.
  public static func bytes(of root: MarkupElement) -> [UInt8] {
    var writer = CanonicalXMLWriter()
    writer.bytes.reserveCapacity(1 << 17)
    writer.write(.element(root), inside: nil)
    return writer.bytes
  }
}

/// Appends canonical XML to a buffer.
struct CanonicalXMLWriter {
  var bytes: [UInt8] = []

  /// Writes a node that stands inside an element of a namespace (nil: none).
  mutating func write(_ node: MarkupNode, inside namespace: String?) {
    switch node {
    case .text(let text): Escaping.appendText(text, to: &bytes)
    case .rendered(let rendered): bytes.append(contentsOf: rendered.bytes)
    case .element(let element): write(element, inside: namespace)
    }
  }

  private mutating func write(_ element: MarkupElement, inside outer: String?) {
    let namespace = element.namespace ?? outer
    bytes.append(0x3C)
    bytes.append(contentsOf: element.name.utf8)
    if namespace ?? "" != outer ?? "" { append("xmlns", namespace ?? "") }
    for attribute in CanonicalXMLWriter.ordered(element.attributes) {
      append(attribute.name, attribute.value)
    }
    bytes.append(0x3E)
    for child in element.children { write(child, inside: namespace) }
    bytes.append(contentsOf: [0x3C, 0x2F])
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(0x3E)
  }

  /// The attributes in code-point order; most elements have them so already.
  static func ordered(_ attributes: [MarkupAttribute]) -> [MarkupAttribute] {
    func precedes(_ one: MarkupAttribute, _ other: MarkupAttribute) -> Bool {
      one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
    }
    let isOrdered = zip(attributes, attributes.dropFirst()).allSatisfy { !precedes($1, $0) }
    return isOrdered ? attributes : attributes.sorted(by: precedes)
  }

  private mutating func append(_ name: String, _ value: String) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: [0x3D, 0x22])
    Escaping.appendXMLAttribute(value, to: &bytes)
    bytes.append(0x22)
  }
}
