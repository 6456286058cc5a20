// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

extension InputFiles {
  /// How many bytes one call reads.
  private static let chunk = 65_536

  /// The bytes of a regular file that holds at most `limit` bytes.
  ///
  /// It never waits (a pipe is refused, not read) and never holds more than
  /// `limit` bytes and one chunk. Throws an error of the kind `inputMissing` or
  /// `inputNotReadable`.
  package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let bytes: [UInt8]?
    do throws(SystemFault) {
      let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      let status = try file.status()
      guard status.isRegularFile else { throw SystemFault(EINVAL) }
      bytes =
        status.st_size > limit
        ? nil : try contents(of: file, expecting: Int(status.st_size), limit: limit)
    } catch {
      // ENXIO: a socket, or a device without its hardware. EINVAL: no regular file.
      throw error.code == EINVAL || error.code == ENXIO
        ? notAFile(path) : unusable(path, error)
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
    do throws(SystemFault) {
      let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      guard try file.status().isRegularFile else { throw SystemFault(EINVAL) }
      var failure: Int32 = 0
      let number = file.number
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        var result = Glibc.read(number, buffer.baseAddress, count)
        while result < 0 && errno == EINTR {
          result = Glibc.read(number, buffer.baseAddress, count)
        }
        failure = result < 0 ? errno : 0
        filled = max(result, 0)
      }
      if failure != 0 { throw SystemFault(failure) }
      return bytes
    } catch {
      throw error.code == EINVAL || error.code == ENXIO ? notAFile(path) : unusable(path, error)
    }
  }

  /// The bytes, or nil when there are more than `limit`.
  ///
  /// Throws the fault of `read`.
  private static func contents(
    of file: borrowing Descriptor, expecting size: Int, limit: Int
  ) throws(SystemFault) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    let number = file.number
    var failure: Int32 = 0
    while true {
      let wanted = min(chunk, limit + 1 - bytes.count)
      let part = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        var result = Glibc.read(number, buffer.baseAddress, wanted)
        while result < 0 && errno == EINTR {
          result = Glibc.read(number, buffer.baseAddress, wanted)
        }
        failure = result < 0 ? errno : 0
        count = max(result, 0)
      }
      if failure != 0 { throw SystemFault(failure) }
      if part.isEmpty { return bytes }
      bytes += part
      if bytes.count > limit { return nil }
    }
  }
}
