// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CEmbeddedFiles

/// The files that the program carries inside itself: it runs from any folder, alone.
public enum EmbeddedFiles {
  /// The name of the pack that is used when no other is given.
  public static let defaultPack = "vertebral-fracture"

  /// The names of all embedded files, in a fixed order.
  public static let names: [String] = (0..<sda_embedded_count()).map {
    String(cString: sda_embedded_at($0).name)
  }

  /// The bytes of an embedded file, or nil when there is none of that name.
  public static func bytes(_ name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    let file = sda_embedded_at(index)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
