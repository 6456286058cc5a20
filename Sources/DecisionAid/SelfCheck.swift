// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Emit, then prove: the record is read back, validated, and equals its canonical form; the pages
/// are well-formed.
struct SelfCheck {
  let reader: XMLReader
  let schema: XMLSchema

  /// Proves the documents of one person.
  ///
  /// - Parameters:
  ///   - profile: the name of the profile's file, for messages.
  ///   - signer: how the record was signed, or nil.
  /// - Throws: `PipelineFailure.selfCheckFailed` with what was found.
  func prove(
    record: [UInt8], pages: [(name: String, bytes: [UInt8])], of profile: String,
    signer: RecordSigner? = nil
  ) throws(PipelineFailure) {
    var problems = reader.prove(record, file: "record.xml of \(profile)", schema: schema)
    problems += signer?.problems(record) ?? []
    for page in pages {
      problems += reader.proveWellFormed(
        page.bytes, after: HTMLBytes.documentType.count, file: "\(page.name) of \(profile)")
    }
    if !problems.isEmpty { throw .selfCheckFailed(problems) }
  }
}
