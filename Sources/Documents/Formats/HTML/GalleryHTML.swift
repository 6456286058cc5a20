// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes the index page of a folder of documents.
public struct GalleryHTML: Sendable {
  private let style: PageStyle
  private let wording: Wording

  private static let generator = "decision-aid gallery"
  /// By this a page of ours is known again.
  private static let mark = "<meta name=\"generator\" content=\"\(generator)\"/>"

  /// A writer.
  public init(style: PageStyle, wording: Wording) {
    self.style = style
    self.wording = wording
  }

  /// Whether the first bytes of a page say that it was made here.
  public static func isOwn(_ start: [UInt8]) -> Bool {
    start.firstRange(of: Array(mark.utf8)) != nil
  }

  /// The bytes of the page.
  public func bytes(of gallery: Gallery) -> [UInt8] {
    let title = wording(GalleryPhrase.galleryTitle)
    return PlainPage(style: style, wording: wording, generator: Self.generator)
      .bytes(title, foot: title, capacity: 1 << 16) { main(gallery, &$0) }
  }

  private func main(_ gallery: Gallery, _ writer: inout MarkupWriter) {
    func count(_ number: Int) -> InlineText { wording.number(number, from: .overview(.people)) }
    let contents = gallery.entries.map(\.content)
    writer.html("h1", wording(GalleryPhrase.galleryTitle))
    if gallery.entries.isEmpty {
      writer.html("p", wording(GalleryPhrase.galleryEmpty))
      return
    }
    writer.html(
      "p",
      wording(
        GalleryPhrase.gallerySummary,
        [
          "people": count(contents.count),
          "urgent": count(contents.count { $0?.isUrgent == true }),
          "broken": count(contents.count { $0 == nil }),
        ]))
    let withdrawn = contents.count { $0?.withdrawn != nil }
    if withdrawn > 0 {
      writer.element("p") {
        $0.html(
          "strong", wording(GalleryPhrase.galleryWithdrawnCount, ["people": count(withdrawn)]))
      }
    }
    writer.html("p", wording(GalleryPhrase.galleryNote))
    let heads =
      [
        wording(GalleryPhrase.galleryPerson), wording(GalleryPhrase.galleryDate),
        wording(GalleryPhrase.galleryUrgent),
      ] + gallery.columns
      + [
        wording(GalleryPhrase.galleryOpen), wording(GalleryPhrase.galleryForm),
        wording(GalleryPhrase.galleryEvidence),
        wording(GalleryPhrase.galleryLinks),
      ]
    writer.element("table") { writer in
      writer.html("caption", wording(GalleryPhrase.galleryCaption))
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for head in heads { writer.element("th", ["scope": "col"]) { $0.html(head) } }
        }
      }
      writer.element("tbody") { writer in
        for entry in gallery.entries {
          writer.text("\n")
          writer.element("tr") { row(entry, cells: heads.count, &$0) }
        }
      }
    }
  }

  private func row(_ entry: GalleryEntry, cells: Int, _ writer: inout MarkupWriter) {
    writer.element("th", ["scope": "row"]) { $0.html(InlineText(person: entry.person)) }
    if let content = entry.content {
      writer.element("td") { $0.html("time", InlineText(words: content.date)) }
      writer.element("td") { writer in
        if content.isUrgent {
          writer.html("strong", wording(GalleryPhrase.galleryActNow))
        } else {
          writer.html(wording(GalleryPhrase.galleryNotUrgent))
        }
      }
      for cell in content.cells { writer.html("td", cell) }
      writer.html("td", wording.number(content.openFacts, from: .overview(.openFacts)))
      let form = [content.edition] + content.paperAndLanguage.map { InlineText(words: $0) }
      writer.html("td", wording.listed(form))
      writer.element("td") { writer in
        writer.html(InlineText(words: content.evidence))
        if let withdrawn = content.withdrawn {
          writer.element("p") { $0.html("strong", withdrawn) }
        }
      }
    } else {
      writer.element("td", ["colspan": "\(cells - 2)"]) {
        $0.html("strong", wording(GalleryPhrase.galleryBroken))
      }
    }
    writer.element("td") { links(entry, &$0) }
  }

  /// Links inside the folder of the person; each has a name of its own for readers of lists of
  /// links.
  private func links(_ entry: GalleryEntry, _ writer: inout MarkupWriter) {
    writer.element("ul") { writer in
      for (file, name) in GalleryEntry.linkable where entry.files.contains(file) {
        let label = wording(
          GalleryPhrase.galleryLinkOf,
          ["document": wording(name), "person": InlineText(person: entry.person)])
        let link = "./\(PercentEncoding.text(entry.folder))/\(file)"
        writer.element("li") { writer in
          writer.element("a", ["aria-label": label.plain, "href": link]) {
            $0.html(wording(name))
          }
        }
      }
    }
  }
}
