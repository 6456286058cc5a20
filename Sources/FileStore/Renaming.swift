// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// Gives the documents of one patient their names, in a way that can be taken back.
///
/// An old document changes places with the new one (`renameat2` with `RENAME_EXCHANGE`), so a
/// later failure can change them back. A file system without that call replaces the old one.
package struct Renaming {
  /// How a document got its name.
  private enum Way {
    /// The name was free.
    case added
    /// The old document has the temporary name now.
    case exchanged
    /// The old document is gone.
    case replaced
  }

  private let folder: Int32
  private var done: [(temporary: String, name: String, way: Way)] = []

  /// Renaming inside an open folder; nothing is renamed yet.
  package init(in folder: Int32) { self.folder = folder }

  /// Renames one document.
  ///
  /// Throws the fault of `renameat`.
  package mutating func give(_ name: String, to temporary: String) throws(SystemFault) {
    var old = stat()
    let exists = fstatat(folder, name, &old, AT_SYMLINK_NOFOLLOW) == 0
    if exists && exchange(temporary, name) {
      done.append((temporary, name, .exchanged))
    } else if renameat(folder, temporary, folder, name) == 0 {
      done.append((temporary, name, exists ? .replaced : .added))
    } else {
      throw .last
    }
  }

  /// Takes back what can be taken back: the new documents have their temporary names again.
  package func undo() {
    for file in done.reversed() {
      switch file.way {
      case .added: _ = renameat(folder, file.name, folder, file.temporary)
      case .exchanged: _ = exchange(file.temporary, file.name)
      case .replaced: break
      }
    }
  }

  /// Removes the old documents, which have the temporary names now.
  package func finish() {
    for file in done where file.way == .exchanged { _ = unlinkat(folder, file.temporary, 0) }
  }

  /// Lets two files change their names; false when the file system cannot do so.
  private func exchange(_ left: String, _ right: String) -> Bool {
    do throws(SystemFault) {
      try FlaggedRename.exchange(left, to: right, in: folder)
      return true
    } catch {
      return false
    }
  }
}
