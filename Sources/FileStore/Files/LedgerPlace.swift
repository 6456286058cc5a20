// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CSystemCalls
import Glibc

/// The file of a ledger, looked at before SQLite opens it.
package struct LedgerPlace: Sendable {
  /// The path.
  package let path: String
  /// Whether a file is there.
  package let exists: Bool
  /// Whether a write-ahead log can be used: not on network file systems.
  package let usesLog: Bool
  /// Whether the file or its folder cannot be written, and no log lies beside it.
  package let isFixed: Bool

  /// The numbers by which `fstatfs` names NFS, SMB, CIFS, SMB2, AFS and Ceph.
  private static let networks: Set<Int> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x00C3_6400,
  ]

  /// Looks at a path.
  ///
  /// - Throws: an error of the kind `outputNotWritable` when a link, a folder or a device is there.
  package init(_ path: String) throws(FileError) {
    self.path = path
    for name in [path, path + "-wal", path + "-shm", path + "-journal"] {
      var found = stat()
      if lstat(name, &found) == 0 && !found.isRegularFile {
        throw FileError(
          .outputNotWritable, "ledger.notAFile", at: name,
          "A ledger is a regular file; a link, a folder, a pipe or a device is there.",
          advice: "Name the real file with --ledger.")
      }
    }
    var found = stat()
    exists = lstat(path, &found) == 0
    let folder = LedgerPlace.folder(of: path)
    usesLog = !LedgerPlace.networks.contains(system_kind_of_path(folder))
    let isOpen = access(path, W_OK) == 0 && access(folder, W_OK) == 0
    isFixed = exists && !isOpen && access(path + "-wal", F_OK) != 0
  }

  /// The folder of a path.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes an empty file for the user alone, so that SQLite does not make one for everybody.
  ///
  /// - Throws: an error of the kind `outputNotWritable`.
  package func make() throws(FileError) {
    if exists { return }
    do throws(SystemFault) {
      let file = try Descriptor(opening: path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, mode: 0o600)
      try file.close()
    } catch {
      if error.code == EEXIST { return }
      throw FileError(
        .outputNotWritable, "ledger.notWritable", at: path, "The ledger cannot be made", error)
    }
  }
}
