// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup

/// Compares a record with the one that was made again from it, without proof and signature.
struct RecordComparison {
  let recorded: AuditedRecord
  let madeAgain: AuditedRecord

  /// The first difference, or nil: the canonical content is the same.
  ///
  /// The number of the document comes first, then the digests of the pages, then all the rest: a
  /// changed setting changes the number, every page and many texts, and is so named best.
  func difference(
    _ bytes: [UInt8], _ again: [UInt8]
  ) throws(PipelineFailure) -> RecordDifference? {
    let (root, other) = (recorded.root, madeAgain.root)
    if root.attribute("document") != other.attribute("document") {
      return RecordDifference(
        RecordPlace.root + "/@document", recorded: root.attribute("document"),
        madeAgain: other.attribute("document"),
        note: "The number stands for profile, pack, program, date, language, edition, paper, order "
          + "and reason: one of them was changed.")
    }
    if let found = difference(in: "artefacts") { return found }
    if let found = RecordDifference.first(
      recorded: root, madeAgain: other, at: RecordPlace.root)
    {
      return found
    }
    return try differenceOfBytes(bytes, again)
  }

  private func difference(in name: String) -> RecordDifference? {
    guard let one = recorded.root.first(name), let other = madeAgain.root.first(name) else {
      return nil
    }
    return RecordDifference.first(
      recorded: one, madeAgain: other, at: "\(RecordPlace.root)/r:\(name)")
  }

  /// What trees do not show: space inside texts, instructions, names of namespaces.
  private func differenceOfBytes(
    _ bytes: [UInt8], _ again: [UInt8]
  ) throws(PipelineFailure) -> RecordDifference? {
    let one = RecordContent(
      canonical: try Self.canonicalForm(of: bytes, file: recorded.file))
    let other = RecordContent(canonical: again)
    let note =
      "The same elements and values, but not the same canonical form: space inside a text, "
      + "an instruction or a name of a namespace was changed."
    if !one.start.elementsEqual(other.start) {
      return RecordDifference(RecordPlace.root, recorded: nil, madeAgain: nil, note: note)
    }
    for index in 0..<max(one.parts.count, other.parts.count) {
      let (part, match) = (one.part(index), other.part(index))
      if let part, let match, part.bytes.elementsEqual(match.bytes) { continue }
      let name = match?.name ?? ""
      return RecordDifference(
        RecordPlace.root + (name.isEmpty ? "" : "/r:\(name)"), recorded: nil, madeAgain: nil,
        note: note)
    }
    return nil
  }

  /// The canonical form of a record.
  static func canonicalForm(
    of bytes: [UInt8], file: String
  ) throws(PipelineFailure) -> [UInt8] {
    do throws(XMLError) {
      return try XMLReader().canonicalForm(of: bytes, file: file, limit: AuditedRecord.limit)
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
  }
}
