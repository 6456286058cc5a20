// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup

/// Makes the page that shows a record to an auditor.
public struct RecordView: Sendable {
  private let page: RecordViewHTML

  /// A maker of pages in a language of the pack.
  ///
  /// - Throws: `PipelineFailure` when the pack lacks the language or the style is not usable.
  public init(pack: PreparedPack, language: String, hashing: Hashing) throws(PipelineFailure) {
    guard let wording = pack.wording(language) else {
      throw .refused([
        Diagnostic(
          .error, "view.language", at: SourceLocation(file: "decision-aid"),
          "The pack has no texts in that language.",
          advice: "Use one of: \(pack.wordings.map(\.catalogue.language).joined(separator: ", ")).")
      ])
    }
    let css = EmbeddedFiles.bytes("styles/record.css") ?? []
    guard
      let style = PageStyle(
        css: String(decoding: css, as: UTF8.self), digesting: hashing.base64)
    else { throw .selfCheckFailed([]) }
    page = RecordViewHTML(style: style, wording: wording)
  }

  /// The bytes of the page, which is proved well-formed.
  ///
  /// - Throws: `PipelineFailure.refused` when the record is of a version that this program does not
  ///   read, `.selfCheckFailed` with what was found.
  public func bytes(of record: AuditedRecord) throws(PipelineFailure) -> [UInt8] {
    let bytes = page.bytes(of: try record.readable(), proofs: record.proofs)
    let problems = XMLReader().proveWellFormed(
      bytes, after: HTMLBytes.documentType.count, file: "the page of \(record.file)")
    if !problems.isEmpty { throw .selfCheckFailed(problems) }
    return bytes
  }
}
