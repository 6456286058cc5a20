// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Checks bytes against the definition of UTF-8 (RFC 3629).
enum UTF8Validation {
  /// The offset of the first byte that does not begin or continue a character, or nil.
  static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard let (length, second) = shape(of: lead), index + length <= bytes.count,
        second.contains(bytes[index + 1])
      else { return index }
      for next in bytes[(index + 2)..<max(index + 2, index + length)] where next & 0xC0 != 0x80 {
        return index
      }
      index += length
    }
    return nil
  }

  /// The length of a character and the range of its second byte: overlong forms, surrogates and
  /// numbers above U+10FFFF are not UTF-8.
  private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
