// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// The file that a new profile becomes, or another single file.
package final class NewProfileFile: Sendable {
  /// The path as the user gave it.
  package let path: String
  private let folder: Descriptor
  private let name: String
  private let replaces: Bool
  /// What the file is, for messages.
  private let noun: String

  /// Opens the folder of a file, so that what is in the way is known before anything is asked.
  ///
  /// Throws `outputInTheWay` when the file exists and shall not be replaced, or is none;
  /// otherwise `outputNotWritable`.
  package init(_ path: String, replacing: Bool, noun: String = "profile") throws(FileError) {
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    folder = try NewProfileFile.open(parent, path, noun)
    self.path = path
    self.noun = noun
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    replaces = replacing
    try checkTarget()
  }

  private static func open(_ parent: String, _ path: String, _ noun: String) throws(FileError)
    -> Descriptor
  {
    do throws(SystemFault) {
      let folder = try Descriptor(opening: parent, O_RDONLY | O_DIRECTORY)
      if faccessat(folder.number, ".", W_OK | X_OK, 0) != 0 { throw .last }
      return folder
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path,
        "The folder of the \(noun) cannot be written", error)
    }
  }

  /// The name without `.xml`, when a profile can have it as its id.
  package var stem: String? {
    let stem = String(name.dropLast(".xml".count))
    return SafeName.isSafe(stem) ? stem : nil
  }

  /// Writes the file, readable by the user only; it appears whole or not at all.
  ///
  /// Throws as `init` does, or `outputNotDurable` when the disk did not confirm the name.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    let temporary = TemporaryName(for: name).text
    do throws(SystemFault) {
      let file = try Descriptor(
        opening: temporary, in: folder.number, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW,
        mode: 0o600)
      if fchmod(file.number, 0o600) != 0 { throw .last }
      try file.write(bytes)
      try file.synchronize()
      try file.close()
    } catch {
      _ = unlinkat(folder.number, temporary, 0)
      throw failure(error)
    }
    do throws(FileError) {
      try checkTarget()
      try rename(temporary)
    } catch {
      _ = unlinkat(folder.number, temporary, 0)
      throw error
    }
    do throws(SystemFault) { try folder.synchronize() } catch {
      throw OutputStore.notDurable(path, error)
    }
  }

  /// Gives the file its name; without `--force` a file that came in the meantime stays.
  private func rename(_ temporary: String) throws(FileError) {
    if !replaces {
      do throws(SystemFault) {
        return try FlaggedRename.noReplace(temporary, to: name, in: folder.number)
      } catch {
        if error.code == EEXIST { throw inTheWay }
        // EINVAL, ENOSYS: a file system without this call; the check has just been made.
        if error.code != EINVAL && error.code != ENOSYS { throw failure(error) }
      }
    }
    if renameat(folder.number, temporary, folder.number, name) != 0 { throw failure(.last) }
  }

  private func checkTarget() throws(FileError) {
    var found = stat()
    if fstatat(folder.number, name, &found, AT_SYMLINK_NOFOLLOW) != 0 {
      let fault = SystemFault.last
      if fault.code == ENOENT { return }
      throw failure(fault)
    }
    if !replaces { throw inTheWay }
    if !found.isRegularFile {
      throw FileError(
        .outputInTheWay, "output.inTheWay", at: path,
        "A \(noun) replaces regular files only; a link, a folder, a pipe or a device is there.",
        advice: "Move it away, or choose another name.")
    }
  }

  private var inTheWay: FileError {
    FileError(
      .outputInTheWay, "output.exists", at: path, "The file exists already.",
      advice: "Choose another name, or replace it with --force.")
  }

  private func failure(_ fault: SystemFault) -> FileError {
    FileError(
      .outputNotWritable, fault.code == ENOSPC ? "output.diskFull" : "output.notWritable",
      at: path, "The \(noun) cannot be written", fault)
  }
}
