// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// Linux's `renameat2`: renaming that never replaces, or that lets two files change places.
///
/// Swift's `Glibc` does not show the function, hence `dlsym`.
enum FlaggedRename {
  /// What renaming does when the new name exists.
  enum Flag: UInt32 {
    /// It fails with `EEXIST`.
    case noReplace = 1
    /// The two files change their names.
    case exchange = 2
  }

  private typealias Function =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

  private static let function = dlsym(nil, "renameat2").map {
    unsafeBitCast($0, to: Function.self)
  }

  /// Renames inside an open folder.
  ///
  /// Throws the fault of the call: `EINVAL` or `ENOSYS` where the file system or the system does
  /// not have it.
  static func rename(
    _ old: String, to new: String, in folder: Int32, _ flag: Flag
  ) throws(SystemFault) {
    guard let function else { throw SystemFault(ENOSYS) }
    if function(folder, old, folder, new, flag.rawValue) != 0 { throw .last }
  }
}
