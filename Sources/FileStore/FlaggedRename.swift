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
