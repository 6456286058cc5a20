// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The only place where text is escaped.
///
/// All functions append UTF-8 bytes.
enum Escaping {
  /// Text between tags, as Canonical XML 1.0 writes it: `&`, `<`, `>` and carriage return.
  static func appendText(_ text: String, to bytes: inout [UInt8]) {
    append(text, to: &bytes) { byte in
      switch byte {
      case 0x26: "&amp;"
      case 0x3C: "&lt;"
      case 0x3E: "&gt;"
      case 0x0D: "&#xD;"
      default: nil
      }
    }
  }

  /// An attribute value between double quotes, as Canonical XML 1.0 writes it.
  static func appendXMLAttribute(_ value: String, to bytes: inout [UInt8]) {
    append(value, to: &bytes, attribute)
  }

  /// An attribute value between double quotes in HTML: as in XML, and `>` as well.
  static func appendHTMLAttribute(_ value: String, to bytes: inout [UInt8]) {
    append(value, to: &bytes) { $0 == 0x3E ? "&gt;" : attribute($0) }
  }

  private static func attribute(_ byte: UInt8) -> String? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x22: "&quot;"
    case 0x09: "&#x9;"
    case 0x0A: "&#xA;"
    case 0x0D: "&#xD;"
    default: nil
    }
  }

  /// Appends text with the bytes that have an escape replaced.
  private static func append(
    _ text: String, to bytes: inout [UInt8], _ escape: (UInt8) -> String?
  ) {
    // Nearly all text needs no escape: it is copied as a whole.
    if !needsEscape(text) { return bytes.append(contentsOf: text.utf8) }
    for byte in text.utf8 {
      if let escape = escape(byte) {
        bytes.append(contentsOf: escape.utf8)
      } else {
        bytes.append(byte)
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
}
