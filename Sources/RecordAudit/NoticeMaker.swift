// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Markup

/// Makes the letters to people whose documents come from withdrawn evidence.
public struct NoticeMaker {
  private let pack: PreparedPack
  private var page: NoticeHTML
  private let reader = XMLReader()

  /// A maker of letters in the words of a pack.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when the style is not usable.
  public init(pack: PreparedPack, hashing: Hashing) throws(PipelineFailure) {
    self.pack = pack
    let own = String(decoding: EmbeddedFiles.bytes("styles/notice.css") ?? [], as: UTF8.self)
    guard let style = PageStyle(css: pack.style.css + own, digesting: hashing.base64) else {
      throw .selfCheckFailed([])
    }
    page = NoticeHTML(style: style)
  }

  /// Whom a letter goes to, from a profile on disk; nobody in particular when it cannot be read.
  public func addressee(profile bytes: [UInt8]) -> Addressee {
    let root = try? reader.read(
      bytes, file: "profile", limit: XMLReader.profileLimit, schema: nil
    ).root
    return root.map { Addressee($0, languages: languages) } ?? Addressee()
  }

  /// Whom a letter goes to, from the profile in the record of the older documents.
  public func addressee(record: RecordFile) -> Addressee {
    record.root.first("given")?.elements.first.map { Addressee($0, languages: languages) }
      ?? Addressee()
  }

  private var languages: [String] { pack.wordings.map(\.catalogue.language) }

  /// The bytes of a letter, which is proved well-formed.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when it is not, or the pack has no texts.
  public mutating func bytes(
    of subject: RecallNotice.Subject
  ) throws(PipelineFailure) -> [UInt8] {
    guard
      let wording = pack.wording(subject.addressee.choices.language) ?? pack.wordings.first
    else { throw .selfCheckFailed([]) }
    let bytes = page.bytes(of: RecallNotice(subject, wording: wording))
    try reader.prove(page: bytes, file: "the letter about \(subject.document)")
    return bytes
  }
}
