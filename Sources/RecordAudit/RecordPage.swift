// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup

/// Makes the page that shows a record to an auditor.
public struct RecordPage: Sendable {
  private let page: RecordViewHTML

  /// A maker of pages in a language of the pack.
  ///
  /// - Throws: `PipelineFailure` when the pack lacks the language or the style is not usable.
  public init(pack: PreparedPack, language: String, hashing: Hashing) throws(PipelineFailure) {
    page = RecordViewHTML(
      style: try PageStyle(file: "styles/record.css", hashing: hashing),
      wording: try pack.wording(language, ofPage: "view"))
  }

  /// The bytes of the page, which is proved well-formed.
  ///
  /// - Throws: `PipelineFailure.refused` when the record is of a version that this program does not
  ///   read, `.selfCheckFailed` with what was found.
  public func bytes(of record: RecordFile) throws(PipelineFailure) -> [UInt8] {
    let bytes = page.bytes(of: try record.readable(), proofs: record.proofs)
    try XMLReader().prove(page: bytes, file: "the page of \(record.file)")
    return bytes
  }
}

extension PreparedPack {
  /// The texts of a language, for a page that is made from finished records.
  ///
  /// - Parameter page: the name of the page, for messages.
  /// - Throws: `PipelineFailure.refused` with the languages that the pack has.
  func wording(_ language: String, ofPage page: String) throws(PipelineFailure) -> Wording {
    if let wording = wording(language) { return wording }
    throw .refused([
      Diagnostic(
        .error, "\(page).language", at: SourceLocation(file: "decision-aid"),
        "The pack has no texts in that language.",
        advice: "Use one of: \(wordings.map(\.catalogue.language).joined(separator: ", ")).")
    ])
  }
}

extension PageStyle {
  /// A style that is embedded in the program.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when it is not usable.
  init(file: String, hashing: Hashing) throws(PipelineFailure) {
    let css = String(decoding: EmbeddedFiles.bytes(file) ?? [], as: UTF8.self)
    guard let style = PageStyle(css: css, digesting: hashing.base64) else {
      throw .selfCheckFailed([])
    }
    self = style
  }
}

extension XMLReader {
  /// Proves that a page is well-formed.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` with what was found.
  func prove(page: [UInt8], file: String) throws(PipelineFailure) {
    let problems = proveWellFormed(page, after: HTMLBytes.documentType.count, file: file)
    if !problems.isEmpty { throw .selfCheckFailed(problems) }
  }
}
