// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// The handout as a browser prints it: six to 13 pages at 14 points, 14 to 23 in large print, for
/// everyone but one.
@Suite(.needs("chromium", "pdftotext"))
struct HandoutPagesTests {
  /// A person whose names and own words are far longer than any that a clinic would enter.
  private static let veryLong = "35-long-name-long-words-eu"
  /// A person of whom nothing is known: the list of what to settle takes the first page.
  private static let nothingKnown = "21-all-facts-unknown-us"

  /// How each edition is printed: the paper, its width in points, and the number of pages.
  static let editions = [
    ("standard", "A4", 595.0, 6...13), ("standard", "Letter", 612.0, 6...13),
    ("largePrint", "A4", 595.0, 14...23), ("largePrint", "Letter", 612.0, 14...23),
  ]

  @Test(
    "Every sample's handout has its number of pages, and none in the middle is half empty",
    arguments: editions)
  func hasItsPages(
    edition: String, paper: String, width: Double, pages: ClosedRange<Int>
  ) throws {
    let scratch = try Scratch()
    let run = try Run.program(
      "generate", Project.profiles, "--output", scratch.path("out"), "--edition", edition)
    try #require(run.status == 0, "\(run.errors)")
    let copies = try Project.comparedIDs.map {
      try PrintedCopies.Copy(id: $0, kind: "handout", folder: scratch.path("out"))
    }
    let sheets = try PrintedCopies.sheets(copies, kind: "handout", paper: paper, in: scratch)
    // The words at the top of every handout, and of the box of warning signs.
    let title = try Said.text("handout.title")
    let signs = try Said.text("handout.call-at-once.title")
    #expect(sheets.allSatisfy { ($0.width - width).magnitude < 2 })
    let starts = sheets.indices.filter { sheets[$0].text.hasPrefix(title) }
    try #require(starts.count == copies.count)
    for (place, copy) in copies.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : sheets.count
      let own = sheets[starts[place]..<end]
      let more = copy.id == Self.veryLong ? pages.upperBound / 3 : 0
      #expect(
        (pages.lowerBound...(pages.upperBound + more)).contains(own.count),
        "\(copy.id) has \(own.count) pages")
      if edition == "standard" {
        let sheet = own.firstIndex { $0.text.contains(signs) }.map { $0 - own.startIndex }
        #expect(sheet == (copy.id == Self.nothingKnown ? 1 : 0), "\(copy.id)")
      }
      for (number, sheet) in own.dropLast().enumerated() {
        // A box of warning signs stays whole, so that a page before it may end early.
        #expect(
          sheet.lowest > sheet.height * 0.5,
          "\(copy.id), page \(number + 1): \(sheet.lowest / sheet.height)")
      }
    }
  }
}
