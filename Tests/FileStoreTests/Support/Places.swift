// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import TestSupport
import Testing

@testable import FileStore

/// The rights of a file.
func mode(_ path: String) throws -> mode_t {
  var status = stat()
  try #require(lstat(path, &status) == 0)
  return status.st_mode & 0o7777
}

/// A small file system in memory, which only root can mount; it goes with the test.
final class SmallDisk {
  /// Where it is mounted.
  let path: String
  private let scratch: Scratch

  /// Whether this machine lets the tests mount one.
  static let isAllowed = (try? SmallDisk(kilobytes: 64)) != nil

  /// Mounts one.
  init(kilobytes: Int) throws {
    scratch = try Scratch()
    path = try scratch.folder("disk")
    try SmallDisk.run("mount -t tmpfs -o size=\(kilobytes)k tmpfs '\(path)'")
  }

  deinit { _ = try? SmallDisk.run("umount -l '\(path)'") }

  /// Lets nothing more be written.
  func close() throws { try SmallDisk.run("mount -o remount,ro '\(path)'") }

  private static func run(_ command: String) throws {
    try #require(system("PATH=/usr/sbin:/usr/bin:/sbin:/bin \(command) 2>/dev/null") == 0)
  }
}
