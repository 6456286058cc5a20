// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Turns bytes into a tree, and proves bytes, with libxml2 behind limits.
///
/// One reader belongs to one task; compiled schemas and documents are not shared between threads.
public struct XMLReader {
  /// The largest profile, in bytes.
  public static let profileLimit = 1 << 20
  /// The largest pack file or own document, in bytes.
  public static let documentLimit = 16 << 20

  /// A reader.
  ///
  /// The first one prepares libxml2.
  public init() { LibXML2.prepare() }

  /// Reads a tree and validates it.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes; a byte-order mark is allowed.
  ///   - file: the name for messages.
  ///   - limit: the largest number of bytes.
  ///   - schema: the schema, or nil to skip validation.
  /// - Returns: the root, and what the schema says against it.
  /// - Throws: `XMLError.notReadable` when the bytes are not UTF-8 XML 1.0 without a DOCTYPE.
  public func read(
    _ bytes: [UInt8], file: String, limit: Int, schema: XMLSchema?
  ) throws(XMLError) -> (root: MarkupElement, problems: [Diagnostic]) {
    let checked = try InputBytes.checked(bytes, file: file, limit: limit)
    let document = try ParsedDocument(checked, file: file)
    let root = try document.tree(file: file)
    return (root, try schema?.problems(in: document, file: file) ?? [])
  }

  /// Proves XML bytes of ours: well-formed, valid, and their own canonical form.
  ///
  /// - Returns: what is wrong; empty when the proof holds.
  public func prove(_ bytes: [UInt8], file: String, schema: XMLSchema) -> [Diagnostic] {
    do throws(XMLError) {
      let document = try ParsedDocument(bytes, file: file)
      var problems = try schema.problems(in: document, file: file)
      if try !document.isCanonical(bytes) {
        problems.append(
          Diagnostic(
            .error, "selfCheck.canonicalForm", at: SourceLocation(file: file),
            "The bytes are not their own canonical form.", advice: "Report this fault."))
      }
      return problems
    } catch {
      return error.diagnostics(file: file)
    }
  }

  /// Proves that a page of ours is well-formed; its document type is left out first.
  public func proveWellFormed(_ bytes: [UInt8], after prefix: Int, file: String) -> [Diagnostic] {
    do throws(XMLError) {
      try ParsedDocument.checkWellFormed(bytes[prefix...], file: file)
      return []
    } catch {
      return error.diagnostics(file: file)
    }
  }

  /// The exclusive canonical form of XML bytes: the form that digests are taken of.
  ///
  /// - Throws: `XMLError` when the bytes are not readable or have no canonical form.
  public func canonicalForm(of bytes: [UInt8], file: String, limit: Int) throws(XMLError) -> [UInt8]
  {
    let checked = try InputBytes.checked(bytes, file: file, limit: limit)
    return try ParsedDocument(checked, file: file).canonicalForm()
  }
}

extension XMLError {
  /// The diagnostics of the error.
  public func diagnostics(file: String) -> [Diagnostic] {
    switch self {
    case .notReadable(let diagnostics), .schemaUnusable(let diagnostics): diagnostics
    case .noCanonicalForm:
      [
        Diagnostic(
          .error, "selfCheck.canonicalForm", at: SourceLocation(file: file),
          "The canonical form cannot be made.", advice: "Report this fault.")
      ]
    }
  }
}
