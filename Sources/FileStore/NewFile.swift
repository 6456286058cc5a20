// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// A file that appears under its name when it is whole, or not at all; for the user alone.
package final class NewFile {
  private let path: String
  private let folder: Descriptor
  private let name: String
  private let temporary: TemporaryName
  private let file: Descriptor
  private var isFinished = false

  /// Begins a file beside its final place.
  ///
  /// - Throws: an error of the kind `outputInTheWay` when something is there already, or
  ///   `outputNotWritable`.
  package init(_ path: String) throws(FileError) {
    self.path = path
    var found = stat()
    if lstat(path, &found) == 0 {
      throw FileError(
        .outputInTheWay, "output.inTheWay", at: path, "Something is there already.",
        advice: "Name a file that is not there yet.")
    }
    name = path.split(separator: "/").last.map(String.init) ?? ""
    temporary = TemporaryName(for: "export")
    do throws(SystemFault) {
      folder = try Descriptor(
        opening: LedgerPlace.folder(of: path), O_RDONLY | O_DIRECTORY)
      file = try Descriptor(
        opening: temporary.text, in: folder.number, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW,
        mode: 0o600)
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path, "The file cannot be written", error)
    }
  }

  /// Writes bytes.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemFault) { try file.write(bytes) } catch { throw failure(error) }
  }

  /// Makes the file durable and gives it its name.
  package func finish() throws(FileError) {
    do throws(SystemFault) {
      try file.synchronize()
      try FlaggedRename.noReplace(temporary.text, to: name, in: folder.number)
      isFinished = true
      try folder.synchronize()
    } catch {
      throw failure(error)
    }
  }

  deinit {
    // What is not finished goes.
    if !isFinished { _ = unlinkat(folder.number, temporary.text, 0) }
  }

  private func failure(_ fault: SystemFault) -> FileError {
    FileError(
      .outputNotWritable, fault.code == ENOSPC ? "output.diskFull" : "output.notWritable",
      at: path, "The file cannot be written", fault)
  }
}
