// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// Pages of all samples in the pseudo-language, looked at as a reader sees them.
@Suite(.needs("chromium", "python"))
struct PseudoPagesTests {
  /// Makes the documents of samples in the pseudo-language, and gives the folder of the pack.
  private func make(
    _ ids: [String], edition: String, in scratch: Scratch, to output: String
  ) throws -> String {
    let pack = scratch.path("pack")
    if !FileManager.default.fileExists(atPath: pack) {
      try FileManager.default.copyItem(
        atPath: Project.root + "/Sources/EvidencePack/vertebral-fracture", toPath: pack)
      let english = try TestPack.text("text.en.xml")
      try scratch.write(
        "pack/text.\(PseudoLanguage.code).xml", PseudoLanguage.catalogue(from: english))
    }
    let profiles = try scratch.folder("profiles-\(edition)")
    for id in ids {
      let profile = String(decoding: try Samples.bytes(id), as: UTF8.self)
      try scratch.write("profiles-\(edition)/\(id).xml", PseudoPack.profile(profile))
    }
    let run = try Run.program(
      "generate", profiles, "--pack", pack, "--output", output, "--edition", edition, "--date",
      Project.day)
    try #require(run.status == 0, "\(run.errors)")
    return pack
  }

  private func examine(_ tool: String, _ arguments: [String]) throws -> Run {
    try Run.command(
      [try Project.tool("python"), "\(Project.root)/Tests/Tools/\(tool)"] + arguments,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp"])
  }

  @Test("Nothing English is left on a page of any sample")
  func nothingEnglish() throws {
    let scratch = try Scratch()
    let output = scratch.path("out")
    let pack = try make(Project.ids, edition: "standard", in: scratch, to: output)
    let pages = Project.ids.map { "\(output)/\($0)/\(Project.page(of: $0)).html" }
    let run = try examine("foreign_letters.py", [pack] + pages)
    #expect(run.status == 0, "\(run.text.prefix(2_000))")
    #expect(run.text.contains("\(pages.count) pages, 0 places"))
    // The same look finds the words of an English page.
    let english = scratch.path("english")
    let made = try Run.program(
      "generate", "\(Project.profiles)/02-rating-eu.xml", "--output", english)
    try #require(made.status == 0)
    let found = try examine("foreign_letters.py", [pack, "\(english)/02-rating-eu/handout.html"])
    #expect(found.status == 1)
  }

  @Test("No text is clipped, order is mirrored and numbers are set apart, in both editions")
  func looks() throws {
    let scratch = try Scratch()
    let ids =
      Battery.isLong
      ? Project.ids : ["02-rating-eu", "13-stop-nerve-signs-us", "35-long-name-long-words-eu"]
    var pages: [String] = []
    for edition in ["standard", "largePrint"] {
      let output = scratch.path(edition)
      _ = try make(ids, edition: edition, in: scratch, to: output)
      for id in ids {
        pages += [Project.page(of: id), "clinician"].map { "\(output)/\(id)/\($0).html" }
      }
    }
    let looks = try examine("check_pages.py", pages)
    #expect(looks.status == 0, "\(looks.text.prefix(2_000))")
    let mirrored = try examine("check_mirrored.py", pages)
    #expect(mirrored.status == 0, "\(mirrored.text.prefix(2_000))")
  }
}
