// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// One sample through everything, for the short run: profile, documents, ledger and record.
struct OneSampleTests {
  private static let id = "02-rating-eu"

  @Test(.needs("xmllint")) func oneSampleGoesThroughEverything() throws {
    let scratch = try Scratch()
    let output = scratch.path("out")
    let profile = "\(Project.profiles)/\(Self.id).xml"
    let ledger = output + "/ledger.sqlite"
    let check = try Run.program("check", profile)
    #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
    let run = try Run.program(
      "generate", profile, "--output", output, "--ledger", ledger, "--date", Project.day)
    try #require(run.status == 0, "\(run.errors)")
    // Every file is the committed one.
    let names = Tree.names(of: [Self.id]).filter { $0.contains(".") }
    let digests = try String(
      contentsOfFile: Project.root + "/Output/Examples/digests.sha256", encoding: .utf8
    ).split(separator: "\n").filter { line in names.contains { line.hasSuffix("  \($0)") } }
    #expect(names.count == 3 && digests.count == names.count)
    let list = try scratch.write("digests", digests.joined(separator: "\n") + "\n")
    let same = try Run.command(["sha256sum", "--check", "--strict", list], in: output)
    #expect(same.status == 0, "\(same.text)")
    // The record follows its schema, and every page is well formed.
    let folder = "\(output)/\(Self.id)"
    let schema = try scratch.write("record.xsd", Run.program("schema", "decision-record").output)
    let valid = try Run.command(
      ["xmllint", "--nonet", "--noout", "--schema", schema, "\(folder)/record.xml"])
    #expect(valid.status == 0, "\(valid.errors)")
    let pages = try Run.command(
      ["xmllint", "--nonet", "--noout", "\(folder)/handout.html", "\(folder)/clinician.html"])
    #expect(pages.status == 0, "\(pages.errors)")
    // The ledger vouches for the files, and no longer for one that was changed.
    let verify = ["audit", "verify", "--ledger", ledger]
    #expect(try Run.program(verify).status == 0)
    var page = Array(try Data(contentsOf: URL(filePath: "\(folder)/handout.html")))
    page[page.count / 2] ^= 1
    try Data(page).write(to: URL(filePath: "\(folder)/handout.html"))
    #expect(try Run.program(verify).status != 0)
  }
}
