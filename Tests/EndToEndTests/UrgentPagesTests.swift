// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// The urgent sheet as a browser prints it: one page at 14 points, at most two in large print.
@Suite(.needs("chromium", "pdftotext"))
struct UrgentPagesTests {
  @Test(
    "Every urgent sheet is one printed page, also when two rules apply",
    arguments: [("standard", "A4", 1), ("standard", "Letter", 1), ("largePrint", "A4", 2)])
  func isOnePage(edition: String, paper: String, most: Int) throws {
    let scratch = try Scratch()
    let two = try scratch.write(
      "two.xml",
      String(contentsOfFile: Project.profiles + "/13-stop-nerve-signs-us.xml", encoding: .utf8)
        .replacing("13-stop-nerve-signs-us", with: "two-rules")
        .replacing("id=\"infection\" value=\"no\"", with: "id=\"infection\" value=\"yes\"")
        .replacing(
          "id=\"unstable-spine\" value=\"no\"", with: "id=\"unstable-spine\" value=\"yes\""))
    let run = try Run.program(
      "generate", Project.profiles, two, "--output", scratch.path("out"), "--edition", edition)
    try #require(run.status == 0, "\(run.errors)")
    let ids = Project.urgentIDs + ["two-rules"]
    let copies = try ids.map {
      try PrintedCopies.Copy(id: $0, kind: "urgent", folder: scratch.path("out"))
    }
    let sheets = try PrintedCopies.sheets(copies, kind: "urgent", paper: paper, in: scratch)
    let title = try Said.text("urgent.title")
    let starts = sheets.indices.filter { sheets[$0].text.hasPrefix(title) }
    try #require(starts.count == copies.count)
    for (place, copy) in copies.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : sheets.count
      #expect(end - starts[place] <= most, "\(copy.id) has \(end - starts[place]) pages")
    }
  }
}
