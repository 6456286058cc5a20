// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Same input, same bytes: whatever the machine's settings, the order and the number of workers.
struct SameBytesTests {
  /// A way to run that must not change a byte.
  struct Way: Sendable, CustomStringConvertible {
    var options: [String] = []
    var environment: [String: String] = [:]
    var shuffled = false
    var folder = "/"
    let description: String
  }

  static let ways = [
    Way(description: "again in a fresh folder"),
    Way(options: ["--jobs", "2"], description: "two workers"),
    Way(options: ["--jobs", "8"], description: "eight workers"),
    Way(options: ["--no-self-check"], description: "without self-check"),
    Way(options: ["--jobs", "2"], shuffled: true, description: "arguments in another order"),
    Way(
      environment: [
        "TZ": "Asia/Kolkata", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "COLUMNS": "40",
        "HOME": "/nowhere", "TMPDIR": "/nowhere", "SOURCE_DATE_EPOCH": "1",
      ], description: "another place"),
    Way(
      options: ["--jobs", "2"], environment: ["TZ": "America/St_Johns"], shuffled: true,
      folder: "/tmp", description: "another time zone, folder and order"),
  ]

  @Test(arguments: ways)
  func writesTheSameBytes(_ way: Way) throws {
    let scratch = try Scratch()
    let reference = scratch.path("reference")
    let fixed = ["--date", Project.day]
    #expect(
      try Run.program(["generate", Project.profiles, "--output", reference] + fixed).status == 0)
    var paths = Project.ids.map { "\(Project.profiles)/\($0).xml" }
    if way.shuffled {
      paths.sort { $0.utf8.reversed().lexicographicallyPrecedes($1.utf8.reversed()) }
    }
    let output = scratch.path("other")
    // Twice in one folder: the second run replaces what the first one wrote.
    for _ in 1...2 {
      let run = try Run.program(
        ["generate"] + paths + ["--output", output] + fixed + way.options,
        environment: way.environment, in: way.folder)
      #expect(run.status == 0, "\(run.errors)")
      let tree = try Tree(output)
      #expect(tree.names == Tree.names(of: Project.ids))
      let isSame = try tree == Tree(reference)
      #expect(isSame)
    }
  }

  @Test func writesTheSameBytesAloneAndInABatch() throws {
    let scratch = try Scratch()
    let fixed = ["--date", Project.day, "--output"]
    let batch = try Run.program(["generate", Project.profiles] + fixed + [scratch.path("batch")])
    #expect(batch.status == 0)
    let whole = try Tree(scratch.path("batch")).files
    for id in Project.ids {
      let run = try Run.program(
        ["generate", "\(Project.profiles)/\(id).xml"] + fixed + [scratch.path("alone")])
      #expect(run.status == 0)
    }
    let alone = try Tree(scratch.path("alone")).files
    #expect(alone.keys.sorted() == Tree.names(of: Project.ids))
    #expect(alone.keys.filter { alone[$0] != whole[$0] }.sorted() == [])
  }

  @Test func theDayIsPartOfTheDocumentsAndComesFromOutside() throws {
    let scratch = try Scratch()
    for day in [Project.day, "2026-11-23"] {
      let run = try Run.program(
        "generate", Project.bad("plain"), "--output", scratch.path(day), "--date", day)
      #expect(run.status == 0)
      let record = try #require(try Tree(scratch.path(day)).files["plain/record.xml"])
      #expect(String(decoding: record, as: UTF8.self).contains(" date=\"\(day)\""))
    }
    let isSame = try Tree(scratch.path(Project.day)) == Tree(scratch.path("2026-11-23"))
    #expect(!isSame)
    for day in ["2026-02-30", "26-11-22", "2026-13-01", "today", "2026-11-22T00:00", "２０２６-11-22"] {
      let run = try Run.program(
        "generate", Project.bad("plain"), "--output", scratch.path("out"), "--date", day)
      #expect(run.status == 64, "\(day)")
    }
  }

  @Test func runsAloneInAnEmptyFolderWithoutAnEnvironment() throws {
    let scratch = try Scratch()
    let alone = try scratch.folder("alone")
    // Copied by another program: a copy of our own could still be open for writing in a program that
    // another test starts at that moment, and then it cannot be run ("Text file busy").
    let copy = try Run.command(["/bin/cp", Project.program, alone + "/decision-aid"])
    try #require(copy.status == 0, "\(copy.errors)")
    let empty = try scratch.folder("empty")
    let arguments = ["generate", Project.bad("plain"), "--date", Project.day]
    let run = try Run.command([alone + "/decision-aid"] + arguments, in: empty)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let made = ["ledger.sqlite"] + Tree.names(of: ["plain"])
    #expect(try Tree(empty).names == (["Output"] + made.map { "Output/\($0)" }).sorted())
    #expect(try Tree(alone).names == ["decision-aid"])
    #expect(try Run.program(arguments + ["--output", scratch.path("out")]).status == 0)
    // The documents do not know of the ledger beside them.
    let isSame =
      try Tree(empty + "/Output/plain") == Tree(scratch.path("out/plain"))
    #expect(isSame)
  }
}
