// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

@Suite("Evidence that was withdrawn")
struct WithdrawnEvidenceTests {
  @Test(
    "no document is made, checked or asked for with a withdrawn pack; what it holds can be shown",
    arguments: [
      ["generate", Project.bad("plain"), "--output", "OUT"], ["check", Project.bad("plain")],
      ["explain", Project.bad("plain")], ["new", "--list-questions"],
    ])
  func refuses(_ command: [String]) throws {
    let scratch = try Scratch()
    let pack = try PackCopy.folder(
      "pack", in: scratch, version: "3.1.4", withdraws: ["3.1.4", "3.1.3"])
    let arguments = command.map { $0 == "OUT" ? scratch.path("out") : $0 }
    let run = try Run.program(arguments + ["--pack", pack])
    #expect(run.status == 78, "\(run.errors)")
    #expect(
      run.errors.contains(/evidence.xml:[1-9][0-9]*: error: The evidence vertebral-fracture 3.1.4/))
    #expect(run.errors.contains("was withdrawn on 2026-11-30"))
    #expect(run.errors.contains(try PackCopy.reason()))
    #expect(run.errors.matches(of: /was withdrawn/).count == 1)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    #expect(try Run.program("pack", "show", "--pack", pack).status == 0)
  }

  @Test("a pack that withdraws another version alone is used")
  func usesALaterVersion() throws {
    let scratch = try Scratch()
    let pack = try PackCopy.folder("pack", in: scratch, version: "3.1.4", withdraws: ["3.1.3"])
    let run = try Run.program("check", Project.bad("plain"), "--pack", pack)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(
    "ledger, export, record and list of a folder say that evidence was withdrawn, and when and why")
  func says() throws {
    let clinic = try Clinic(people: 2)
    let old = try PackCopy.folder("old", in: clinic.scratch, version: "3.1.3")
    let new = try PackCopy.folder(
      "new", in: clinic.scratch, version: "3.1.4", withdraws: ["3.1.3"])
    try #require(try clinic.generate("--pack", old).status == 0)
    let export = clinic.scratch.path("export.xml")
    try #require(try clinic.audit("export", "--output", export).status == 0)
    let record = "\(clinic.output)/\(Clinic.id(0))/record.xml"
    for (arguments, says) in [
      (["--ledger", clinic.ledger], "The documents of rows 1, 2 are from the evidence"),
      ([export], "The documents of rows 1, 2 are from the evidence"),
      ([record], "This document is from the evidence"),
    ] {
      let run = try Run.program(["audit", "verify"] + arguments + ["--pack", new])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("warning: \(says) vertebral-fracture 3.1.3"), "\(run.errors)")
      #expect(run.errors.contains("withdrawn on 2026-11-30. \(try PackCopy.reason())"))
      let before = try Run.program(["audit", "verify"] + arguments + ["--pack", old])
      #expect(before.status == 0)
      #expect(before.errors.isEmpty, "\(before.errors)")
    }
    let gallery = try Run.program("gallery", clinic.output, "--pack", new)
    #expect(gallery.status == 0, "\(gallery.errors)")
    let page = try String(contentsOfFile: clinic.output + "/index.html", encoding: .utf8)
    #expect(page.ranges(of: "vertebral-fracture 3.1.3<p><strong>Withdrawn on ").count == 2)
    #expect(page.contains(try PackCopy.reason()))
    #expect(try page.says("phrase.gallery-withdrawn-count"))
    #expect(try Run.program("gallery", clinic.output, "--pack", old).status == 0)
    let again = try String(contentsOfFile: clinic.output + "/index.html", encoding: .utf8)
    #expect(!again.lowercased().contains("withdrawn"))
  }

  @Test("only the answers that a withdrawal names are concerned")
  func namesAnswers() throws {
    let clinic = try Clinic(people: 1)
    let old = try PackCopy.folder("old", in: clinic.scratch, version: "3.1.3")
    let new = try PackCopy.folder(
      "new", in: clinic.scratch, version: "3.1.4", withdraws: ["3.1.3"], outcomes: "noSuchAnswer")
    try #require(try clinic.generate("--pack", old).status == 0)
    let run = try clinic.audit("verify", "--pack", new)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
  }
}
