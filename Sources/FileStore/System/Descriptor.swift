// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// An open file or folder; it is closed when the value ends.
struct Descriptor: ~Copyable, Sendable {
  /// The number the operating system knows it by.
  let number: Int32

  /// Takes over an open descriptor.
  init(owning number: Int32) { self.number = number }

  /// Opens a path that is relative to a folder (`AT_FDCWD`: the working directory).
  ///
  /// `O_CLOEXEC` is always added. Throws the fault of `openat`.
  init(
    opening path: String, in folder: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0
  ) throws(SystemFault) {
    while true {
      let opened = openat(folder, path, flags | O_CLOEXEC, mode)
      if opened >= 0 {
        number = opened
        return
      }
      if errno != EINTR { throw .last }
    }
  }

  deinit { _ = Glibc.close(number) }

  /// What the operating system knows about the open file.
  ///
  /// Throws the fault of `fstat`.
  func status() throws(SystemFault) -> stat {
    var status = stat()
    if fstat(number, &status) != 0 { throw .last }
    return status
  }

  /// The next bytes, at most `count`; none at the end of the file.
  ///
  /// Throws the fault of `read`.
  func read(upTo count: Int) throws(SystemFault) -> [UInt8] {
    var fault: SystemFault?
    let number = number
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result = Glibc.read(number, buffer.baseAddress, count)
      while result < 0 && errno == EINTR {
        result = Glibc.read(number, buffer.baseAddress, count)
      }
      if result < 0 { fault = .last }
      filled = max(result, 0)
    }
    if let fault { throw fault }
    return bytes
  }

  /// Writes all bytes, however many calls that takes.
  ///
  /// Throws the fault of `write`.
  func write(_ bytes: [UInt8]) throws(SystemFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(number, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 {
        throw SystemFault(EIO)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Waits until the disk holds the file or folder.
  ///
  /// Throws the fault of `fsync`.
  func synchronize() throws(SystemFault) {
    while fsync(number) != 0 {
      if errno != EINTR { throw .last }
    }
  }

  /// Closes the file now, because some file systems report a full disk only here.
  ///
  /// Throws the fault of `close`. `EINTR` is none: Linux has closed the file then.
  consuming func close() throws(SystemFault) {
    let number = self.number
    discard self
    if Glibc.close(number) != 0 && errno != EINTR { throw .last }
  }
}

/// Questions to what the system knows about a file.
extension stat {
  /// Whether it is a regular file.
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }

  /// Whether it is a folder.
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }

  /// Whether both describe the same file or folder.
  func isSame(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
