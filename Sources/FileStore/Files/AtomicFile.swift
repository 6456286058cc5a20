// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// A file that appears under its name when it is whole, or not at all; for the user alone.
///
/// It is written under a temporary name in the folder where it is to stand, made durable, and renamed.
/// What a killed program leaves has a name that tells its process (`TemporaryName`).
struct AtomicFile: Sendable {
  /// The name that it gets.
  let name: String
  /// The name that it has until then.
  let temporary: String

  /// The longest name, in bytes, that fits into that of a temporary file.
  private static let longest = 200

  /// A file that is not begun yet.
  init(_ name: String) {
    self.name = name
    temporary = TemporaryName(for: name.utf8.count > Self.longest ? "long" : name).text
  }

  /// Begins the file: no file or link of that name may be there.
  ///
  /// - Parameter folder: the open folder where it is to stand.
  /// - Throws: the fault of the system.
  func open(in folder: Int32) throws(SystemFault) -> Descriptor {
    let file = try Descriptor(
      opening: temporary, in: folder, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, mode: 0o600)
    // Without this the caller's umask could take the user's own rights away.
    if fchmod(file.number, 0o600) != 0 { throw .last }
    return file
  }

  /// Ends writing: some file systems report a full disk only here.
  ///
  /// - Parameter isDurable: whether the disk is waited for; false when a later call covers the file.
  /// - Throws: the fault of the system.
  func close(_ file: consuming Descriptor, isDurable: Bool = true) throws(SystemFault) {
    if isDurable { try file.synchronize() }
    try file.close()
  }

  /// Writes the whole file under its temporary name; on a fault nothing is left.
  ///
  /// - Throws: the fault of the system.
  func write(
    _ bytes: [UInt8], in folder: Int32, isDurable: Bool = true
  ) throws(SystemFault) {
    do throws(SystemFault) {
      let file = try open(in: folder)
      try file.write(bytes)
      try close(file, isDurable: isDurable)
    } catch {
      remove(in: folder)
      throw error
    }
  }

  /// Gives the file its name; the folder is to be synchronized afterwards.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Throws: the fault of the system; `EEXIST` when a file is there that stays.
  func publish(in folder: Int32, replacing: Bool) throws(SystemFault) {
    if replacing {
      if renameat(folder, temporary, folder, name) != 0 { throw .last }
      return
    }
    do throws(SystemFault) {
      return try FlaggedRename.noReplace(temporary, to: name, in: folder)
    } catch {
      if error.code != EINVAL && error.code != ENOSYS { throw error }
    }
    // A file system without that call: a second name does not replace either.
    if linkat(folder, temporary, folder, name, 0) != 0 { throw .last }
    remove(in: folder)
  }

  /// Takes the file away as long as it has no name.
  func remove(in folder: Int32) { _ = unlinkat(folder, temporary, 0) }
}
