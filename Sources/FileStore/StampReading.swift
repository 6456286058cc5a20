// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Glibc
import Markup

extension FileStamp {
  /// The stamp of a file on disk, read in pieces; a symbolic link is not followed.
  ///
  /// - Parameters:
  ///   - path: where it lies; the last part is its name.
  ///   - folder: the open folder that a relative path begins at.
  /// - Throws: the fault of the system; `EINVAL` when it is no regular file.
  package init(
    of path: String, in folder: Int32 = AT_FDCWD, flags: Int32 = O_NOFOLLOW
  ) throws(SystemFault) {
    let file = try Descriptor(opening: path, in: folder, O_RDONLY | O_NONBLOCK | flags)
    guard try file.status().isRegularFile else { throw SystemFault(EINVAL) }
    var hasher = SHA256()
    var total = 0
    while true {
      let piece = try file.read(upTo: 1 << 18)
      if piece.isEmpty { break }
      piece.withUnsafeBytes { hasher.update(bufferPointer: $0) }
      total += piece.count
    }
    self.init(
      name: path.split(separator: "/").last.map(String.init) ?? path, bytes: total,
      digest: Hexadecimal.text(hasher.finalize()))
  }

  /// The stamp of the running program.
  ///
  /// - Throws: the fault of the system.
  package static func program() throws(SystemFault) -> FileStamp {
    try FileStamp(of: "/proc/self/exe", flags: 0)
  }
}
