// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel
import DocumentModel
import MarkupTree

/// The print style with the value that the content security policy allows it by.
public struct PageStyle: Sendable {
  /// The style sheet.
  public let css: String
  /// The base64 SHA-256 of the style sheet.
  public let digest: String

  /// A style sheet and its digest.
  ///
  /// It must not hold `<`, `>` or `&`, which HTML and XML read differently inside a style element.
  public init?(css: String, digest: String) {
    guard !css.utf8.contains(where: { [0x3C, 0x3E, 0x26].contains($0) }) else { return nil }
    self.css = css
    self.digest = digest
  }

  /// No script, no image, no font, no form, nothing from elsewhere: this style alone.
  var policy: String {
    "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
  }
}

/// Writes a document as one self-contained HTML page.
///
/// One writer belongs to one task: it keeps the bytes of shared parts.
public struct PageHTML {
  private let style: PageStyle
  private let wording: Wording
  private var blocks = BlockHTML()
  private let styleNode: MarkupNode

  /// A writer.
  public init(style: PageStyle, wording: Wording) {
    self.style = style
    self.wording = wording
    styleNode = .rendered(
      RenderedMarkup(html: [.element("style", [:], [.text(style.css)])]))
  }

  /// The bytes of the handout.
  public mutating func handout(_ document: DecisionDocument) -> [UInt8] {
    page(document.handout, document, kind: "handout")
  }

  /// The bytes of the clinician's copy.
  public mutating func clinicianCopy(_ document: DecisionDocument) -> [UInt8] {
    page(document.clinicianCopy, document, kind: "clinician")
  }

  private mutating func page(
    _ body: DocumentBody, _ document: DecisionDocument, kind: String
  ) -> [UInt8] {
    let identity = document.identity
    var header: [MarkupNode] = [.element("h1", [:], body.title.html)]
    if let name = document.profile.person.displayName {
      let text = wording(.preparedFor, ["name": InlineText(person: name)])
      header.append(.element("p", ["class": "for"], text.html))
    }
    var sections: [MarkupNode] = []
    for section in body.sections {
      let content = blocks.nodes(section.blocks)
      sections.append(.text("\n"))
      sections.append(
        .element(
          "section", ["id": section.id],
          [.element("h2", [:], section.title.html)] + content))
    }
    let footer = wording(
      .pageFooter,
      ["document": InlineText(number: identity.document, from: "document.id")])
    let choices = identity.choices
    return HTMLBytes.bytes(
      of: MarkupElement(
        "html",
        [
          MarkupAttribute("lang", identity.language),
          MarkupAttribute("dir", identity.direction.rawValue),
        ],
        [
          .element("head", [:], head(body.title.plain)), .text("\n"),
          .element(
            "body",
            ["class": "\(kind) \(choices.edition.rawValue) \(choices.paper.rawValue)"],
            [
              .element("header", [:], header), .element("main", [:], sections),
              .element("footer", [:], [.element("p", [:], footer.html)]),
            ]),
        ]))
  }

  private func head(_ title: String) -> [MarkupNode] {
    [
      .element("meta", ["charset": "utf-8"]),
      .element(
        "meta", ["http-equiv": "Content-Security-Policy", "content": style.policy]),
      .element("meta", ["name": "referrer", "content": "no-referrer"]),
      .element(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .element("title", [:], [.text(title)]), styleNode,
    ]
  }
}
