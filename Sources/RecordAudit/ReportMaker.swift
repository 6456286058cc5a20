// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Markup

/// Makes the page of an audit report from names and counts.
public struct ReportMaker {
  private let pack: EvidencePack
  private let wording: Wording
  private let page: ReportHTML

  /// A maker of pages in the first language of a pack.
  ///
  /// - Throws: `PipelineFailure` when the pack has no texts or the style is not usable.
  public init(pack: PreparedPack, hashing: Hashing) throws(PipelineFailure) {
    guard let wording = pack.wordings.first else { throw .selfCheckFailed([]) }
    self.pack = pack.pack
    self.wording = wording
    page = ReportHTML(
      style: try PageStyle(file: "styles/gallery.css", hashing: hashing), wording: wording)
  }

  /// The bytes of the page, which is proved well-formed.
  ///
  /// - Parameters:
  ///   - counts: what was counted.
  ///   - from: the first day, or nil.
  ///   - to: the last day, or nil.
  ///   - head: id, number of rows and root of the ledger.
  /// - Throws: `PipelineFailure.selfCheckFailed` with what was found.
  public func bytes(
    of counts: [ReportTable], from: CalendarDay?, to: CalendarDay?,
    head: (id: String, size: String, root: String)
  ) throws(PipelineFailure) -> [UInt8] {
    let lead = [
      wording(ReportPhrase.reportNote),
      wording(
        ReportPhrase.reportPeriod,
        [
          "from": from.map { InlineText(number: "\($0)", from: .overview(.from)) }
            ?? wording(ReportPhrase.reportStart),
          "to": to.map { InlineText(number: "\($0)", from: .overview(.to)) }
            ?? wording(ReportPhrase.reportEnd),
        ]),
      wording(
        ReportPhrase.reportHead,
        [
          "ledger": InlineText(number: head.id, from: .overview(.ledger)),
          "size": InlineText(number: head.size, from: .overview(.size)),
          "root": InlineText(number: head.root, from: .overview(.root)),
        ]),
    ]
    let bytes = page.bytes(lead: lead, tables: counts.map(table))
    try XMLReader().prove(page: bytes, file: "report.html")
    return bytes
  }

  private func table(_ counts: ReportTable) -> CountedTable {
    let width = counts.lines.map(\.counts.count).max() ?? 0
    let columns =
      width == 1
      ? [wording(ReportPhrase.reportCount)]
      : (0..<width).map {
        wording(
          ReportPhrase.reportPlace, ["place": wording.number($0 + 1, from: .overview(.place))])
      }
    return CountedTable(
      caption: ReportPhrase(table: counts.name).map { wording($0) }
        ?? InlineText(words: counts.name),
      columns: columns,
      lines: counts.lines.map { line in
        let filled = line.counts + Array(repeating: 0, count: width - line.counts.count)
        return (
          label(line.keys.map(name)),
          filled.map { wording.number($0, from: .overview(.count)) }
        )
      })
  }

  /// The words of a line: a question and what was said to it, or one name.
  private func label(_ names: [InlineText]) -> InlineText {
    names.count == 2
      ? wording(ReportPhrase.reportPair, ["first": names[0], "second": names[1]])
      : wording.listed(names)
  }

  /// The words for a name: a text of its own, a question or an alternative of the pack, or itself.
  private func name(_ key: String) -> InlineText {
    if let phrase = ReportPhrase(key: key) { return wording(phrase) }
    if let question = pack.questions.first(where: { $0.id == key }) {
      return wording.text(question.title)
    }
    if let option = pack.options.first(where: { $0.id == key }) { return wording.text(option.name) }
    return InlineText(words: key)
  }
}
