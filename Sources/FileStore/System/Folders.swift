// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

extension Descriptor {
  /// Opens a directory, and makes it first, with its parents, if it is missing (mode 0700).
  ///
  /// The last part of the path must be no symbolic link. Throws the fault of the first call that
  /// failed; `ENOTDIR` or `ELOOP` when something else has the name.
  init(makingDirectory path: String) throws(SystemFault) {
    var status = stat()
    if lstat(path, &status) != 0 && errno == ENOENT && !path.isEmpty {
      for index in path.indices.dropFirst() where path[index] == "/" {
        try Self.make(String(path[..<index]))
      }
      try Self.make(path)
    }
    try self.init(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }

  /// Makes one directory unless something of that name is there, and makes its entry durable.
  private static func make(_ path: String) throws(SystemFault) {
    if mkdir(path, 0o700) != 0 {
      // For a directory that exists the answer may also be a lack of rights or a read-only disk.
      let fault = SystemFault.last
      var status = stat()
      if stat(path, &status) == 0 { return }
      throw fault
    }
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    try Descriptor(opening: parent, O_RDONLY | O_DIRECTORY).synchronize()
  }
}

/// The names in one folder.
struct FolderListing: Sendable {
  /// The names without `.` and `..`, in no fixed order.
  private(set) var names: [String] = []
  /// How many names are left out because they are not UTF-8.
  private(set) var unreadableNames = 0

  /// Reads the names in a folder, `path` being relative to the open folder `parent`.
  ///
  /// A symbolic link is followed unless `flags` holds `O_NOFOLLOW`. Throws the first fault.
  init(_ path: String, in parent: Int32 = AT_FDCWD, _ flags: Int32 = 0) throws(SystemFault) {
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
