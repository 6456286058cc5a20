// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// The open folder of one patient, inside the output directory.
struct PatientFolder: ~Copyable {
  /// The open folder.
  let descriptor: Descriptor
  /// What the system knows about it.
  let status: stat
  /// Whether it was made just now.
  let isNew: Bool
  /// The path for messages.
  let path: String

  /// Opens the folder of a patient, and makes it (mode 0700) when `making` is true.
  ///
  /// A symbolic link is never followed. Throws `outputInTheWay` when something else has the
  /// folder's name, otherwise `outputNotWritable`.
  init(
    _ id: String, in output: borrowing Descriptor, path: String, making: Bool
  ) throws(FileError) {
    let made = making ? try Self.make(id, in: output, path) : false
    let opened = try Self.open(id, in: output, path, made)
    var found = stat()
    if fstat(opened.number, &found) != 0 { throw Self.refusal(path, .last) }
    descriptor = opened
    status = found
    isNew = made
    self.path = path
  }

  private static func open(
    _ id: String, in output: borrowing Descriptor, _ path: String, _ made: Bool
  ) throws(FileError) -> Descriptor {
    do throws(SystemFault) {
      return try Descriptor(opening: id, in: output.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    } catch {
      if made { _ = unlinkat(output.number, id, AT_REMOVEDIR) }
      throw refusal(path, error)
    }
  }

  private static func make(
    _ id: String, in output: borrowing Descriptor, _ path: String
  ) throws(FileError) -> Bool {
    if mkdirat(output.number, id, 0o700) == 0 { return true }
    let fault = SystemFault.last
    if fault.code == EEXIST { return false }
    throw refusal(path, fault)
  }

  private static func refusal(_ path: String, _ fault: SystemFault) -> FileError {
    guard fault.code == ENOTDIR || fault.code == ELOOP else {
      return FileError(
        .outputNotWritable, "output.notWritable", at: path,
        "The folder of a patient cannot be made or opened", fault)
    }
    return FileError(
      .outputInTheWay, "output.inTheWay", at: path,
      "The folder of a patient must be a real folder; something else has its name.",
      advice: "Move it away and run again.")
  }

  /// Checks that a document may take a name: nothing is there, or a regular file.
  ///
  /// Throws `outputInTheWay` for a symbolic link, a pipe, a folder, a device or a socket.
  func checkTarget(_ name: String) throws(FileError) {
    var found = stat()
    if fstatat(descriptor.number, name, &found, AT_SYMLINK_NOFOLLOW) != 0 {
      let fault = SystemFault.last
      if fault.code == ENOENT { return }
      throw failure(name, "The document cannot be written", fault)
    }
    if !found.isRegularFile {
      throw FileError(
        .outputInTheWay, "output.inTheWay", at: "\(path)/\(name)",
        "A document replaces regular files only; a link, a folder, a pipe or a device is there.",
        advice: "Move it away and run again.")
    }
  }

  /// Removes what dead processes left unfinished here.
  ///
  /// What cannot be removed stays.
  func sweep() {
    guard let listing = try? FolderListing(".", in: descriptor.number) else { return }
    for name in listing.names where TemporaryName(parsing: name)?.isStale == true {
      _ = unlinkat(descriptor.number, name, 0)
    }
  }

  /// The error for a system call that failed on a document.
  func failure(_ name: String, _ problem: String, _ fault: SystemFault) -> FileError {
    FileError(
      .outputNotWritable, fault.code == ENOSPC ? "output.diskFull" : "output.notWritable",
      at: "\(path)/\(name)", problem, fault)
  }
}

/// The folders of patients inside an output directory.
package struct PatientFolders {
  /// One folder with a record.
  package struct Entry {
    /// Its name.
    package let name: String
    /// The names of the regular files in it.
    package let files: [String]
  }

  /// The folder that holds them.
  package let path: String
  /// Their names, sorted by UTF-8 bytes; hidden ones are left out.
  package let names: [String]

  /// Lists a folder.
  ///
  /// Throws an error of the kind `inputMissing` or `inputNotReadable`.
  package init(in path: String) throws(FileError) {
    do throws(SystemFault) {
      names = try FolderListing(path).names.filter { !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw InputFiles.unusable(path, error)
    }
    self.path = path
  }

  /// The folder of a name; nil when it is no real folder, or holds no record as a regular file.
  package func entry(_ name: String) -> Entry? {
    guard
      let folder = try? Descriptor(
        opening: "\(path)/\(name)", O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
      let listing = try? FolderListing(".", in: folder.number)
    else { return nil }
    let files = listing.names.filter { file in
      var status = stat()
      return fstatat(folder.number, file, &status, AT_SYMLINK_NOFOLLOW) == 0
        && status.isRegularFile
    }
    return files.contains("record.xml") ? Entry(name: name, files: files) : nil
  }
}
