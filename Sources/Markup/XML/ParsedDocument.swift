// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CLibXML2

/// The one owner of a document of libxml2.
struct ParsedDocument: ~Copyable {
  let pointer: OpaquePointer

  /// Parses bytes that passed `InputBytes`, or bytes of our own.
  init(_ bytes: some Collection<UInt8>, file: String) throws(XMLError) {
    let (pointer, issues) = LibXML2.collectingIssues { report, context in
      bytes.withContiguousStorageIfAvailable {
        sda_parse($0.baseAddress, $0.count, report, context)
      }
        ?? nil
    }
    guard let pointer else { throw .notReadable(ParsedDocument.diagnostics(issues, file: file)) }
    self.pointer = pointer
  }

  deinit { sda_document_free(pointer) }

  /// Checks that bytes are well-formed, without keeping a tree.
  static func checkWellFormed(_ bytes: some Collection<UInt8>, file: String) throws(XMLError) {
    let (isGood, issues) = LibXML2.collectingIssues { report, context in
      bytes.withContiguousStorageIfAvailable {
        sda_well_formed($0.baseAddress, $0.count, report, context)
      } ?? 0
    }
    if isGood != 1 { throw .notReadable(diagnostics(issues, file: file)) }
  }

  private static func diagnostics(_ issues: [LibXML2Issue], file: String) -> [Diagnostic] {
    // The first issue is the cause; those after it are echoes of one broken parse.
    let first = issues.first ?? LibXML2Issue(line: 0, code: 0, message: "")
    let location = SourceLocation(file: file, line: first.line)
    if first.code == -1 {
      return [
        Diagnostic(
          .error, "xml.doctype", at: location, "A file must not hold a DOCTYPE.",
          advice: "Remove the line that begins with <!DOCTYPE.")
      ]
    }
    return [
      Diagnostic(
        .error, "xml.notWellFormed", at: location,
        "The file is not well-formed XML (libxml2 code \(first.code)).",
        advice: "Look at this line and the one before it: a tag that is not closed, a missing "
          + "quotation mark, or a & that is not written as &amp;.")
    ]
  }

  /// A copy of the tree as values.
  func tree(file: String) throws(XMLError) -> MarkupElement {
    var builder = TreeBuilder()
    var visitor = sda_visitor(
      start: { context, name, namespace, line in
        TreeBuilder.at(context)?.pointee.start(name, namespace, Int(line))
      },
      attribute: { context, name, namespace, value in
        TreeBuilder.at(context)?.pointee.attribute(name, namespace, value)
      },
      text: { context, text in TreeBuilder.at(context)?.pointee.text(text) },
      end: { context in TreeBuilder.at(context)?.pointee.end() })
    withUnsafeMutablePointer(to: &builder) { sda_walk(pointer, &visitor, $0) }
    if let line = builder.schemaLocationLine {
      throw .notReadable([
        Diagnostic(
          .error, "xml.schemaLocation", at: SourceLocation(file: file, line: line),
          "A file must not point to a schema: the program has its own.",
          advice: "Remove the attributes that begin with xsi:.")
      ])
    }
    guard let root = builder.root else { throw .notReadable([]) }
    return root
  }

  /// Whether bytes are the exclusive canonical form of the document.
  func isCanonical(_ bytes: [UInt8]) throws(XMLError) -> Bool {
    let result = bytes.withUnsafeBufferPointer {
      sda_canonical_equals(pointer, $0.baseAddress, $0.count)
    }
    if result < 0 { throw .noCanonicalForm }
    return result == 1
  }

  /// The exclusive canonical form.
  func canonicalForm() throws(XMLError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    let count = sda_canonical(pointer, &buffer)
    defer { sda_buffer_free(buffer) }
    guard count > 0, let buffer else { throw .noCanonicalForm }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }
}
