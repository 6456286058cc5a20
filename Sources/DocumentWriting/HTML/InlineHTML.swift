// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DocumentModel
import MarkupTree

extension InlineText {
  /// The text as HTML nodes: a number carries the id that it comes from, a person's words are set
  /// apart so that their direction stays inside.
  var html: [MarkupNode] {
    runs.map { run in
      switch run {
      case .words(let text): .text(text)
      case .number(let text, let source): .element("span", ["data-from": source], [.text(text)])
      case .person(let text): .element("bdi", ["dir": "auto"], [.text(text)])
      }
    }
  }
}

extension MarkupNode {
  /// An element from its name, attributes in the order given, and children.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ children: [MarkupNode] = []
  ) -> MarkupNode {
    .element(
      MarkupElement(name, attributes.map { MarkupAttribute($0.key, $0.value) }, children))
  }
}
