// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The head of a page: its policy, its title and its styles.
enum PageHead {
  /// The nodes of a head.
  ///
  /// - Parameters:
  ///   - styleNode: the shared style as a node.
  ///   - paper: the style of the document's own paper, or nil.
  ///   - generator: the name by which a page is known again, or nil.
  static func nodes(
    _ title: String, _ style: PageStyle, _ styleNode: MarkupNode, paper: String?,
    generator: String? = nil
  ) -> [MarkupNode] {
    let mark = generator.map { [meta([("name", "generator"), ("content", $0)])] } ?? []
    return [
      meta([("charset", "utf-8")])
    ] + mark + [
      meta([
        ("http-equiv", "Content-Security-Policy"), ("content", style.policy(paper: paper)),
      ]),
      meta([("name", "referrer"), ("content", "no-referrer")]),
      meta([("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
      .element(MarkupElement("title", [], [.text(title)])), styleNode,
    ] + (paper.map { [.element(MarkupElement("style", [], [.text($0)]))] } ?? [])
  }

  /// A style sheet as a node that is turned into bytes once.
  static func node(of style: PageStyle) -> MarkupNode {
    .rendered(RenderedMarkup(html: [.element(MarkupElement("style", [], [.text(style.css)]))]))
  }

  private static func meta(_ attributes: [(String, String)]) -> MarkupNode {
    .element(MarkupElement("meta", attributes.map { MarkupAttribute($0.0, $0.1) }))
  }
}
