// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CSystemCalls
import Glibc

/// Linux's `renameat2`: renaming that never replaces, or that lets two files change places.
enum FlaggedRename: UInt32 {
  /// It fails with `EEXIST` when the new name exists.
  case noReplace = 1
  /// The two files change their names.
  case exchange = 2

  /// Renames inside an open folder.
  ///
  /// - Throws: the fault of the call: `EINVAL` or `ENOSYS` where the file system or the system does
  ///   not have it.
  func callAsFunction(_ old: String, to new: String, in folder: Int32) throws(SystemFault) {
    if system_renameat2(folder, old, new, rawValue) != 0 { throw .last }
  }
}

/// Gives the documents of one patient their names, in a way that can be taken back.
///
/// An old document changes places with the new one (`renameat2` with `RENAME_EXCHANGE`), so a
/// later failure can change them back. A file system without that call replaces the old one.
struct Renaming {
  /// How a document got its name.
  private enum Way {
    /// The name was free.
    case added
    /// The old document has the temporary name now.
    case exchanged
    /// The old document is gone.
    case replaced
    /// There is no new document; the old one has the temporary name now.
    case retired
  }

  private let folder: Int32
  private var done: [(file: AtomicFile, way: Way)] = []

  /// Renaming inside an open folder; nothing is renamed yet.
  init(in folder: Int32) { self.folder = folder }

  /// Gives one document its name.
  ///
  /// Throws the fault of `renameat`.
  mutating func publish(_ file: AtomicFile) throws(SystemFault) {
    var old = stat()
    let exists = fstatat(folder, file.name, &old, AT_SYMLINK_NOFOLLOW) == 0
    if exists && exchange(file) {
      done.append((file, .exchanged))
    } else {
      try file.publish(in: folder, replacing: true)
      done.append((file, exists ? .replaced : .added))
    }
  }

  /// Takes the name from a document of which there is no new one.
  ///
  /// Throws the fault of `renameat`.
  mutating func retire(_ file: AtomicFile) throws(SystemFault) {
    if renameat(folder, file.name, folder, file.temporary) != 0 { throw .last }
    done.append((file, .retired))
  }

  /// Takes back what can be taken back: the new documents have their temporary names again.
  func undo() {
    for (file, way) in done.reversed() {
      switch way {
      case .added: _ = renameat(folder, file.name, folder, file.temporary)
      case .exchanged: _ = exchange(file)
      case .retired: _ = renameat(folder, file.temporary, folder, file.name)
      case .replaced: break
      }
    }
  }

  /// Removes the old documents, which have the temporary names now.
  func finish() {
    for (file, way) in done where way == .exchanged || way == .retired {
      file.remove(in: folder)
    }
  }

  /// Lets a document and the one that has its name change their names; false when the file system
  /// cannot do so.
  private func exchange(_ file: AtomicFile) -> Bool {
    do throws(SystemFault) {
      try FlaggedRename.exchange(file.temporary, to: file.name, in: folder)
      return true
    } catch {
      return false
    }
  }
}
