// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part of a document that was turned into bytes once, so that a batch does not do it again for
/// every person.
///
/// It can only be made from nodes or by a writer: unescaped text cannot enter.
public struct RenderedMarkup: Sendable, Hashable {
  /// The bytes, UTF-8.
  public let bytes: [UInt8]

  /// The bytes of a writer.
  public init(_ writer: MarkupWriter) { bytes = writer.bytes }

  /// The HTML bytes of nodes.
  public init(html nodes: [MarkupNode]) {
    var writer = HTMLWriter()
    for node in nodes { writer.write(node) }
    bytes = writer.bytes
  }

  /// The canonical XML bytes of nodes that will stand inside an element of a namespace.
  public init(xml nodes: [MarkupNode], inside namespace: String?) {
    var writer = CanonicalXMLWriter()
    for node in nodes { writer.write(node, inside: namespace) }
    bytes = writer.bytes
  }
}
