// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import FileStore
import Markup

/// The ids that more than one profile of a batch carries: none of those profiles is written.
struct DuplicateIDs: Sendable {
  private var sharing: [Int: [Int]] = [:]

  /// Reads the id of every profile, without parsing it.
  init(in paths: [String]) {
    guard paths.count > 1 else { return }
    var first: [String: Int] = [:]
    var groups: [String: [Int]] = [:]
    for (index, path) in paths.enumerated() {
      guard let id = DuplicateIDs.id(of: path) else { continue }
      if let other = first[id] {
        groups[id, default: [other]].append(index)
      } else {
        first[id] = index
      }
    }
    for group in groups.values {
      for index in group { sharing[index] = group.filter { $0 != index } }
    }
  }

  /// Why a profile is refused, or nil when its id is its own.
  func refusal(of index: Int, in paths: [String]) -> PipelineFailure? {
    guard let others = sharing[index] else { return nil }
    return .refused([
      Diagnostic(
        .error, "profile.duplicateId", at: SourceLocation(file: paths[index], line: 1),
        "A pseudonymous id stands once in a batch; the same one stands in: "
          + others.map { paths[$0] }.joined(separator: ", ") + ".",
        advice: "Give every profile its own id. None of these was written.")
    ])
  }

  /// The id attribute of the root element, or nil when it cannot be found.
  static func id(of path: String) -> String? {
    guard let bytes = try? InputFiles.read(path, limit: 1 << 20),
      let start = rootStart(in: bytes)
    else { return nil }
    let isSpace = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    var rest = bytes[start...].drop { !isSpace($0) && $0 != 0x3E }
    while true {
      rest = rest.drop(while: isSpace)
      let name = rest.prefix { !isSpace($0) && ![0x3D, 0x3E, 0x2F].contains($0) }
      rest = rest.dropFirst(name.count).drop(while: isSpace)
      guard !name.isEmpty, rest.first == 0x3D else { return nil }
      rest = rest.dropFirst().drop(while: isSpace)
      guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
      let value = rest.dropFirst().prefix { $0 != quote }
      rest = rest.dropFirst(value.count + 2)
      if name.elementsEqual("id".utf8) { return resolved(String(decoding: value, as: UTF8.self)) }
    }
  }

  /// A value with its character references replaced: `pl&#97;in` is `plain`.
  private static func resolved(_ value: String) -> String {
    let parts = value.split(separator: "&", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts[0])) { text, part in
      let reference = part.prefix { $0 != ";" }
      let number =
        reference.hasPrefix("#x")
        ? UInt32(reference.dropFirst(2), radix: 16) : UInt32(reference.dropFirst())
      guard reference.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) else {
        return "\(text)&\(part)"
      }
      return "\(text)\(scalar)\(part.dropFirst(reference.count + 1))"
    }
  }

  /// Where the root element begins: after comments and processing instructions.
  private static func rootStart(in bytes: [UInt8]) -> Int? {
    var index = 0
    while let open = bytes[index...].firstIndex(of: 0x3C) {
      guard open + 1 < bytes.count else { return nil }
      let end: [UInt8]
      switch bytes[open + 1] {
      case 0x3F: end = Array("?>".utf8)
      case 0x21: end = Array((bytes[open...].starts(with: "<!--".utf8) ? "-->" : ">").utf8)
      default: return open
      }
      guard let close = bytes[open...].firstRange(of: end) else { return nil }
      index = close.upperBound
    }
    return nil
  }
}
