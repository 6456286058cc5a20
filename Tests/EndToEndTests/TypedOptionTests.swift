// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Options follow the grammar of what people type, and say what is wrong.
struct TypedOptionTests {
  static let refused: [(arguments: [String], words: String)] = [
    (["--jobs", "007"], "whole number"), (["--jobs", "+2"], "whole number"),
    (["--order-seed", "00"], "whole number"), (["--order-seed", "4294967296"], "whole number"),
    (["--print-timeout", "2.5"], "whole number"), (["--date", "1999-12-31"], "from 2000 on"),
    (["--date", "12026-01-01"], "YYYY-MM-DD"), (["--date", "2026-11-22Z"], "YYYY-MM-DD"),
  ]

  @Test("What no profile could hold is refused in an option", arguments: refused)
  func refuses(arguments: [String], words: String) throws {
    let scratch = try Scratch()
    let run = try Run.program(
      ["generate", Project.bad("plain"), "--output", scratch.path("out")] + arguments)
    #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
  }

  @Test("A name in another encoding is refused, not kept with other letters")
  func refusesOtherEncodings() throws {
    let scratch = try Scratch()
    let line =
      "\(Project.program) generate \(Project.bad("plain")) --output \(scratch.path("out")) "
      + "--operator \"$(printf 'M\\374ller')\""
    let run = try Run.command(["/bin/bash", "-c", line])
    #expect(run.status == 64 && run.errors.contains("not UTF-8"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }

  @Test(
    "A blank name is not given: the login name stands in its place",
    arguments: ["  ", "\u{A0}\u{200B}"])
  func leavesOutBlankNames(name: String) throws {
    let clinic = try Clinic(people: 1)
    let run = try clinic.generate("--operator", name)
    #expect(run.status == 0, "\(run.errors)")
    let export = clinic.scratch.path("export.xml")
    try #require(try clinic.audit("export", "--output", export).status == 0)
    let text = try String(contentsOfFile: export, encoding: .utf8)
    #expect(!text.contains("operator=\"\(name)\""))
  }

  @Test("A period ends on or after the day on which it begins", arguments: ["report", "export"])
  func refusesBackwardPeriods(command: String) throws {
    let clinic = try Clinic(people: 1)
    try clinic.generate()
    let output = clinic.scratch.path("o.xml")
    let backward = try clinic.audit(
      command, "--from", "2026-12-01", "--to", "2026-01-01", "--output", output)
    #expect(backward.status == 64 && backward.errors.contains("ends before it begins"))
    #expect(!FileManager.default.fileExists(atPath: output))
    let day = try clinic.audit(
      command, "--from", "2026-12-01", "--to", "2026-12-01", "--output", output)
    #expect(day.status == 0, "\(day.errors)")
  }

  @Test("A ledger without its documents asks for their folder")
  func asksForTheFolder() throws {
    let clinic = try Clinic(people: 2)
    try clinic.generate()
    let copy = clinic.scratch.path("copy.sqlite")
    try #require(try clinic.audit("backup", "--output", copy).status == 0)
    let elsewhere = try Run.program("audit", "verify", "--ledger", copy)
    #expect(elsewhere.status == 64 && elsewhere.errors.contains("--documents"))
    #expect(!elsewhere.errors.contains("backup"))
    let named = try Run.program(
      "audit", "verify", "--ledger", copy, "--documents", clinic.output)
    #expect(named.status == 0, "\(named.errors)")
    let alone = try Run.program("audit", "verify", "--ledger", copy, "--no-artefacts")
    #expect(alone.status == 0, "\(alone.errors)")
    // One person's documents that are missing are a loss.
    try FileManager.default.removeItem(atPath: "\(clinic.output)/\(Clinic.id(0))")
    let lost = try clinic.audit("verify")
    #expect(lost.status == 74 && lost.errors.contains("artefact.missing"))
  }
}
