// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Glibc

/// An empty folder of one test; it goes when the test ends.
package final class Scratch: Sendable {
  /// Why a test could not prepare its files.
  package struct Fault: Error {
    /// The call and its error number.
    let text: String
  }

  /// The path of the folder.
  package let path: String

  package init() throws {
    path = "/tmp/sda-test-" + UUID().uuidString
    try Self.demand(mkdir(path, 0o700) == 0, "mkdir")
  }

  deinit {
    _ = try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ name: String, _ content: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(content).write(to: URL(filePath: file))
    return file
  }

  /// Writes a text file and gives its path.
  @discardableResult
  package func write(_ name: String, _ content: String) throws -> String {
    try write(name, Array(content.utf8))
  }

  /// Makes a folder and gives its path.
  package func folder(_ name: String, mode: mode_t = 0o700) throws -> String {
    let folder = "\(path)/\(name)"
    try Self.demand(mkdir(folder, mode) == 0 && chmod(folder, mode) == 0, "mkdir")
    return folder
  }

  /// Puts something at a path: `file`, `link` (to a file elsewhere), `dangling`, `folder` or `pipe`.
  package func obstacle(_ kind: String, at name: String) throws {
    let place = path(name)
    switch kind {
    case "file": try write(name, "mine")
    case "link":
      try Self.demand(symlink(try write("victim-\(UUID().uuidString)", "mine"), place) == 0, "link")
    case "dangling": try Self.demand(symlink(path("nowhere"), place) == 0, "symlink")
    case "folder": _ = try folder(name)
    case "pipe": try Self.demand(mkfifo(place, 0o600) == 0, "mkfifo")
    default: throw Fault(text: kind)
    }
  }

  /// A path in the folder.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  private static func demand(_ holds: Bool, _ call: String) throws {
    if !holds { throw Fault(text: "\(call): error number \(errno)") }
  }
}

/// What a folder holds, at any depth: names of files with their bytes, folders and links without.
package struct Tree: Equatable {
  /// The bytes by relative path; empty for what is no regular file.
  package let files: [String: [UInt8]]

  /// Reads a folder; a missing one is empty.
  package init(_ folder: String) throws {
    var files: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0 else { throw Scratch.Fault(text: name) }
      let isFile = status.st_mode & S_IFMT == S_IFREG
      files[name] = isFile ? Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))) : []
    }
    self.files = files
  }

  /// The relative paths, sorted.
  package var names: [String] { files.keys.sorted() }

  /// What a finished folder of these people holds, no more and no less.
  package static func names(of ids: [String]) -> [String] {
    ids.flatMap { id in
      [id]
        + (Project.urgentIDs.contains(id)
        ? ["clinician.html", "record.xml", "urgent.html"]
        : ["clinician.html", "handout.html", "record.xml"]).map { "\(id)/\($0)" }
    }.sorted()
  }
}
