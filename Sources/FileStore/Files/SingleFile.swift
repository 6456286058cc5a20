// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// A single file at a path that a person named: an export, a page, a new profile.
///
/// It appears when it is whole, or not at all, readable by the user only. What is in the way is known
/// before anything is worked out or asked.
package final class SingleFile {
  /// What becomes of a file that is there already.
  package enum Existing: Sendable {
    /// It stays.
    case stays
    /// It stays, and `--force` would replace it.
    case staysWithoutForce
    /// It is replaced if it is a regular file.
    case isReplaced
  }

  /// The path as the user gave it.
  package let path: String
  private let folder: Descriptor
  private let file: AtomicFile
  private let existing: Existing
  /// What the file is, for messages.
  private let noun: String
  private var begun: Descriptor?

  /// Opens the folder of a file.
  ///
  /// - Parameter noun: what the file is, for messages.
  /// - Throws: an error of the kind `outputInTheWay` when something is there that is not replaced,
  ///   otherwise `outputNotWritable`.
  package init(
    _ path: String, _ existing: Existing = .stays, noun: String = "file"
  ) throws(FileError) {
    self.path = path
    self.existing = existing
    self.noun = noun
    file = AtomicFile(
      path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path)
    do throws(SystemFault) {
      folder = try Descriptor(opening: LedgerPlace.folder(of: path), O_RDONLY | O_DIRECTORY)
      if faccessat(folder.number, ".", W_OK | X_OK, 0) != 0 { throw .last }
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path,
        "The folder of the \(noun) cannot be written", error)
    }
    if file.name.isEmpty { throw failure(SystemFault(EISDIR)) }
    try checkTarget()
  }

  deinit {
    // What is not finished goes; what is finished has this name no more.
    file.remove(in: folder.number)
  }

  /// The name without `.xml`, when it can be that of a folder of documents.
  package var stem: String? {
    let stem = String(file.name.dropLast(".xml".count))
    return SafeName.isSafe(stem) ? stem : nil
  }

  /// Writes the whole file.
  ///
  /// - Throws: as `append` and `finish`.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    try append(bytes)
    try finish()
  }

  /// Writes the next bytes.
  ///
  /// - Throws: an error of the kind `outputNotWritable`.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemFault) {
      let open = try begin()
      try open.write(bytes)
      begun = consume open
    } catch {
      throw failure(error)
    }
  }

  /// Makes the file durable and gives it its name.
  ///
  /// - Throws: an error of the kind `outputInTheWay` when something came there in the meantime,
  ///   `outputNotDurable` when the disk did not confirm the name, otherwise `outputNotWritable`.
  package func finish() throws(FileError) {
    do throws(SystemFault) {
      try file.close(try begin())
    } catch {
      throw failure(error)
    }
    try checkTarget()
    try publish()
    do throws(SystemFault) { try folder.synchronize() } catch {
      throw OutputStore.notDurable(path, error)
    }
  }

  /// The file as far as it is written.
  private func begin() throws(SystemFault) -> Descriptor {
    if let open = begun.take() { return open }
    return try file.open(in: folder.number)
  }

  private func publish() throws(FileError) {
    let replaces = existing == .isReplaced
    do throws(SystemFault) {
      try file.publish(in: folder.number, replacing: replaces)
    } catch {
      if error.code == EEXIST { throw inTheWay }
      // A file system that knows neither call; it was looked at just now.
      let isUnknown = [EPERM, ENOSYS, EOPNOTSUPP].contains(error.code) && !replaces
      if !isUnknown || renameat(folder.number, file.temporary, folder.number, file.name) != 0 {
        throw failure(error)
      }
    }
  }

  private func checkTarget() throws(FileError) {
    var found = stat()
    if fstatat(folder.number, file.name, &found, AT_SYMLINK_NOFOLLOW) != 0 {
      let fault = SystemFault.last
      if fault.code == ENOENT { return }
      throw failure(fault)
    }
    if existing != .isReplaced { throw inTheWay }
    if !found.isRegularFile {
      throw FileError(
        .outputInTheWay, "output.inTheWay", at: path,
        "A \(noun) replaces regular files only; a link, a folder, a pipe or a device is there.",
        advice: "Move it away, or choose another name.")
    }
  }

  private var inTheWay: FileError {
    existing == .staysWithoutForce
      ? FileError(
        .outputInTheWay, "output.exists", at: path, "The file exists already.",
        advice: "Choose another name, or replace it with --force.")
      : FileError(
        .outputInTheWay, "output.inTheWay", at: path, "Something is there already.",
        advice: "Name a file that is not there yet.")
  }

  private func failure(_ fault: SystemFault) -> FileError {
    FileError(
      .outputNotWritable, fault.code == ENOSPC ? "output.diskFull" : "output.notWritable",
      at: path, "The \(noun) cannot be written", fault)
  }
}
