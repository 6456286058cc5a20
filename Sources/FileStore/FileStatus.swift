// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// Questions to what the system knows about a file.
extension stat {
  /// Whether it is a regular file.
  package var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }

  /// Whether it is a folder.
  package var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }

  /// Whether both describe the same file or folder.
  package func isSame(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
