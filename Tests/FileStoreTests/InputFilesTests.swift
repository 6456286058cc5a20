// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Markup
import TestSupport
import Testing

@testable import FileStore

@Suite("Files to read")
struct InputFilesTests {
  @Test("A folder means the .xml files directly inside it, each once, in the order of their names")
  func folder() throws {
    let scratch = try Scratch()
    _ = try scratch.folder("in")
    _ = try scratch.folder("in/deeper")
    for name in ["b.xml", "a.XML", ".hidden.xml", "c.txt", "deeper/d.xml"] {
      try scratch.write("in/\(name)", "x")
    }
    try #require(symlink("b.xml", scratch.path("in/link.xml")) == 0)
    let inputs = InputFiles([scratch.path("in/b.xml"), scratch.path("in")])
    #expect(inputs.paths == ["in/a.XML", "in/b.xml"].map(scratch.path))
    #expect(inputs.problems == [])
  }

  @Test(
    "All that cannot be used is told",
    arguments: [
      ("none.xml", "input.missing"), ("empty", "input.empty"), ("pipe", "input.notAFile"),
      ("dangling", "input.missing"),
    ])
  func problems(name: String, identifier: String) throws {
    let scratch = try Scratch()
    _ = try scratch.folder("empty")
    for kind in ["pipe", "dangling"] { try scratch.obstacle(kind, at: kind) }
    let inputs = InputFiles([scratch.path(name)])
    #expect(inputs.paths == [])
    #expect(inputs.problems.map(\.diagnostic.identifier) == [identifier])
  }

  @Test("A file is read up to its limit, and one byte more is refused")
  func limit() throws {
    let scratch = try Scratch()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    let path = try scratch.write("a", bytes)
    #expect(try InputFiles.read(path, limit: bytes.count) == bytes)
    #expect(try InputFiles.start(of: path, count: 7) == Array(bytes.prefix(7)))
    let found = #expect(throws: FileError.self) {
      try InputFiles.read(path, limit: bytes.count - 1)
    }
    #expect(found?.diagnostic.identifier == "input.tooLarge")
  }

  @Test("A pipe or a folder is refused, not waited for", arguments: ["pipe", "folder"])
  func noFile(kind: String) throws {
    let scratch = try Scratch()
    try scratch.obstacle(kind, at: "a")
    let path = scratch.path("a")
    for read in [
      { try InputFiles.read(path, limit: 9) }, { try InputFiles.start(of: path, count: 9) },
    ] {
      let found = #expect(throws: FileError.self) { try read() }
      #expect(found?.diagnostic.identifier == "input.notAFile")
    }
    #expect(throws: FileError.self) { try FileReading(path) }
  }

  @Test("A long file is read in pieces, and its stamp is that of its bytes")
  func stamp() throws {
    let scratch = try Scratch()
    let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
    let path = try scratch.write("a", bytes)
    let reading = try FileReading(path)
    var found: [UInt8] = []
    while true {
      let piece = try reading.next()
      if piece.isEmpty { break }
      found += piece
    }
    #expect(found == bytes)
    // FIPS 180-2: a million times the letter a.
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(try FileStamp(of: path) == FileStamp(name: "a", bytes: 1_000_000, digest: digest))
    try #require(symlink(path, scratch.path("link")) == 0)
    #expect(throws: SystemFault(ELOOP)) { try FileStamp(of: scratch.path("link")) }
    #expect(throws: SystemFault(EINVAL)) { try FileStamp(of: scratch.path) }
    #expect(FileReading.beginning(of: scratch.path("none"), 4) == [])
  }
}
