// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The rules that bytes must pass before libxml2 sees them.
///
/// Each closes a hole that parser flags leave open in libxml2 2.9.14: encodings other than UTF-8
/// are accepted there, and one tag with very many attributes takes minutes.
enum InputBytes {
  /// The longest tag, in bytes.
  static let longestTag = 65_536
  /// The largest number of attributes in one tag.
  static let mostAttributes = 256

  /// The bytes without a byte-order mark, or the reason why they are refused.
  static func checked(_ bytes: [UInt8], file: String, limit: Int) throws(XMLError) -> [UInt8] {
    if bytes.count > limit {
      throw refusal(
        "xml.tooLarge", file, 0, "A file may hold at most \(limit) bytes.",
        "Shorten the long texts in it.")
    }
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    try checkEncoding(bytes, file: file)
    try checkDeclaration(bytes, file: file)
    try checkTags(bytes, file: file)
    return bytes
  }

  private static func checkEncoding(_ bytes: [UInt8], file: String) throws(XMLError) {
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      throw refusal(
        "xml.encoding", file, line(of: offset, in: bytes),
        "A file must be UTF-8; byte \(offset) is not.", "Save the file as UTF-8.")
    }
    if let offset = bytes.firstIndex(of: 0) {
      throw refusal(
        "xml.encoding", file, line(of: offset, in: bytes),
        "A file must not hold the character NUL; byte \(offset) is one.", "Save the file as UTF-8.")
    }
  }

  private static func checkDeclaration(_ bytes: [UInt8], file: String) throws(XMLError) {
    let mark = Array("<?xml".utf8)
    if let start = bytes.firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }), start > 0,
      bytes[start...].starts(with: mark + [0x20])
    {
      throw refusal(
        "xml.declarationPlace", file, line(of: start, in: bytes),
        "Nothing stands before the XML declaration, not even an empty line or a space.",
        "Remove what stands before <?xml, or the whole declaration.")
    }
    guard bytes.starts(with: mark) else { return }
    let end = bytes.firstIndex(of: 0x3E) ?? bytes.count
    let declaration = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    let value = { (name: Substring) -> Substring? in
      guard let range = declaration.firstRange(of: name) else { return nil }
      return declaration[range.upperBound...].drop { " =\t\r\n".contains($0) }.dropFirst()
        .prefix { $0 != "\"" && $0 != "'" }
    }
    if let encoding = value("encoding"), encoding != "utf-8", encoding != "utf8" {
      throw refusal(
        "xml.encoding", file, 1, "A file must be UTF-8 and say so.",
        "Save the file as UTF-8 and write encoding=\"UTF-8\" in its first line.")
    }
    if let version = value("version"), version != "1.0" {
      throw refusal(
        "xml.version", file, 1, "A file must be XML 1.0.",
        "Write version=\"1.0\" in its first line.")
    }
  }

  private static func checkTags(_ bytes: [UInt8], file: String) throws(XMLError) {
    // The longest run without a ">" bounds the longest tag; text that long is refused as well. A
    // ">" may stand inside a value, so attributes are counted too: between one "<" and the next,
    // whatever stands there, so that nothing in quotes or comments can mislead the count.
    var start = -1
    var (opening, attributes, isAfterEquals) = (0, 0, false)
    for index in bytes.indices {
      switch bytes[index] {
      case 0x3C:
        if start < 0 { start = index }
        (opening, attributes) = (index, 0)
      case 0x3E: start = -1
      case 0x22, 0x27: if isAfterEquals { attributes += 1 }
      default: break
      }
      let isTooLong = start >= 0 && index - start > longestTag
      if isTooLong || attributes > mostAttributes {
        throw refusal(
          "xml.longTag", file, line(of: isTooLong ? start : opening, in: bytes),
          "A tag may hold at most \(longestTag) bytes and \(mostAttributes) attributes.",
          "Remove attributes from it.")
      }
      // Space may stand between the sign and the quotation mark.
      if ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { isAfterEquals = bytes[index] == 0x3D }
    }
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0A }
  }

  private static func refusal(
    _ identifier: String, _ file: String, _ line: Int, _ problem: String, _ advice: String
  ) -> XMLError {
    .notReadable([
      Diagnostic(
        .error, identifier, at: SourceLocation(file: file, line: line), problem, advice: advice)
    ])
  }
}
