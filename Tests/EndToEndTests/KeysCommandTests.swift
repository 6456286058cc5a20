// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Glibc
import TestSupport
import Testing

/// `decision-aid keys`: what it writes, what it leaves alone, and what it says.
struct KeysCommandTests {
  private static let names = ["signing-certificate.pem", "signing-key.pem"]

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status.st_mode & 0o7777
  }

  /// A folder with keys.
  private func made(_ scratch: Scratch) throws -> String {
    let folder = scratch.path("keys")
    let run = try Run.program("keys", "create", "--output", folder)
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test func writesAKeyAndACertificateForTheUserAlone() throws {
    let scratch = try Scratch()
    let folder = scratch.path("a/keys")
    // Row 30: the mask of the user does not open them.
    let run = try Run.program(
      ["keys", "create", "--output", folder + "/", "--name", "Example Hospital", "--days", "30"],
      behind: ["bash", "-c", "umask 000; exec \"$@\"", "bash"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Tree(folder).names == Self.names)
    #expect(try mode(folder) == 0o700)
    for name in Self.names { #expect(try mode("\(folder)/\(name)") == 0o600) }
    #expect(run.text.contains("CN=Example Hospital"))
    let shown = try Run.program("keys", "show", folder)
    #expect(shown.status == 0 && shown.errors.isEmpty)
    let fingerprint = try #require(run.text.firstMatch(of: /SHA-256 [0-9a-f]{64}\n/))
    #expect(shown.text.contains(fingerprint.0))
    // Nothing that is printed is the key.
    let key = try String(contentsOfFile: folder + "/signing-key.pem", encoding: .utf8)
    for line in key.split(separator: "\n").dropFirst().dropLast() {
      #expect(!(run.text + run.errors + shown.text).contains(line))
    }
  }

  @Test func neverReplacesAnything() throws {
    let scratch = try Scratch()
    let folder = try made(scratch)
    let before = try Tree(folder)
    let run = try Run.program("keys", "create", "--output", folder)
    #expect(run.status == 73 && run.output.isEmpty)
    #expect(run.errors.contains("[keys.exists]"))
    #expect(try Tree(folder) == before)
  }

  @Test func leavesNothingOnAFullDisk() throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("keys")
    let run = try Run.program(
      ["keys", "create", "--output", folder], behind: ["prlimit", "--fsize=100"])
    #expect(run.status == 73)
    #expect(try Tree(folder).names.isEmpty)
  }

  @Test(arguments: [
    (["--days", "0"], "keys.days"), (["--days", "36501"], "keys.days"),
    (["--name", ""], "keys.name"),
    (["--name", "a\nb"], "keys.name"),
  ])
  func refusesANameOrATimeThatNoCertificateHas(options: [String], identifier: String) throws {
    let scratch = try Scratch()
    let run = try Run.program(["keys", "create", "--output", scratch.path("keys")] + options)
    #expect(run.status == 64 && run.errors.contains("[\(identifier)]"))
    #expect(try Tree(scratch.path).names.isEmpty)
  }

  @Test func showsACertificateWithoutAKey() throws {
    let scratch = try Scratch()
    let folder = try made(scratch)
    try FileManager.default.removeItem(atPath: folder + "/signing-key.pem")
    let run = try Run.program("keys", "show", folder)
    #expect(run.status == 0 && run.text.hasPrefix("certificate, without a key"))
  }

  @Test func warnsOfAKeyThatOthersCanRead() throws {
    let scratch = try Scratch()
    let folder = try made(scratch)
    try #require(chmod(folder + "/signing-key.pem", 0o640) == 0)
    let run = try Run.program("keys", "show", folder)
    #expect(run.status == 0 && run.errors.contains("[keys.open]"))
  }

  @Test func refusesAFolderWithoutKeysOrWithBrokenOnes() throws {
    let scratch = try Scratch()
    let folder = try made(scratch)
    try scratch.write("keys/signing-certificate.pem", "x")
    let broken = try Run.program("keys", "show", folder)
    #expect(broken.status == 65 && broken.errors.contains("[keys.notPEM]"))
    #expect(try Run.program("keys", "show", scratch.path("none")).status == 64)
  }
}
