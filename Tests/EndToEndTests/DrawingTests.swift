// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// The plots as a browser draws them.
@Suite(.needs("chromium"))
struct DrawingTests {
  /// The pages of the clinicians of all samples.
  private func pages(_ scratch: Scratch, _ options: [String] = []) throws -> [Browser.Page] {
    let run = try Run.program(
      ["generate", Project.profiles, "--output", scratch.path("out")] + options)
    try #require(run.status == 0, "\(run.errors)")
    return try Browser.pages(
      Project.ids.map { scratch.path("out/\($0)/clinician.html") }, widths: [800])
  }

  @Test func nothingTouchesALabel() throws {
    let pages = try pages(try Scratch())
    #expect(pages.reduce(0) { $0 + $1.drawings } > 150)
    for page in pages { #expect(page.touching == [], "\(page.file)") }
  }

  @Test func nothingTouchesALabelOfALongName() throws {
    let scratch = try Scratch()
    let pack = scratch.path("pack")
    try FileManager.default.copyItem(
      atPath: Project.root + "/Sources/EvidencePack/vertebral-fracture", toPath: pack)
    let text = try String(contentsOfFile: pack + "/text.en.xml", encoding: .utf8)
    let tail =
      " as Many Wide Words WOULD name it, Donaudampfschifffahrtsgesellschaftskapitänswitwe"
    let names = /(<text id="(?:(?:criterion|branch)\.[^"]*|option\.[a-z]*\.name)">)([^<{]*)</
    let longer = text.replacing(names) { "\($0.1)\($0.2)\(tail)<" }
      .replacing(/(<text id="pack.decision">)[^<]*</) { match in
        let options = text.matches(of: /<text id="option\.[a-z]*\.name">([^<]*)</).map {
          $0.1 + tail
        }
        return "\(match.1)A procedure with cement: \(options.joined(separator: "; "))?<"
      }
    // Such names are no reading matter: the limits of the pack would refuse them.
    let unmeasured = longer.replacing(
      /<reading>.*<\/reading>/.dotMatchesNewlines(),
      with: "<reading><limit measure=\"fleschKincaid\" whole=\"99\"/></reading>")
    try #require(longer != text && unmeasured != longer)
    try scratch.write("pack/text.en.xml", unmeasured)
    let plan = try String(contentsOfFile: pack + "/documents.xml", encoding: .utf8)
    let lenient = plan.replacing("balance words=\"0.10\"", with: "balance words=\"0.90\"")
    try #require(lenient != plan)
    try scratch.write("pack/documents.xml", lenient)
    for page in try pages(scratch, ["--pack", pack]) {
      #expect(page.touching == [], "\(page.file)")
    }
  }
}
