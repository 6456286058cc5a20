// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// An input of any length, read piece by piece; symbolic links are not followed.
package final class FileReading {
  private let file: Descriptor
  private let path: String

  /// Opens a regular file.
  ///
  /// - Throws: an error of the kind `inputMissing` or `inputNotReadable`.
  package init(_ path: String) throws(FileError) {
    self.path = path
    do throws(SystemFault) {
      file = try Descriptor(opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      guard try file.status().isRegularFile else { throw SystemFault(EINVAL) }
    } catch {
      throw FileError(
        error.code == ENOENT ? .inputMissing : .inputNotReadable, "input.notReadable", at: path,
        "The file cannot be read", error)
    }
  }

  /// The next bytes, at most 256 KiB; none at the end.
  ///
  /// - Throws: an error of the kind `inputNotReadable`.
  package func next() throws(FileError) -> [UInt8] {
    while true {
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      let count = buffer.withUnsafeMutableBytes { read(file.number, $0.baseAddress, $0.count) }
      if count >= 0 {
        buffer.removeLast(buffer.count - count)
        return buffer
      }
      if errno != EINTR {
        throw FileError(
          .inputNotReadable, "input.notReadable", at: path, "The file cannot be read", .last)
      }
    }
  }

  /// The first bytes of a file, at most `count`; none when it cannot be read.
  package static func beginning(of path: String, _ count: Int) -> [UInt8] {
    guard let reading = try? FileReading(path), let bytes = try? reading.next() else { return [] }
    return Array(bytes.prefix(count))
  }
}
