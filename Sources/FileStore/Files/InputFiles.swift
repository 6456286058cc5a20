// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// The profile files that the command line names.
///
/// A file means itself; a folder means the files directly inside it whose names end in `.xml`
/// (in small or capital letters) and do not begin with a dot. Symbolic links are followed.
package struct InputFiles: Sendable {
  /// The paths, each file once, sorted by their UTF-8 bytes.
  package private(set) var paths: [String] = []
  /// Why a path cannot be used, in the order of finding.
  package private(set) var problems: [FileError] = []

  /// Finds the files that the arguments name.
  ///
  /// It never throws: what is wrong stands in `problems`, so that all of it is shown at once.
  package init(_ arguments: [String]) {
    var found: [Candidate] = []
    for argument in arguments {
      switch Self.status(argument) {
      case .failure(let fault):
        problems.append(Self.unusable(argument, fault))
      case .success(let status) where status.isFolder:
        addFolder(argument, to: &found)
      case .success(let status):
        add(argument, status, to: &found)
      }
    }
    found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var seen: Set<Identity> = []
    paths = found.filter { seen.insert($0.identity).inserted }.map(\.path)
  }

  /// Whether a path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    if case .success(let status) = status(path) { status.isFolder } else { false }
  }

  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t
  }

  private struct Candidate {
    let path: String
    let identity: Identity
  }

  private mutating func addFolder(_ folder: String, to found: inout [Candidate]) {
    let listing: FolderListing
    do throws(SystemFault) {
      listing = try FolderListing(folder)
    } catch {
      problems.append(Self.unusable(folder, error))
      return
    }
    if listing.unreadableNames > 0 {
      problems.append(
        FileError(
          .inputNotReadable, "input.name", at: folder, "The name of a file in it is not UTF-8.",
          advice: "Rename the file."))
    }
    let names = listing.names.filter { !$0.hasPrefix(".") && $0.lowercased().hasSuffix(".xml") }
    if names.isEmpty {
      problems.append(
        FileError(
          .inputMissing, "input.empty", at: folder, "The folder holds no .xml file.",
          advice: "Name a folder with profiles directly inside it."))
    }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      switch Self.status(start + name) {
      case .failure(let fault): problems.append(Self.unusable(start + name, fault))
      case .success(let status): add(start + name, status, to: &found)
      }
    }
  }

  private mutating func add(_ path: String, _ status: stat, to found: inout [Candidate]) {
    if !status.isRegularFile {
      problems.append(Self.notAFile(path))
    } else if access(path, R_OK) != 0 {
      problems.append(Self.unusable(path, .last))
    } else {
      let identity = Identity(device: status.st_dev, number: status.st_ino)
      found.append(Candidate(path: path, identity: identity))
    }
  }

  private static func status(_ path: String) -> Result<stat, SystemFault> {
    var status = stat()
    return stat(path, &status) == 0 ? .success(status) : .failure(.last)
  }

  /// The error for a path that the system refuses.
  static func unusable(_ path: String, _ fault: SystemFault) -> FileError {
    let missing = fault.code == ENOENT || fault.code == ENOTDIR
    return FileError(
      missing ? .inputMissing : .inputNotReadable, missing ? "input.missing" : "input.notReadable",
      at: path.isEmpty ? "(empty path)" : path, "The input cannot be read", fault)
  }

  /// The error for a path that is neither a regular file nor a folder.
  static func notAFile(_ path: String) -> FileError {
    FileError(
      .inputNotReadable, "input.notAFile", at: path,
      "An input must be a regular file; this is a device, a pipe, a socket or a folder.",
      advice: "Save the profile as a file and name that file.")
  }
}
