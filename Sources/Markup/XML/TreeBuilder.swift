// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Builds a tree from the walk over a document: every string is copied at once.
struct TreeBuilder {
  private static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

  private var open: [MarkupElement] = []
  /// The finished root.
  private(set) var root: MarkupElement?
  /// The line of an element that points to a schema.
  private(set) var schemaLocationLine: Int?

  /// The builder behind the context pointer of a walk.
  static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
    context?.assumingMemoryBound(to: TreeBuilder.self)
  }

  mutating func start(
    _ name: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?, _ line: Int
  ) {
    // A tree names a namespace only where it changes; an empty name takes it back.
    let uri = namespace.map { String(cString: $0) } ?? ""
    let inherited = open.last { $0.namespace != nil }?.namespace ?? ""
    open.append(
      MarkupElement(
        name.map { String(cString: $0) } ?? "", namespace: uri == inherited ? nil : uri,
        line: line))
  }

  mutating func attribute(
    _ name: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?,
    _ value: UnsafePointer<CChar>?
  ) {
    guard let name, let value, let last = open.indices.last else { return }
    if let namespace {
      if String(cString: namespace) == TreeBuilder.schemaInstance {
        schemaLocationLine = schemaLocationLine ?? open[last].line
      }
      return
    }
    open[last].attributes.append(MarkupAttribute(String(cString: name), String(cString: value)))
  }

  mutating func text(_ text: UnsafePointer<CChar>?) {
    guard let text, let last = open.indices.last else { return }
    let string = String(cString: text)
    // Parts of one text (around a comment, or a CDATA section) become one node.
    if let end = open[last].children.indices.last,
      case .text(let before) = open[last].children[end]
    {
      open[last].children[end] = .text(before + string)
    } else {
      open[last].children.append(.text(string))
    }
  }

  mutating func end() {
    guard var element = open.popLast() else { return }
    // Space between elements is layout of the file, not content.
    let onlySpace = element.children.allSatisfy {
      if case .text(let text) = $0 {
        text.utf8.allSatisfy { $0 == 32 || (9...13).contains($0) }
      } else {
        true
      }
    }
    if onlySpace && !element.elements.isEmpty {
      element.children.removeAll { if case .text = $0 { true } else { false } }
    }
    guard let parent = open.indices.last else { return root = element }
    open[parent].children.append(.element(element))
  }
}
