// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Glibc
import Markup

extension InputFiles {
  /// The bytes of a regular file that holds at most `limit` bytes.
  ///
  /// It never waits (a pipe is refused, not read) and never holds more than
  /// `limit` bytes and one piece. Throws an error of the kind `inputMissing` or
  /// `inputNotReadable`.
  package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let bytes: [UInt8]? = try reading(path) { file, size throws(SystemFault) in
      if size > limit { return nil }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size)
      while bytes.count <= limit {
        let piece = try file.read(upTo: min(1 << 16, limit + 1 - bytes.count))
        if piece.isEmpty { return bytes }
        bytes += piece
      }
      return nil
    }
    guard let bytes else {
      throw FileError(
        .inputNotReadable, "input.tooLarge", at: path, "A file may hold at most \(limit) bytes.",
        advice: "Check that it is a profile; shorten the long texts in it.")
    }
    return bytes
  }

  /// The first bytes of a regular file, at most `count`.
  ///
  /// Throws an error of the kind `inputMissing` or `inputNotReadable`.
  package static func start(of path: String, count: Int) throws(FileError) -> [UInt8] {
    try reading(path) { file, _ throws(SystemFault) in try file.read(upTo: count) }
  }

  /// Opens a regular file, whose length it gives on.
  private static func reading<Result>(
    _ path: String, _ body: (borrowing Descriptor, Int) throws(SystemFault) -> Result
  ) throws(FileError) -> Result {
    do throws(SystemFault) {
      let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      let status = try file.status()
      guard status.isRegularFile else { throw SystemFault(EINVAL) }
      return try body(file, Int(status.st_size))
    } catch {
      // ENXIO: a socket, or a device without its hardware. EINVAL: no regular file.
      throw error.code == EINVAL || error.code == ENXIO ? notAFile(path) : unusable(path, error)
    }
  }
}

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
    do throws(SystemFault) { return try file.read(upTo: 1 << 18) } catch {
      throw FileError(
        .inputNotReadable, "input.notReadable", at: path, "The file cannot be read", error)
    }
  }

  /// The first bytes of a file, at most `count`; none when it cannot be read.
  package static func beginning(of path: String, _ count: Int) -> [UInt8] {
    guard let reading = try? FileReading(path), let bytes = try? reading.next() else { return [] }
    return Array(bytes.prefix(count))
  }
}

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
