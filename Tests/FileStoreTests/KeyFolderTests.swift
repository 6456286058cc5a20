// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import TestSupport
import Testing

@testable import FileStore

@Suite("The folder of a signing key")
struct KeyFolderTests {
  private static let names = [KeyFolder.certificateName, KeyFolder.keyName]

  private func identity() throws -> SigningIdentity {
    try SigningIdentity.make(name: "Test", validFrom: time(nil), days: 30)
  }

  @Test("A key and its certificate are written for the user alone, and read back")
  func written() throws {
    let scratch = try Scratch()
    let folder = KeyFolder(scratch.path("a/keys//"))
    let made = try identity()
    try folder.write(made)
    #expect(try Tree(scratch.path("a/keys")).names == Self.names)
    #expect(try mode(scratch.path("a/keys")) == 0o700)
    for name in Self.names { #expect(try mode(scratch.path("a/keys/\(name)")) == 0o600) }
    #expect(try folder.identity().certificate.fingerprint == made.certificate.fingerprint)
    #expect(folder.hasKey && folder.warnings == [])
    try #require(chmod(folder.keyPath, 0o640) == 0)
    #expect(folder.warnings.map(\.identifier) == ["keys.open"])
  }

  @Test(
    "Nothing is ever replaced, and neither file is written then", arguments: names,
    ["file", "link", "dangling", "folder"])
  func neverReplaces(name: String, kind: String) throws {
    let scratch = try Scratch()
    _ = try scratch.folder("keys")
    try scratch.obstacle(kind, at: "keys/\(name)")
    let before = try Tree(scratch.path)
    let made = try identity()
    let found = #expect(throws: FileError.self) {
      try KeyFolder(scratch.path("keys")).write(made)
    }
    #expect(found?.kind == .outputInTheWay && found?.diagnostic.identifier == "keys.exists")
    #expect(try Tree(scratch.path) == before)
  }

  @Test("A link in place of the folder is not followed")
  func link() throws {
    let scratch = try Scratch()
    _ = try scratch.folder("real")
    try #require(symlink(scratch.path("real"), scratch.path("link")) == 0)
    let made = try identity()
    let found = #expect(throws: FileError.self) {
      try KeyFolder(scratch.path("link/")).write(made)
    }
    #expect(found?.kind == .outputNotWritable)
    #expect(try Tree(scratch.path).names == ["link", "real"])
  }

  @Test("Files that are no pair, or no keys, are refused")
  func noPair() throws {
    let scratch = try Scratch()
    let folder = KeyFolder(scratch.path("keys"))
    try folder.write(try identity())
    let other = try identity()
    try scratch.write("keys/\(KeyFolder.keyName)", other.keyPEM)
    let mixed = #expect(throws: FileError.self) { try folder.identity() }
    #expect(mixed?.diagnostic.identifier == "keys.mismatch")
    try scratch.write("keys/\(KeyFolder.certificateName)", "x")
    let broken = #expect(throws: FileError.self) { try folder.certificate() }
    #expect(broken?.diagnostic.identifier == "keys.notPEM")
    let missing = #expect(throws: FileError.self) {
      try KeyFolder(scratch.path("none")).certificate()
    }
    #expect(missing?.kind == .inputMissing)
  }

  @Test(
    "A full disk leaves neither file", .enabled(if: SmallDisk.isAllowed, "only root can mount"))
  func fullDisk() throws {
    let disk = try SmallDisk(kilobytes: 8)
    // A page for the folder and one for the first file: the second has no room.
    let made = try identity()
    let found = #expect(throws: FileError.self) {
      for number in 0..<9 { try KeyFolder("\(disk.path)/keys-\(number)").write(made) }
    }
    #expect(found?.kind == .outputNotWritable)
    let files = try Tree(disk.path).names.filter { $0.hasSuffix(".pem") || $0.hasSuffix(".tmp") }
    #expect(files.count.isMultiple(of: 2))
  }
}
