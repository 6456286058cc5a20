// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import Markup

/// Emit, then prove: a file is read back; what has a schema is validated and equals its canonical
/// form, pages are well-formed.
struct SelfCheck {
  private let reader: XMLReader
  /// The compiled schemas by name.
  private var schemas: [String: XMLSchema] = [:]

  /// The proofs of all formats.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when an embedded schema does not compile.
  init(_ reader: XMLReader) throws(PipelineFailure) {
    self.reader = reader
    for file in DocumentFormats.files {
      guard case .canonical(let name) = file.proof, schemas[name] == nil else { continue }
      schemas[name] = try Schemas.compile(name)
    }
  }

  /// Proves the files of one person.
  ///
  /// - Parameters:
  ///   - files: the files, one for each of `DocumentFormats.files`.
  ///   - profile: the name of the profile's file, for messages.
  /// - Throws: `PipelineFailure.selfCheckFailed` with what was found.
  func prove(_ files: [GeneratedFile], of profile: String) throws(PipelineFailure) {
    var problems: [Diagnostic] = []
    for made in files {
      guard let file = DocumentFormats.files.first(where: { $0.name == made.name }) else {
        throw .selfCheckFailed([])
      }
      let name = "\(made.name) of \(profile)"
      switch file.proof {
      case .canonical(let schema):
        guard let schema = schemas[schema] else { throw .selfCheckFailed([]) }
        problems += reader.prove(made.bytes, file: name, schema: schema)
      case .wellFormedPage:
        problems += reader.proveWellFormed(
          made.bytes, after: HTMLBytes.documentType.count, file: name)
      }
    }
    if !problems.isEmpty { throw .selfCheckFailed(problems) }
  }
}
