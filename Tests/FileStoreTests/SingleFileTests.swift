// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

@testable import FileStore

@Suite("A single file that a person named")
struct SingleFileTests {
  private static let obstacles = ["file", "link", "dangling", "folder", "pipe"]

  @Test("It appears when it is finished, piece by piece or at once, for the user alone")
  func pieces() throws {
    let scratch = try Scratch()
    let file = try SingleFile(scratch.path("a"))
    try file.append([1, 2])
    try file.append([3])
    #expect(try Tree(scratch.path).files["a"] == nil)
    try file.finish()
    try SingleFile(scratch.path("b")).write([])
    #expect(try Tree(scratch.path).files == ["a": [1, 2, 3], "b": []])
    #expect(try mode(scratch.path("a")) == 0o600)
  }

  @Test("One that is not finished leaves nothing")
  func unfinished() throws {
    let scratch = try Scratch()
    do {
      let file = try SingleFile(scratch.path("a"))
      try file.append([1])
      #expect(try Tree(scratch.path).names.count == 1)
    }
    #expect(try Tree(scratch.path).names == [])
  }

  @Test("What is there stays, and is known before anything is written", arguments: obstacles)
  func stays(kind: String) throws {
    let scratch = try Scratch()
    try scratch.obstacle(kind, at: "a")
    let before = try Tree(scratch.path)
    let found = #expect(throws: FileError.self) { try SingleFile(scratch.path("a")) }
    #expect(found?.kind == .outputInTheWay && found?.diagnostic.identifier == "output.inTheWay")
    let forced = #expect(throws: FileError.self) {
      try SingleFile(scratch.path("a"), .staysWithoutForce)
    }
    #expect(forced?.diagnostic.identifier == "output.exists")
    #expect(forced.map { "\($0.diagnostic)".contains("--force") } == true)
    #expect(try Tree(scratch.path) == before)
  }

  @Test("Only a regular file is replaced", arguments: obstacles)
  func replaces(kind: String) throws {
    let scratch = try Scratch()
    try scratch.obstacle(kind, at: "a")
    let before = try Tree(scratch.path)
    if kind == "file" {
      try SingleFile(scratch.path("a"), .isReplaced).write([9])
      #expect(try Tree(scratch.path).files == ["a": [9]])
    } else {
      let found = #expect(throws: FileError.self) {
        try SingleFile(scratch.path("a"), .isReplaced, noun: "page")
      }
      #expect(found?.kind == .outputInTheWay)
      #expect(found.map { "\($0.diagnostic)".contains("A page replaces regular files") } == true)
      #expect(try Tree(scratch.path) == before)
    }
  }

  @Test("A file that came in the meantime stays", arguments: obstacles)
  func meantime(kind: String) throws {
    let scratch = try Scratch()
    do {
      let file = try SingleFile(scratch.path("a"))
      try file.append([1])
      try scratch.obstacle(kind, at: "a")
      let found = #expect(throws: FileError.self) { try file.finish() }
      #expect(found?.kind == .outputInTheWay)
    }
    #expect(try Tree(scratch.path).names.filter { $0.hasSuffix(".tmp") } == [])
    if kind == "file" { #expect(try Tree(scratch.path).files["a"] == Array("mine".utf8)) }
  }

  @Test("A folder that is missing or is none is refused", arguments: ["none/a", "file/a", "a/"])
  func noFolder(path: String) throws {
    let scratch = try Scratch()
    try scratch.write("file", "mine")
    let found = #expect(throws: FileError.self) { try SingleFile(scratch.path(path)) }
    #expect(found?.kind == .outputNotWritable)
    #expect(try Tree(scratch.path).names == ["file"])
  }

  @Test(
    "A full disk leaves nothing and is named",
    .enabled(if: SmallDisk.isAllowed, "only root can mount"))
  func fullDisk() throws {
    let disk = try SmallDisk(kilobytes: 64)
    do {
      let file = try SingleFile(disk.path + "/a")
      let found = #expect(throws: FileError.self) {
        for _ in 0..<40 { try file.append([UInt8](repeating: 1, count: 4096)) }
      }
      #expect(found?.diagnostic.identifier == "output.diskFull")
    }
    #expect(try Tree(disk.path).names == [])
  }

  @Test("The stem of a name is given where it can be a pseudonym")
  func stems() throws {
    let scratch = try Scratch()
    #expect(try SingleFile(scratch.path("ward-b-04.xml")).stem == "ward-b-04")
    #expect(try SingleFile(scratch.path("a b.xml")).stem == nil)
    #expect(try SingleFile(scratch.path("-a.xml")).stem == nil)
  }
}
