// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// The names in one folder.
package struct FolderListing: Sendable {
  /// The names without `.` and `..`, in no fixed order.
  package private(set) var names: [String] = []
  /// How many names are left out because they are not UTF-8.
  package private(set) var unreadableNames = 0

  /// Reads the names in a folder, `path` being relative to the open folder `parent`.
  ///
  /// A symbolic link is followed unless `flags` holds `O_NOFOLLOW`. Throws the first fault.
  package init(_ path: String, in parent: Int32 = AT_FDCWD, _ flags: Int32 = 0) throws(SystemFault)
  {
    let opened = openat(parent, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
    if opened < 0 { throw .last }
    guard let stream = fdopendir(opened) else {
      let fault = SystemFault.last
      _ = close(opened)
      throw fault
    }
    defer { _ = closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .last }
        return
      }
      add(entry)
    }
  }

  private mutating func add(_ entry: UnsafeMutablePointer<dirent>) {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
    let bytes = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
    guard let name = String(validatingCString: bytes) else {
      unreadableNames += 1
      return
    }
    if name != "." && name != ".." { names.append(name) }
  }
}
