// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The parts of a record in canonical form that the program itself wrote: the start tag of the root
/// and its children, without proof and signature and without the space between the children.
///
/// Bytes are compared, not trees, so that a space inside a text counts as well.
struct RecordContent {
  /// A child of the root.
  struct Part {
    /// The local name; empty for text and for what is no element.
    var name: String
    /// The canonical bytes.
    var bytes: ArraySlice<UInt8>
  }

  /// The start tag of the root.
  private(set) var start: ArraySlice<UInt8> = []
  /// The children, in order.
  private(set) var parts: [Part] = []

  /// The content of canonical bytes; what is not canonical gives parts that equal no others.
  init(canonical bytes: [UInt8]) {
    var depth = 0
    var begin = 0
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        place += 1
        continue
      }
      let end = Self.end(of: place, in: bytes)
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      if next == 0x3F {
        // An instruction: inside the root it is a part, outside it is none.
        if depth == 1 {
          add(bytes[begin..<place], named: "")
          add(bytes[place..<end], named: "")
          begin = end
        }
      } else if next == 0x2F {
        depth -= 1
        if depth == 1 {
          add(bytes[begin..<end], named: Self.name(at: begin, in: bytes))
          begin = end
        } else if depth == 0 {
          add(bytes[begin..<place], named: "")
        }
      } else {
        if depth == 0 {
          start = bytes[place..<end]
          begin = end
        } else if depth == 1 {
          add(bytes[begin..<place], named: "")
          begin = place
        }
        depth += 1
      }
      place = end
    }
  }

  /// The part at a place, or nil.
  func part(_ index: Int) -> Part? { parts.indices.contains(index) ? parts[index] : nil }

  private mutating func add(_ bytes: ArraySlice<UInt8>, named name: String) {
    let isSpace = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    if !isSpace && !AuditedRecord.proofNames.contains(name) {
      parts.append(Part(name: name, bytes: bytes))
    }
  }

  /// The place after a tag: the first `>` outside quotation marks.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int {
    var isQuoted = false
    for place in start..<bytes.count {
      if bytes[place] == 0x22 { isQuoted.toggle() }
      if bytes[place] == 0x3E && !isQuoted { return place + 1 }
    }
    return bytes.count
  }

  /// The local name of the element whose start tag stands at a place.
  private static func name(at place: Int, in bytes: [UInt8]) -> String {
    let name = bytes[(place + 1)...].prefix { $0 != 0x20 && $0 != 0x3E }
    return String(decoding: name.split(separator: 0x3A).last ?? name, as: UTF8.self)
  }
}
