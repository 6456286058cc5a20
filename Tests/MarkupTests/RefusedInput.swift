// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

/// Bytes that must be refused, with the identifier and the line of the refusal.
struct RefusedInput: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let identifier: String
  let line: Int

  init(_ name: String, _ bytes: [UInt8], _ identifier: String, line: Int) {
    self.name = name
    self.bytes = bytes
    self.identifier = identifier
    self.line = line
  }

  init(_ name: String, _ text: String, _ identifier: String, line: Int) {
    self.init(name, Array(text.utf8), identifier, line: line)
  }

  var testDescription: String { name }
}

/// Reads bytes without a schema.
func readTree(
  _ bytes: [UInt8], limit: Int = XMLReader.documentLimit
) throws(XMLError) -> MarkupElement {
  try XMLReader().read(bytes, file: "input.xml", limit: limit, schema: nil).root
}

/// Reads text without a schema.
func readTree(_ text: String) throws(XMLError) -> MarkupElement { try readTree(Array(text.utf8)) }

/// Why bytes are refused; empty when they are read.
func refusals(of bytes: [UInt8], limit: Int = XMLReader.documentLimit) -> [Diagnostic] {
  do throws(XMLError) {
    _ = try readTree(bytes, limit: limit)
    return []
  } catch {
    return error.diagnostics(file: "input.xml")
  }
}
