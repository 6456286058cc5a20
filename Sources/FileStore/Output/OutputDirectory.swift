// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Markup

/// The directory that holds one folder per patient; opened and checked before any computation.
///
/// All workers share it: it does not change.
package final class OutputDirectory: Sendable {
  /// The path as the user gave it, for messages.
  package let path: String
  /// What a person should know about the directory; each is to be shown once.
  package let warnings: [Diagnostic]

  /// The number of its file system.
  let device: dev_t

  private let descriptor: Descriptor

  /// Opens a directory for output, and makes it first (with its parents, mode 0700) if needed.
  ///
  /// The last part of the path must be a directory and no symbolic link; that files can be
  /// written is tried with a temporary one. Throws an error of the kind `outputNotWritable`.
  package init(preparing path: String) throws(FileError) {
    let bare = Self.withoutSlashes(path)
    let label = path.isEmpty ? "(empty path)" : path
    do throws(SystemFault) {
      descriptor = try Descriptor(makingDirectory: bare)
    } catch {
      throw Self.refusal(bare, label, error)
    }
    do throws(SystemFault) {
      let status = try descriptor.status()
      warnings = Self.warnings(status, label)
      device = status.st_dev
      try Self.tryWriting(in: descriptor)
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: label,
        "The output directory cannot be written", error)
    }
    self.path = bare
  }

  /// A descriptor of its own for one worker.
  ///
  /// Throws an error of the kind `outputNotWritable`.
  func reopen() throws(FileError) -> Descriptor {
    do throws(SystemFault) {
      return try Descriptor(opening: ".", in: descriptor.number, O_RDONLY | O_DIRECTORY)
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path,
        "The output directory cannot be opened again", error)
    }
  }

  /// Without the slashes at the end: behind them the system would follow a symbolic link.
  private static func withoutSlashes(_ path: String) -> String {
    var path = path[...]
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  private static func tryWriting(in folder: borrowing Descriptor) throws(SystemFault) {
    let probe = AtomicFile("probe")
    try probe.write([], in: folder.number, isDurable: false)
    if unlinkat(folder.number, probe.temporary, 0) != 0 { throw .last }
  }

  private static func warnings(_ status: stat, _ label: String) -> [Diagnostic] {
    guard status.st_mode & 0o026 != 0 else { return [] }
    return [
      Diagnostic(
        .warning, "output.open", at: SourceLocation(file: label),
        "Other users of this machine can list or change the output directory.",
        advice: "Close it with: chmod 700. The documents themselves are readable by you only.")
    ]
  }

  private static func refusal(_ path: String, _ label: String, _ fault: SystemFault) -> FileError {
    var status = stat()
    guard lstat(path, &status) == 0, !status.isFolder else {
      return FileError(
        .outputNotWritable, "output.notWritable", at: label,
        "The output directory cannot be opened or made", fault)
    }
    return FileError(
      .outputNotWritable, "output.notADirectory", at: label,
      "The output must be a directory; a symbolic link or a file of another kind stands there.",
      advice: "Name a directory, or a path that is still free.")
  }
}
