// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup

/// Makes the index page of a folder of documents, from one record after the other.
///
/// No more than one record is held at a time; of each a few words are kept.
public struct GalleryMaker {
  private let glance: RecordGlance
  private let page: GalleryHTML
  private let reader = XMLReader()
  private var entries: [GalleryEntry] = []
  /// How many records could not be read.
  public private(set) var broken = 0

  /// The largest record that is read, in bytes.
  public static let recordLimit = XMLReader.documentLimit

  /// A maker of one page in a language of the pack.
  ///
  /// The facts with columns are those told to patients, up to the one that names bones.
  ///
  /// - Throws: `PipelineFailure` when the pack lacks the language or the style is not usable.
  public init(pack: PreparedPack, language: String, hashing: Hashing) throws(PipelineFailure) {
    guard let wording = pack.wording(language) else {
      throw .refused([
        Diagnostic(
          .error, "gallery.language", at: SourceLocation(file: "decision-aid"),
          "The pack has no texts in that language.",
          advice: "Use one of: \(pack.wordings.map(\.catalogue.language).joined(separator: ", ")).")
      ])
    }
    let css = EmbeddedFiles.bytes("styles/gallery.css") ?? []
    guard
      let style = PageStyle(
        css: String(decoding: css, as: UTF8.self), digesting: hashing.base64)
    else { throw .selfCheckFailed([]) }
    let facts = pack.pack.eligibility.facts
    let last = facts.firstIndex { $0.kind == .levels } ?? 0
    glance = RecordGlance(
      pack: pack.pack, wording: wording, facts: facts.prefix(last + 1).filter { $0.told != nil })
    page = GalleryHTML(style: style, wording: wording)
  }

  /// Adds a person.
  ///
  /// - Parameters:
  ///   - record: the bytes of the record, or nil when they could not be read.
  ///   - folder: the name of the person's folder.
  ///   - files: the names of the files in it.
  /// - Returns: what is wrong with the record, or nil.
  public mutating func add(record: [UInt8]?, folder: String, files: [String]) -> Diagnostic? {
    let linked = GalleryEntry.linkable.map(\.file).filter { files.contains($0) }
    let root = record.flatMap {
      try? reader.read($0, file: folder, limit: Self.recordLimit, schema: nil).root
    }
    guard let (person, content) = root.flatMap(glance.content) else {
      broken += 1
      entries.append(GalleryEntry(person: folder, folder: folder, files: linked, content: nil))
      return Diagnostic(
        .error, "gallery.record", at: SourceLocation(file: "\(folder)/record.xml"),
        "The record cannot be read.", advice: "Write the documents of this person again.")
    }
    entries.append(
      GalleryEntry(person: person, folder: folder, files: linked, content: content))
    return nil
  }

  /// The bytes of the page, which is proved well-formed.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` with what was found.
  public func bytes() throws(PipelineFailure) -> [UInt8] {
    let columns =
      glance.facts.map { glance.wording.text($0.name) }
      + glance.pack.questions.map { glance.wording.text($0.title) }
    let bytes = page.bytes(of: Gallery(columns: columns, entries: entries))
    let problems = reader.proveWellFormed(
      bytes, after: HTMLBytes.documentType.count, file: "index.html")
    if !problems.isEmpty { throw .selfCheckFailed(problems) }
    return bytes
  }

  /// Whether the first bytes of a page say that it was made here.
  public static func isOwn(_ start: [UInt8]) -> Bool { GalleryHTML.isOwn(start) }
}
