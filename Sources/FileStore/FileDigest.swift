// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Glibc

/// The SHA-256 and length of a file, read in pieces.
package struct FileDigest: Sendable, Equatable {
  /// The number of bytes.
  package let bytes: Int
  /// 64 hexadecimal digits.
  package let digest: String

  /// Reads a file; a symbolic link is not followed.
  ///
  /// - Throws: the fault of the system; `EINVAL` when it is no regular file.
  package init(
    of path: String, in folder: Int32 = AT_FDCWD, flags: Int32 = O_NOFOLLOW
  ) throws(SystemFault) {
    let file = try Descriptor(opening: path, in: folder, O_RDONLY | O_NONBLOCK | flags)
    guard try file.status().isRegularFile else { throw SystemFault(EINVAL) }
    var hasher = SHA256()
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(file.number, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      buffer.withUnsafeBytes { hasher.update(bufferPointer: .init(rebasing: $0[..<count])) }
      total += count
    }
    bytes = total
    digest = hasher.finalize().reduce(into: "") { text, byte in
      text += byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }
  }

  /// The digest of the running program.
  package static func program() throws(SystemFault) -> FileDigest {
    try FileDigest(of: "/proc/self/exe", flags: 0)
  }
}
