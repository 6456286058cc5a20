// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Cuts an export into its parts while it is read: the start tag, each child of the root, the end.
///
/// An export is its own canonical form, so `<` never stands inside text or a value, and the end of a
/// child of the root can be found by its name. Every part is parsed and proved afterwards.
struct ExportPieces {
  /// The longest part that is read, in bytes.
  static let longest = 64 << 20

  /// A part of the file.
  enum Piece {
    /// The start tag of the root.
    case start([UInt8])
    /// A child of the root, with the text before it.
    case child(name: String, [UInt8])
    /// The end of the file, with the text before it.
    case end([UInt8])
  }

  private let next: () throws -> [UInt8]
  private var buffer: [UInt8] = []
  private var place = 0
  private var isStarted = false

  /// - Parameter next: gives the next bytes of the file; none at its end.
  init(_ next: @escaping () throws -> [UInt8]) { self.next = next }

  /// The next part; nil when the bytes are not those of an export.
  mutating func piece() throws -> Piece? {
    if !isStarted {
      isStarted = true
      guard let end = try find([0x3E], from: 0) else { return nil }
      let start = take(end)
      return start.starts(with: ExportText.start) ? .start(start) : nil
    }
    guard let opening = try find([0x3C], from: 0) else { return nil }
    let nameStart = opening - place
    guard let nameEnd = try firstIndex(after: nameStart, of: [0x20, 0x3E]) else { return nil }
    let name = String(decoding: buffer[(place + nameStart)..<(place + nameEnd)], as: UTF8.self)
    if name == "/auditExport" {
      let end = take(place + nameEnd + 1)
      while buffer.count == place {
        let more = try next()
        if more.isEmpty { return .end(end) }
        buffer += more
      }
      return nil
    }
    guard let end = try find(Array("</\(name)>".utf8), from: nameStart) else { return nil }
    return .child(name: name, take(end))
  }

  /// The bytes up to a place of the buffer.
  private mutating func take(_ end: Int) -> [UInt8] {
    let bytes = Array(buffer[place..<end])
    place = end
    if place > 1 << 20 {
      buffer.removeFirst(place)
      place = 0
    }
    return bytes
  }

  /// The place after the first occurrence of a pattern; nil when the file ends before.
  private mutating func find(_ pattern: [UInt8], from offset: Int) throws -> Int? {
    var search = place + offset
    while true {
      while search + pattern.count <= buffer.count {
        if buffer[search] == pattern[0]
          && buffer[search..<(search + pattern.count)].elementsEqual(pattern)
        {
          return search + pattern.count
        }
        search += 1
      }
      if buffer.count - place > ExportPieces.longest { return nil }
      let more = try next()
      if more.isEmpty { return nil }
      buffer += more
    }
  }

  private mutating func firstIndex(after offset: Int, of bytes: [UInt8]) throws -> Int? {
    var index = offset
    while true {
      while place + index < buffer.count {
        if bytes.contains(buffer[place + index]) { return index }
        index += 1
      }
      if index - offset > 64 { return nil }
      let more = try next()
      if more.isEmpty { return nil }
      buffer += more
    }
  }
}
