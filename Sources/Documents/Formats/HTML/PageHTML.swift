// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The print style with the value that the content security policy allows it by.
public struct PageStyle: Sendable {
  /// The style sheet.
  public let css: String
  /// The base64 SHA-256 of the style sheet.
  public let digest: String
  /// The base64 SHA-256 of bytes.
  private let digesting: @Sendable ([UInt8]) -> String

  /// A style sheet, and how digests are made.
  ///
  /// It must not hold `<`, `>` or `&`, which HTML and XML read differently inside a style element.
  ///
  /// - Parameter digesting: gives the base64 SHA-256 of bytes.
  public init?(css: String, digesting: @escaping @Sendable ([UInt8]) -> String) {
    guard !css.utf8.contains(where: { [0x3C, 0x3E, 0x26].contains($0) }) else { return nil }
    self.css = css
    self.digesting = digesting
    digest = digesting(Array(css.utf8))
  }

  /// No script, no image, no font, no form, nothing from elsewhere: this style, and the one of a
  /// document's own paper, if there is one.
  func policy(paper: String?) -> String {
    let own = paper.map { " 'sha256-\(digesting(Array($0.utf8)))'" } ?? ""
    return "default-src 'none'; style-src 'sha256-\(digest)'\(own); base-uri 'none'; "
      + "form-action 'none'"
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
    styleNode = PageHead.node(of: style)
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
    let choices = identity.choices
    blocks.plotWidth =
      choices.edition == .largePrint ? PlotLayout.largePrintPage : PlotLayout.page
    let page = ["lang": identity.language, "dir": identity.direction.rawValue] as KeyValuePairs
    let look = "\(kind) \(choices.edition.rawValue) \(choices.paper.rawValue)"
    let footer = wording(
      .pageFooter,
      [
        "document": InlineText(number: identity.document, from: .document(.id)),
        "fingerprint": InlineText(number: identity.fingerprint, from: .document(.fingerprint)),
      ])
    let paper = PaperStyle.css(
      document: footer, paper: choices.paper, direction: identity.direction, wording: wording)
    return HTMLBytes.bytes(capacity: 1 << 17) { writer in
      writer.element("html", page) { writer in
        writer.element("head") { writer in
          for node in PageHead.nodes(body.title.plain, style, styleNode, paper: paper) {
            writer.node(node)
          }
        }
        writer.text("\n")
        writer.element("body", ["class": look]) { writer in
          writer.element("header") { header(body, document, &$0) }
          writer.element("main") { sections(body, &$0) }
          writer.element("footer") { $0.html("p", footer) }
        }
      }
    }
  }

  private func header(
    _ body: DocumentBody, _ document: DecisionDocument, _ writer: inout MarkupWriter
  ) {
    writer.html("h1", body.title)
    if let name = document.profile.person.displayName {
      let text = wording(.preparedFor, ["name": InlineText(person: name)])
      writer.element("p", ["class": "for"]) { $0.html(text) }
    }
  }

  private mutating func sections(_ body: DocumentBody, _ writer: inout MarkupWriter) {
    for section in body.sections {
      writer.text("\n")
      let attributes: KeyValuePairs =
        section.isScreenOnly ? ["id": section.id, "class": "screen"] : ["id": section.id]
      writer.element("section", attributes) { writer in
        writer.html("h2", section.title)
        blocks.hasHeading = false
        blocks.write(section.blocks, to: &writer)
      }
    }
  }
}
