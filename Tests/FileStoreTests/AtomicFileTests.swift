// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import TestSupport
import Testing

@testable import FileStore

@Suite("A file that appears whole or not at all")
struct AtomicFileTests {
  private func opened(_ path: String) throws -> Descriptor {
    try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
  }

  @Test("It has its name when it is whole, for the user alone, and no temporary name is left")
  func whole() throws {
    let scratch = try Scratch()
    let folder = try opened(scratch.path)
    let file = AtomicFile("a")
    try file.write(Array("new".utf8), in: folder.number)
    #expect(try Tree(scratch.path).names == [file.temporary])
    try file.publish(in: folder.number, replacing: false)
    #expect(try Tree(scratch.path).files == ["a": Array("new".utf8)])
    #expect(try mode(scratch.path("a")) == 0o600)
  }

  @Test("What is there stays when nothing may be replaced", arguments: ["file", "link", "folder"])
  func stays(kind: String) throws {
    let scratch = try Scratch()
    try scratch.obstacle(kind, at: "a")
    let before = try Tree(scratch.path)
    let folder = try opened(scratch.path)
    let file = AtomicFile("a")
    try file.write([1], in: folder.number)
    #expect(throws: SystemFault(EEXIST)) { try file.publish(in: folder.number, replacing: false) }
    file.remove(in: folder.number)
    #expect(try Tree(scratch.path) == before)
  }

  @Test("A file is replaced when that is asked for; a link is, and not what it leads to")
  func replaces() throws {
    let scratch = try Scratch()
    try scratch.write("a", "old")
    try scratch.obstacle("link", at: "b")
    let folder = try opened(scratch.path)
    for name in ["a", "b"] {
      let file = AtomicFile(name)
      try file.write(Array("new".utf8), in: folder.number)
      try file.publish(in: folder.number, replacing: true)
    }
    let files = try Tree(scratch.path).files
    #expect(files["a"] == Array("new".utf8) && files["b"] == Array("new".utf8))
    #expect(files.values.contains(Array("mine".utf8)) && files.count == 3)
  }

  @Test("Something under the temporary name is not followed and not written")
  func temporaryTaken() throws {
    let scratch = try Scratch()
    let file = AtomicFile("a")
    try scratch.obstacle("dangling", at: file.temporary)
    let folder = try opened(scratch.path)
    #expect(throws: SystemFault(EEXIST)) { _ = try file.open(in: folder.number) }
    #expect(try Tree(scratch.path).names == [file.temporary])
  }

  @Test("A name that leaves no room for a temporary one is written all the same")
  func longName() throws {
    let scratch = try Scratch()
    let name = String(repeating: "x", count: 255)
    let folder = try opened(scratch.path)
    let file = AtomicFile(name)
    try file.write([1], in: folder.number)
    try file.publish(in: folder.number, replacing: false)
    #expect(try Tree(scratch.path).names == [name])
  }

  @Test("A full disk leaves nothing", .enabled(if: SmallDisk.isAllowed, "only root can mount"))
  func fullDisk() throws {
    let disk = try SmallDisk(kilobytes: 64)
    let folder = try opened(disk.path)
    let bytes = [UInt8](repeating: 7, count: 1 << 17)
    #expect(throws: SystemFault(ENOSPC)) { try AtomicFile("a").write(bytes, in: folder.number) }
    #expect(try Tree(disk.path).names == [])
  }

  @Test(
    "A file system that is read-only says so",
    .enabled(if: SmallDisk.isAllowed, "only root can mount"))
  func readOnly() throws {
    let disk = try SmallDisk(kilobytes: 64)
    try disk.close()
    let folder = try opened(disk.path)
    #expect(throws: SystemFault(EROFS)) { try AtomicFile("a").write([1], in: folder.number) }
  }

  @Test("Renamed documents change places, and that can be taken back")
  func renaming() throws {
    let scratch = try Scratch()
    try scratch.write("old", "1")
    let before = try Tree(scratch.path)
    let folder = try opened(scratch.path)
    for isKept in [false, true] {
      let files = [AtomicFile("old"), AtomicFile("new")]
      var renaming = Renaming(in: folder.number)
      for file in files {
        try file.write([2], in: folder.number, isDurable: false)
        try renaming.publish(file)
      }
      #expect(try Tree(scratch.path).files["old"] == [2])
      if isKept { renaming.finish() } else { renaming.undo() }
      if !isKept {
        for file in files { file.remove(in: folder.number) }
        #expect(try Tree(scratch.path) == before)
      }
    }
    #expect(try Tree(scratch.path).files == ["old": [2], "new": [2]])
  }
}
