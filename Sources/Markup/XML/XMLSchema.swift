// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CLibXML2

/// A compiled XML Schema.
///
/// It belongs to one task.
public final class XMLSchema {
  let pointer: OpaquePointer
  /// The name of the namespace that its elements belong to; empty when they belong to none.
  let namespace: String

  /// Compiles a schema.
  ///
  /// - Throws: `XMLError.schemaUnusable` when it does not compile.
  public init(_ bytes: [UInt8], file: String) throws(XMLError) {
    LibXML2.prepare()
    let (pointer, issues) = LibXML2.collectingIssues { report, context in
      bytes.withUnsafeBufferPointer {
        sda_schema_compile($0.baseAddress, $0.count, report, context)
      }
    }
    guard let pointer else {
      throw .schemaUnusable(
        issues.map {
          Diagnostic(
            .error, "schema.unusable", at: SourceLocation(file: file, line: $0.line), $0.message,
            advice: "Report this fault.")
        })
    }
    self.pointer = pointer
    namespace = Self.targetNamespace(in: bytes)
  }

  /// What stands in the attribute `targetNamespace` of a schema that compiled.
  private static func targetNamespace(in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "targetNamespace=") else { return "" }
    let rest = text[start.upperBound...]
    return String(rest.dropFirst().prefix { $0 != rest.first })
  }

  deinit { sda_schema_free(pointer) }

  /// What the schema says against a document; empty when it is valid.
  func problems(in document: borrowing ParsedDocument, file: String) throws(XMLError)
    -> [Diagnostic]
  {
    let target = document.pointer
    let (result, issues) = LibXML2.collectingIssues { report, context in
      sda_validate(pointer, target, report, context)
    }
    if result == 0 { return [] }
    let found = issues.map { SchemaMessage.diagnostic(for: $0, file: file, in: namespace) }
    // One wrong value raises several messages of libxml2; the first names the cause.
    var seen: Set<Diagnostic> = []
    let unique = found.filter { seen.insert($0).inserted }
    if !unique.isEmpty { return unique }
    return [
      Diagnostic(
        .error, "xml.invalid", at: SourceLocation(file: file),
        "The file does not follow its schema.", advice: "Compare it with the schema.")
    ]
  }
}
