// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A text that is looked for in others byte by byte: both come from one catalogue, so that equal
/// letters have equal bytes.
struct SoughtText: Sendable, Equatable {
  private let bytes: [UInt8]

  /// A text to look for; one without letters stands everywhere.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The first place where it stands, or nil.
  func place(in text: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first else { return 0..<0 }
    var place = 0
    while place + bytes.count <= text.count {
      if text[place] == first && text[place..<(place + bytes.count)].elementsEqual(bytes) {
        return place..<(place + bytes.count)
      }
      place += 1
    }
    return nil
  }

  /// Whether it stands in a text.
  func stands(in text: [UInt8]) -> Bool { place(in: text) != nil }
}
