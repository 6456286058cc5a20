// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Writes elements and text straight to bytes, without a tree: for the long parts of documents.
///
/// Text and attribute values are escaped as in trees; names and attribute names are the writer's
/// own. The bytes are the same as those of the tree with the same content.
public struct MarkupWriter: Sendable {
  /// What is written.
  public enum Syntax: Sendable, Equatable {
    /// HTML that is well-formed XML.
    case html
    /// Canonical XML inside an element of a namespace.
    case canonicalXML(inside: String?)
  }

  /// The bytes so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let syntax: Syntax
  private let isHTML: Bool

  /// A writer with room for a number of bytes.
  public init(_ syntax: Syntax, capacity: Int = 0) {
    self.syntax = syntax
    isHTML = syntax == .html
    bytes.reserveCapacity(capacity)
  }

  /// Writes text.
  public mutating func text(_ text: String) { Escaping.appendText(text, to: &bytes) }

  /// Writes a part that was turned into bytes before.
  public mutating func rendered(_ part: RenderedMarkup) { bytes.append(contentsOf: part.bytes) }

  /// Writes bytes that are markup already: the document type of a page.
  mutating func markup(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Writes a tree.
  public mutating func node(_ node: MarkupNode) {
    // The buffer is lent to the writer of trees, not copied.
    switch syntax {
    case .html:
      var writer = HTMLWriter()
      swap(&writer.bytes, &bytes)
      writer.write(node)
      swap(&writer.bytes, &bytes)
    case .canonicalXML(let namespace):
      var writer = CanonicalXMLWriter()
      swap(&writer.bytes, &bytes)
      writer.write(node, inside: namespace)
      swap(&writer.bytes, &bytes)
    }
  }

  /// Writes an element with its content.
  public mutating func element(_ name: String, _ content: (inout MarkupWriter) -> Void) {
    start(name)
    bytes.append(0x3E)
    content(&self)
    end(name)
  }

  /// Writes an element with attributes, given in code-point order, and its content.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>,
    _ content: (inout MarkupWriter) -> Void = { _ in }
  ) {
    start(name)
    for (key, value) in attributes { attribute(key, value) }
    bytes.append(0x3E)
    content(&self)
    end(name)
  }

  /// Writes an element of canonical XML; its attributes are written by `attributes`, in code-point
  /// order.
  mutating func element(
    _ name: String, attributes: (inout MarkupWriter) -> Void,
    _ content: (inout MarkupWriter) -> Void = { _ in }
  ) {
    start(name)
    attributes(&self)
    bytes.append(0x3E)
    content(&self)
    end(name)
  }

  /// Writes an attribute whose value needs no escape, such as a number.
  mutating func attribute(_ name: String, plain value: String) {
    attribute(name)
    bytes.append(contentsOf: value.utf8)
    bytes.append(0x22)
  }

  private mutating func attribute(_ name: String) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x3D)
    bytes.append(0x22)
  }

  /// Writes an attribute.
  mutating func attribute(_ name: String, _ value: String) {
    attribute(name)
    if isHTML {
      Escaping.appendHTMLAttribute(value, to: &bytes)
    } else {
      Escaping.appendXMLAttribute(value, to: &bytes)
    }
    bytes.append(0x22)
  }

  private mutating func start(_ name: String) {
    bytes.append(0x3C)
    bytes.append(contentsOf: name.utf8)
  }

  private mutating func end(_ name: String) {
    bytes.append(0x3C)
    bytes.append(0x2F)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x3E)
  }
}
