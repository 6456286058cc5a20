// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Glibc
import Testing

/// An empty folder of one test; it goes when the test ends.
final class Scratch: Sendable {
  /// The path of the folder.
  let path: String

  init() throws {
    path = "/tmp/sda-test-" + UUID().uuidString
    try #require(mkdir(path, 0o700) == 0)
  }

  deinit {
    _ = try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ content: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(content).write(to: URL(filePath: file))
    return file
  }

  /// Writes a text file and gives its path.
  @discardableResult
  func write(_ name: String, _ content: String) throws -> String {
    try write(name, Array(content.utf8))
  }

  /// Makes a folder and gives its path.
  func folder(_ name: String, mode: mode_t = 0o700) throws -> String {
    let folder = "\(path)/\(name)"
    try #require(mkdir(folder, mode) == 0)
    try #require(chmod(folder, mode) == 0)
    return folder
  }

  /// A path in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }
}

/// What a folder holds, at any depth: names of files with their bytes, folders and links without.
struct Tree: Equatable {
  /// The bytes by relative path; empty for what is no regular file.
  let files: [String: [UInt8]]

  /// Reads a folder; a missing one is empty.
  init(_ folder: String) throws {
    var files: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      var status = stat()
      try #require(lstat("\(folder)/\(name)", &status) == 0)
      let isFile = status.st_mode & S_IFMT == S_IFREG
      files[name] = isFile ? Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))) : []
    }
    self.files = files
  }

  /// The relative paths, sorted.
  var names: [String] { files.keys.sorted() }

  /// What a finished folder of these people holds, no more and no less.
  static func names(of ids: [String]) -> [String] {
    ids.flatMap { id in
      [id] + ["clinician.html", "handout.html", "record.xml"].map { "\(id)/\($0)" }
    }.sorted()
  }
}
