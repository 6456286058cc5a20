// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CSystemCalls
import Glibc

/// One call that makes everything written to a file system durable: Linux's `syncfs`.
///
/// Measured for 64 patients with three files each it is the fastest way that is durable (see
/// `OutputStore`). It is used only where it is known to wait for the disk and to report faults:
/// Linux 5.8 or later, on the file systems below. Everywhere else each file is synchronized.
struct GroupSync {
  /// The numbers by which `fstatfs` names ext2 to ext4, XFS, Btrfs, F2FS, tmpfs and overlays.
  private static let fileSystems: Set<Int> = [
    0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994, 0x794C_7630,
  ]

  /// The call for the file system of an open folder; nil when it cannot be relied on.
  init?(for folder: borrowing Descriptor) {
    guard Self.kernelReportsFaults,
      Self.fileSystems.contains(system_kind_of_open(folder.number))
    else { return nil }
  }

  /// Waits until the disk holds all that was written to the file system of the folder.
  ///
  /// Faults are reported once per open descriptor, so every `OutputStore` has its own. Throws
  /// the fault of `syncfs`.
  func callAsFunction(_ folder: borrowing Descriptor) throws(SystemFault) {
    while system_syncfs(folder.number) != 0 {
      if errno != EINTR { throw .last }
    }
  }

  /// Whether the kernel is Linux 5.8 or later: earlier ones do not report write faults here.
  private static var kernelReportsFaults: Bool {
    var system = utsname()
    guard uname(&system) == 0 else { return false }
    let release = withUnsafeBytes(of: &system.release) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    let parts = release.split(separator: ".").prefix(2).map { Int($0.prefix { $0.isNumber }) ?? 0 }
    guard parts.count == 2 else { return false }
    return parts[0] > 5 || (parts[0] == 5 && parts[1] >= 8)
  }
}
