// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The only place where text is escaped.
///
/// All functions append UTF-8 bytes.
enum Escaping {
  /// Text between tags, as Canonical XML 1.0 writes it: `&`, `<`, `>` and carriage return.
  static func appendText(_ text: String, to bytes: inout [UInt8]) {
    // Nearly all text needs no escape: it is copied as a whole.
    if !needsEscape(text) { return bytes.append(contentsOf: text.utf8) }
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#xD;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// Whether text holds `&`, `<`, `>`, a quotation mark or a control character.
  private static func needsEscape(_ text: String) -> Bool {
    let span = text.utf8Span.span
    var found = false
    // One test for every byte and no early end: nearly all text is clean.
    for index in span.indices {
      let byte = span[index]
      found = found || byte & 0xFD == 0x3C || byte == 0x26 || byte == 0x22 || byte < 0x20
    }
    return found
  }

  /// An attribute value between double quotes, as Canonical XML 1.0 writes it.
  static func appendXMLAttribute(_ value: String, to bytes: inout [UInt8]) {
    if !needsEscape(value) { return bytes.append(contentsOf: value.utf8) }
    for byte in value.utf8 {
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x09: bytes.append(contentsOf: "&#x9;".utf8)
      case 0x0A: bytes.append(contentsOf: "&#xA;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#xD;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// An attribute value between double quotes in HTML: as in XML, and `>` as well.
  static func appendHTMLAttribute(_ value: String, to bytes: inout [UInt8]) {
    if !needsEscape(value) { return bytes.append(contentsOf: value.utf8) }
    for byte in value.utf8 {
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x09: bytes.append(contentsOf: "&#x9;".utf8)
      case 0x0A: bytes.append(contentsOf: "&#xA;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#xD;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
