// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import DecisionAnalysis
import Documents
import EvidencePack
import Markup

/// Makes the index page of a folder of documents, from one record after the other.
///
/// No more than one record is held at a time; of each a few words are kept.
public struct GalleryMaker {
  private let rows: GalleryRows
  private let page: GalleryHTML
  private let reader = XMLReader()
  private var entries: [GalleryEntry] = []
  /// How many records could not be read.
  public private(set) var broken = 0

  /// The largest record that is read, in bytes.
  public static let recordLimit = XMLReader.documentLimit

  /// A maker of one page in a language of the pack.
  ///
  /// Two facts have columns: of those told to patients the first that is a choice, which says what
  /// is wrong, and the one that names bones. Wherever else a pack has facts, they get none.
  ///
  /// - Throws: `PipelineFailure` when the pack lacks the language or the style is not usable.
  public init(pack: PreparedPack, language: String, hashing: Hashing) throws(PipelineFailure) {
    let wording = try pack.wording(language, ofPage: "gallery")
    let style = try PageStyle(file: "styles/gallery.css", hashing: hashing)
    let facts = pack.pack.eligibility.facts
      .filter { $0.told != nil }
    let cause = facts.firstIndex { if case .choice = $0.kind { true } else { false } }
    let levels = facts.firstIndex { $0.kind == .levels }
    rows = GalleryRows(
      pack: pack.pack, wording: wording,
      facts: [cause, levels].compactMap { $0 }.sorted().map { facts[$0] })
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
    guard let (person, content) = root.flatMap(rows.content) else {
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
      rows.facts.map { rows.wording.text($0.name) }
      + rows.pack.questions.map { rows.wording.text($0.title) }
    let bytes = page.bytes(of: Gallery(columns: columns, entries: entries))
    try reader.prove(page: bytes, file: "index.html")
    return bytes
  }

  /// Whether the first bytes of a page say that it was made here.
  public static func isOwn(_ start: [UInt8]) -> Bool { GalleryHTML.isOwn(start) }
}

/// Takes what the index page shows of one person out of a record.
///
/// It takes a few values only and asks less of a record than `RecordReader`: a record of another
/// version of the program or the pack is shown as well, what it does not say as not known, a name
/// that the pack does not have as it stands.
private struct GalleryRows {
  let pack: EvidencePack
  let wording: Wording
  /// The facts that have columns.
  let facts: [ClinicalFact]

  /// The pseudonym and the content; nil when this is no record.
  func content(of root: MarkupElement) -> (person: String, content: GalleryEntry.Content)? {
    guard root.name == "decisionRecord", root.namespace == RecordXML.namespace,
      let person = root.attribute("profile"), let date = root.attribute("date"),
      let edition = root.attribute("edition"), let paper = root.attribute("paper"),
      let language = root.attribute("language"), let given = root.first("given")?.elements.first,
      let analysis = root.first("analysis"),
      let evidence = root.first("inputs")?.elements.first(where: {
        $0.attribute("kind") == "evidencePack"
      })
    else { return nil }
    let version = [evidence.attribute("id"), evidence.attribute("version")].compactMap { $0 }
    return (
      person,
      GalleryEntry.Content(
        date: date, isUrgent: isUrgent(analysis),
        cells: facts.map { value(of: $0, in: given) }
          + pack.questions.map {
            verdict($0.id, in: analysis)
          },
        openFacts: analysis.elements(named: "openFact").count,
        evidence: version.joined(separator: " "), withdrawn: withdrawn(root),
        edition: words(edition),
        paperAndLanguage: [paper, language])
    )
  }

  /// That the evidence of a record was withdrawn, in words.
  private func withdrawn(_ root: MarkupElement) -> InlineText? {
    guard let evidence = RecordEvidence(root),
      let withdrawal = pack.withdrawal(
        of: evidence.pack, version: evidence.version, outcomes: evidence.outcomes)
    else { return nil }
    return wording(
      GalleryPhrase.galleryWithdrawn,
      [
        "date": InlineText(number: "\(withdrawal.day)", from: .overview(.withdrawn)),
        "reason": wording.text(withdrawal.reason),
      ])
  }

  private func words(_ edition: String) -> InlineText {
    switch DocumentChoices.Edition(rawValue: edition) {
    case .standard: wording(GalleryPhrase.galleryStandard)
    case .largePrint: wording(GalleryPhrase.galleryLargePrint)
    case nil: InlineText(words: edition)
    }
  }

  /// Whether a rule applies that the pack calls urgent.
  private func isUrgent(_ analysis: MarkupElement) -> Bool {
    let urgent = Set(pack.eligibility.rules.filter { $0.urgent != nil }.map(\.id))
    return analysis.elements(named: "suitability").contains { option in
      option.elements(named: "rule").contains { urgent.contains($0.attribute("id") ?? "") }
    }
  }

  private func value(of fact: ClinicalFact, in profile: MarkupElement) -> InlineText {
    let given = profile.first("clinicalFacts")?.elements(named: "fact").first {
      $0.attribute("id") == fact.id
    }
    guard let value = given?.attribute("value"), value != "unknown" else {
      return wording(.notKnown)
    }
    switch fact.kind {
    case .choice(let choices):
      return choices.first { $0.id == value }.map { wording.text($0.name) }
        ?? InlineText(words: value)
    case .levels: return wording.listed(value.split(separator: " ").map { .init(words: "\($0)") })
    case .yesNo, .number: return InlineText(words: value)
    }
  }

  private func verdict(_ question: String, in analysis: MarkupElement) -> InlineText {
    guard let verdict = AnalysisElement.verdict(on: question, in: analysis) else {
      return wording(GalleryPhrase.galleryNotCompared)
    }
    switch CombinedVerdict.Class(rawValue: verdict) {
    case .dependsOnReading: return wording(.classDepends)
    case .fitsClearlyBetter: return wording(.classClearly)
    case .fitsSomewhatBetter: return wording(.classSomewhat)
    case .closeCall: return wording(.classClose)
    case nil: return InlineText(words: verdict)
    }
  }
}
