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

/// The patient's handout as one self-contained HTML page.
public struct HandoutHTML: DocumentFormat {
  /// `handout.html`, which is printed too.
  public static let file = DocumentFile(
    name: "handout.html", listed: .galleryHandout,
    print: (name: "handout.pdf", listed: .galleryHandoutPrint))
  private var page: PageHTML

  /// A writer of pages with a style.
  public init(style: PageStyle) { page = PageHTML(style: style, kind: "handout") }

  /// It is left out where the urgent sheet stands in its place.
  public static func belongs(to document: DecisionDocument) -> Bool {
    document.handout.kind != .urgent
  }

  /// The bytes of the page.
  public mutating func bytes(of document: DecisionDocument, beside: [FileStamp]) -> [UInt8] {
    page.bytes(of: document.handout, document.frame)
  }
}

/// The urgent sheet as one self-contained HTML page, in place of the handout.
public struct UrgentHTML: DocumentFormat {
  /// `urgent.html`, which is printed too.
  public static let file = DocumentFile(
    name: "urgent.html", listed: .galleryUrgentSheet,
    print: (name: "urgent.pdf", listed: .galleryUrgentSheetPrint))
  private var page: PageHTML

  /// A writer of pages with a style.
  public init(style: PageStyle) { page = PageHTML(style: style, kind: "urgent") }

  /// It is there while a rule applies that cannot wait.
  public static func belongs(to document: DecisionDocument) -> Bool {
    document.handout.kind == .urgent
  }

  /// The bytes of the page.
  public mutating func bytes(of document: DecisionDocument, beside: [FileStamp]) -> [UInt8] {
    page.bytes(of: document.handout, document.frame)
  }
}

/// The clinician's copy as one self-contained HTML page.
public struct ClinicianHTML: DocumentFormat {
  /// `clinician.html`, which is printed too.
  public static let file = DocumentFile(
    name: "clinician.html", listed: .galleryClinician,
    print: (name: "clinician.pdf", listed: .galleryClinicianPrint))
  private var page: PageHTML

  /// A writer of pages with a style.
  public init(style: PageStyle) { page = PageHTML(style: style, kind: "clinician") }

  /// The bytes of the page.
  public mutating func bytes(of document: DecisionDocument, beside: [FileStamp]) -> [UInt8] {
    page.bytes(of: document.clinicianCopy, document.frame)
  }
}

/// Writes one body of a document as a page.
///
/// It keeps the bytes of shared parts.
struct PageHTML: Sendable {
  private let style: PageStyle
  private let kind: String
  private var blocks = BlockHTML()
  private let styleNode: MarkupNode

  /// A writer.
  ///
  /// - Parameter kind: the class of the page, by which the style knows it.
  init(style: PageStyle, kind: String) {
    self.style = style
    self.kind = kind
    styleNode = PageHead.node(of: style)
  }

  /// The bytes of a page.
  mutating func bytes(of body: DocumentBody, _ frame: PageFrame) -> [UInt8] {
    let choices = frame.choices
    blocks.plotWidth =
      choices.edition == .largePrint ? PlotLayout.largePrintPage : PlotLayout.page
    let page = ["lang": frame.language, "dir": frame.direction.rawValue] as KeyValuePairs
    let look = "\(kind) \(choices.edition.rawValue) \(choices.paper.rawValue)"
    let paper = PaperStyle.css(of: frame)
    return HTMLBytes.bytes(capacity: 1 << 17) { writer in
      writer.element("html", page) { writer in
        writer.element("head") { writer in
          for node in PageHead.nodes(body.title.plain, style, styleNode, paper: paper) {
            writer.node(node)
          }
        }
        writer.text("\n")
        writer.element("body", ["class": look]) { writer in
          writer.element("header") { writer in
            writer.html("h1", body.title)
            if let text = frame.texts.preparedFor {
              writer.element("p", ["class": "for"]) { $0.html(text) }
            }
          }
          writer.element("main") { sections(body, &$0) }
          writer.element("footer") { $0.html("p", frame.texts.footer) }
        }
      }
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
