// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import TestSupport
import Testing

@testable import FileStore

@Suite("Streams, folders and the place of a ledger")
struct SystemTests {
  @Test("No name of a file can change the terminal")
  func printable() {
    #expect(StandardStream.printable("a\u{1B}[2Jé\n\u{202E}b\u{7F}") == "a?[2Jé??b?")
  }

  @Test("A stream whose disk is full, or that is closed, is an error")
  func streams() throws {
    let full = try Descriptor(opening: "/dev/full", O_WRONLY)
    let stream = StandardStream(descriptor: full.number, name: "standard output")
    let found = #expect(throws: FileError.self) { try stream.write(line: "a") }
    #expect(found?.kind == .streamClosed)
    #expect(found.map { "\($0.diagnostic)".contains("the disk is full") } == true)
    let closed = StandardStream(descriptor: 1_000_000, name: "standard output")
    let other = #expect(throws: FileError.self) { try closed.write(line: "a") }
    #expect(other.map { "\($0.diagnostic)".contains("The stream is closed.") } == true)
    withExtendedLifetime(stream) {}
    _ = full.number
  }

  @Test("A folder is made with its parents, for the user alone; a link in its place is refused")
  func folders() throws {
    let scratch = try Scratch()
    let made = try Descriptor(makingDirectory: scratch.path("a/b/c"))
    #expect(try made.status().isFolder)
    for name in ["a", "a/b", "a/b/c"] { #expect(try mode(scratch.path(name)) == 0o700) }
    try scratch.obstacle("link", at: "link")
    try scratch.obstacle("file", at: "file")
    for name in ["link", "file", "file/a"] {
      #expect(throws: SystemFault.self) {
        _ = try Descriptor(makingDirectory: scratch.path(name))
      }
    }
  }

  @Test("Names that are not UTF-8 are counted, not guessed")
  func listing() throws {
    let scratch = try Scratch()
    try scratch.write("a", "")
    let bytes: [CChar] = Array((scratch.path + "/").utf8CString.dropLast()) + [-1, 0]
    #expect(mkdir(bytes, 0o700) == 0)
    let listing = try FolderListing(scratch.path)
    #expect(listing.names == ["a"] && listing.unreadableNames == 1)
    #expect(rmdir(bytes) == 0)
  }

  @Test("A group is only made durable at once where the system is known to do so")
  func groupSync() throws {
    let processes = try Descriptor(opening: "/proc", O_RDONLY | O_DIRECTORY)
    #expect(GroupSync(for: processes) == nil)
    let scratch = try Scratch()
    let folder = try Descriptor(opening: scratch.path, O_RDONLY | O_DIRECTORY)
    if let sync = GroupSync(for: folder) { try sync(folder) }
  }

  @Test(
    "A ledger is a regular file, made for the user alone",
    arguments: [
      "link", "dangling", "folder", "pipe",
    ])
  func ledgerPlace(kind: String) throws {
    let scratch = try Scratch()
    let place = try LedgerPlace(scratch.path("new.sqlite"))
    #expect(!place.exists && !place.isFixed)
    try place.make()
    try place.make()
    #expect(try mode(place.path) == 0o600)
    #expect(try LedgerPlace(place.path).exists)
    for name in ["l.sqlite", "new.sqlite-wal"] {
      try scratch.obstacle(kind, at: name)
      let found = #expect(throws: FileError.self) {
        try LedgerPlace(scratch.path(name == "l.sqlite" ? name : "new.sqlite"))
      }
      #expect(found?.diagnostic.identifier == "ledger.notAFile")
    }
  }

  @Test(
    "The folder of a path is named as the system would find it",
    arguments: [
      ("a", "."), ("a/b", "a"), ("/a", "/"), ("/a/b/c", "/a/b"),
    ])
  func folder(path: String, folder: String) {
    #expect(LedgerPlace.folder(of: path) == folder)
  }
}
