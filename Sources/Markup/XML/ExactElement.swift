// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// An element with nothing left out: attributes with their namespaces, and every text.
///
/// Trees of documents (`MarkupElement`) drop what our documents do not have; where a signature is
/// judged, such a thing must be seen and refused.
public struct ExactElement: Sendable, Hashable {
  /// An attribute.
  public struct Attribute: Sendable, Hashable {
    /// The local name.
    public var name: String
    /// The namespace; empty when it has none.
    public var namespace: String
    /// The value, unescaped.
    public var value: String
  }

  /// The local name.
  public var name: String
  /// The namespace; empty when it has none.
  public var namespace: String
  /// The line that the start tag ended at.
  public var line: Int
  /// The attributes, without declarations of namespaces.
  public var attributes: [Attribute] = []
  /// The elements inside it, in order.
  public var elements: [ExactElement] = []
  /// The text directly inside it, joined, with all space.
  public var text = ""
}

/// Builds such an element from a walk.
struct ExactBuilder {
  private var open: [ExactElement] = []
  /// The finished element.
  private(set) var root: ExactElement?

  /// The builder behind the context pointer of a walk.
  static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ExactBuilder>? {
    context?.assumingMemoryBound(to: ExactBuilder.self)
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  mutating func start(
    _ name: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?, _ line: Int
  ) {
    open.append(
      ExactElement(
        name: ExactBuilder.string(name), namespace: ExactBuilder.string(namespace), line: line))
  }

  mutating func attribute(
    _ name: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?,
    _ value: UnsafePointer<CChar>?
  ) {
    guard let last = open.indices.last else { return }
    open[last].attributes.append(
      ExactElement.Attribute(
        name: ExactBuilder.string(name), namespace: ExactBuilder.string(namespace),
        value: ExactBuilder.string(value)))
  }

  mutating func text(_ text: UnsafePointer<CChar>?) {
    guard let last = open.indices.last else { return }
    open[last].text += ExactBuilder.string(text)
  }

  mutating func end() {
    guard let element = open.popLast() else { return }
    guard let parent = open.indices.last else { return root = element }
    open[parent].elements.append(element)
  }
}
