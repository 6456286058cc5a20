// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// A private folder inside the output directory where a printer works: its home, caches and
/// temporary files lie there, and go with the value.
package struct PrintFolder: ~Copyable {
  /// The absolute path.
  let path: String
  /// A path to it that is short enough for the sockets that a browser makes (108 bytes).
  let shortPath: String
  private let output: Descriptor
  private let folder: Descriptor
  private let name: String

  /// How long the path may be so that the name of a socket fits behind it.
  private static let longest = 56

  /// Makes a folder, and removes those that dead processes left.
  ///
  /// Throws an error of the kind `outputNotWritable`.
  package init(in directory: OutputDirectory) throws(FileError) {
    let output = try directory.reopen()
    Self.sweep(output)
    let name = TemporaryName(for: "print").text
    do throws(SystemFault) {
      if mkdirat(output.number, name, 0o700) != 0 { throw .last }
      folder = try Descriptor(opening: name, in: output.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: directory.path,
        "The folder for printing cannot be made", error)
    }
    let base = realpath(directory.path, nil).map { text in
      defer { free(text) }
      return String(cString: text)
    }
    path = (base == "/" ? "" : base ?? directory.path) + "/" + name
    shortPath =
      path.utf8.count <= Self.longest ? path : "/proc/\(getpid())/fd/\(folder.number)"
    self.output = output
    self.name = name
  }

  deinit { Self.remove(name, in: output) }

  /// Writes a file, for the user alone; an older one of that name goes first.
  ///
  /// Throws the fault of the call that failed.
  func write(_ bytes: [UInt8], to name: String) throws(SystemFault) {
    _ = unlinkat(folder.number, name, 0)
    let file = try Descriptor(
      opening: name, in: folder.number, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, mode: 0o600)
    try file.write(bytes)
    try file.close()
  }

  /// Removes a file if it is there.
  func discard(_ name: String) { _ = unlinkat(folder.number, name, 0) }

  /// Removes what dead processes left.
  private static func sweep(_ output: borrowing Descriptor) {
    guard let listing = try? FolderListing(".", in: output.number) else { return }
    for name in listing.names
    where name.hasPrefix(".print.") && TemporaryName(parsing: name)?.isStale == true {
      remove(name, in: output)
    }
  }

  /// Removes a folder with all that it holds; a process that is just ending may still add to it,
  /// so it is tried for up to a second.
  private static func remove(_ name: String, in output: borrowing Descriptor) {
    for _ in 0..<100 {
      empty(name, in: output.number)
      if unlinkat(output.number, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return }
      _ = usleep(10_000)
    }
  }

  /// Removes what a folder holds; links are removed, not followed.
  private static func empty(_ name: String, in parent: Int32) {
    guard
      let opened = try? Descriptor(opening: name, in: parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
      let listing = try? FolderListing(".", in: opened.number)
    else { return }
    for entry in listing.names where unlinkat(opened.number, entry, 0) != 0 {
      empty(entry, in: opened.number)
      _ = unlinkat(opened.number, entry, AT_REMOVEDIR)
    }
  }
}
