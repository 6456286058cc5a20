// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// An attribute without a namespace; the only kind that our documents have.
public struct MarkupAttribute: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value, unescaped.
  public var value: String

  /// An attribute from its name and unescaped value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// An element of an XML or HTML tree.
public struct MarkupElement: Sendable, Hashable {
  /// The local name.
  public var name: String
  /// The namespace, or nil: the same as the element around it; empty: none.
  public var namespace: String?
  /// The attributes; their order matters in HTML only.
  public var attributes: [MarkupAttribute]
  /// What the element holds.
  public var children: [MarkupNode]
  /// The line that the start tag ended at when it was read from a file; 0 when it was made here.
  public var line: Int

  /// An element with its attributes and children in the order of the file.
  public init(
    _ name: String, namespace: String? = nil, _ attributes: [MarkupAttribute] = [],
    _ children: [MarkupNode] = [], line: Int = 0
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
    self.line = line
  }

  /// The value of an attribute, or nil when the element does not have it.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The child elements, in order.
  public var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The child elements with a name, in order.
  public func elements(named name: String) -> [MarkupElement] {
    elements.filter { $0.name == name }
  }

  /// The first child element with a name.
  public func first(_ name: String) -> MarkupElement? {
    elements.first { $0.name == name }
  }

  /// All text inside the element, in document order.
  public var text: String {
    var result = ""
    for child in children {
      switch child {
      case .text(let text): result += text
      case .element(let element): result += element.text
      case .rendered: break
      }
    }
    return result
  }
}

/// A node of a tree: an element, text, or a part that was turned into bytes before.
public enum MarkupNode: Sendable, Hashable {
  /// An element.
  case element(MarkupElement)
  /// Text, unescaped.
  case text(String)
  /// Bytes of a tree that many documents share.
  case rendered(RenderedMarkup)
}
