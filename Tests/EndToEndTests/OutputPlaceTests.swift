// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Glibc
import TestSupport
import Testing

/// Rows 4, 21 and 30 of DecisionAid.docc/Testing.md, "Fault table": places that cannot, or should
/// not, be written to.
struct OutputPlaceTests {
  /// Lets root obey the permissions of files, as every other user must.
  static let withoutPrivileges =
    geteuid() == 0
    ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all"] : []

  @Test(arguments: ["closed", "closed/inside", "closed/a/b"])
  func refusesAFolderWithoutTheRightToWrite(place: String) throws {
    let scratch = try Scratch()
    _ = try scratch.folder("closed", mode: 0o500)
    let run = try Run.program(
      "generate", Project.profiles, "--output", scratch.path(place),
      behind: Self.withoutPrivileges)
    #expect(run.status == 73)
    #expect(run.errors.contains("permission is denied"))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output.isEmpty)
    #expect(try Tree(scratch.path).names == ["closed"])
  }

  @Test func readsProfilesWhereItMayNotWrite() throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("closed")
    let profile = try scratch.write("closed/p.xml", try Project.plainProfile())
    try #require(chmod(profile, 0o400) == 0 && chmod(folder, 0o500) == 0)
    for command in ["check", "explain"] {
      let run = try Run.program([command, profile], in: folder, behind: Self.withoutPrivileges)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try Tree(scratch.path).names == ["closed", "closed/p.xml"])
  }

  @Test func reportsAProfileThatMayNotBeReadAndWritesTheOthers() throws {
    let scratch = try Scratch()
    let closed = try scratch.write("closed.xml", try Project.profile(id: "closed"))
    let open = try scratch.write("open.xml", try Project.profile(id: "open"))
    try #require(chmod(closed, 0) == 0)
    let arguments = ["generate", closed, "--output", scratch.path("out")]
    let single = try Run.program(arguments, behind: Self.withoutPrivileges)
    #expect(single.status == 65)
    #expect(single.errors.contains("closed.xml: error: The input cannot be read: permission"))
    let both = try Run.program(arguments + [open], behind: Self.withoutPrivileges)
    #expect(both.status == 1)
    #expect(try Tree(scratch.path("out")).names == Tree.names(of: ["open"]))
  }

  @Test(arguments: ["link/", "file", "/dev/full"])
  func doesNotFollowOrReplaceWhatStandsInPlaceOfTheOutput(place: String) throws {
    let scratch = try Scratch()
    _ = try scratch.folder("real")
    try scratch.write("file", "mine")
    try #require(symlink(scratch.path("real"), scratch.path("link")) == 0)
    let before = try Tree(scratch.path)
    let output = place.hasPrefix("/") ? place : scratch.path(place)
    let run = try Run.program("generate", Project.bad("plain"), "--output", output)
    #expect(run.status == 73)
    #expect(run.errors.contains("error: The output must be a directory"))
    #expect(try Tree(scratch.path) == before)
  }

  /// What stands in the way, relative to the output, for the person `plain`.
  static let obstacles = [
    "plain -> link", "plain/handout.html -> link", "plain/clinician.html -> pipe",
  ]

  @Test(arguments: obstacles)
  func leavesAloneWhatStandsInPlaceOfDocumentsAndWritesTheOthers(obstacle: String) throws {
    let scratch = try Scratch()
    let parts = obstacle.split(separator: " ").map(String.init)
    _ = try scratch.folder("out")
    if parts[0].contains("/") { _ = try scratch.folder("out/plain") }
    try scratch.obstacle(parts[2], at: "out/\(parts[0])")
    let before = try Tree(scratch.path)
    let other = try scratch.folder("in") + "/other.xml"
    try Project.profile(id: "other").write(toFile: other, atomically: false, encoding: .utf8)
    let run = try Run.program(
      "generate", Project.bad("plain"), other, "--output", scratch.path("out"))
    #expect(run.status == 73)
    #expect(run.errors.contains("\(parts[0]): error: "))
    let after = try Tree(scratch.path)
    let changed = before.files.filter { after.files[$0.key] != $0.value }
    #expect(changed.keys.sorted() == [])
    let added = Set(after.names).subtracting(before.names)
    let expected = ["in", "in/other.xml"] + Tree.names(of: ["other"]).map { "out/\($0)" }
    #expect(added == Set(expected))
  }

  @Test(arguments: ["generate", "check", "explain", "schema", "pack"])
  func tellsWhenStandardOutputIsFull(command: String) throws {
    let scratch = try Scratch()
    let arguments =
      switch command {
      case "schema": ["schema", "decision-record"]
      case "pack": ["pack", "show"]
      default: [command, Project.bad("plain")]
      }
    let output = command == "generate" ? ["--output", scratch.path("out")] : []
    let run = try Run.program(
      arguments + output, behind: ["/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh"])
    #expect(run.status == 73)
    #expect(run.errors.contains("disk is full") || command == "schema")
    if command == "generate" {
      #expect(try Tree(scratch.path("out")).names == Tree.names(of: ["plain"]))
    }
  }

  @Test(arguments: ["000", "022", "077", "777"])
  func givesFilesToTheUserAloneWhateverTheMask(mask: String) throws {
    let scratch = try Scratch()
    let run = try Run.program(
      "generate", Project.bad("plain"), "--output", scratch.path("a/out"),
      behind: ["/bin/sh", "-c", "umask \(mask); exec \"$@\"", "sh"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    try expectPrivate(scratch.path("a"))
  }

  @Test(arguments: [0o755, 0o777, 0o733, 0o770])
  func warnsOfAnOpenOutputAndStillClosesTheFiles(mode: Int) throws {
    let scratch = try Scratch()
    let output = try scratch.folder("out", mode: mode_t(mode))
    let run = try Run.program("generate", Project.bad("plain"), "--output", output)
    #expect(run.status == 0)
    #expect(run.errors.contains("out: warning: Other users of this machine can"))
    try expectPrivate(output + "/plain")
  }

  /// Folders 0700 and files 0600, all the way down.
  private func expectPrivate(_ folder: String) throws {
    let names = [""] + (try Tree(folder).names.map { "/\($0)" })
    #expect(names.count >= 4)
    for name in names {
      var status = stat()
      try #require(lstat(folder + name, &status) == 0)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      #expect(status.st_mode & 0o7777 == (isFolder ? 0o700 : 0o600), "\(name)")
    }
  }
}
