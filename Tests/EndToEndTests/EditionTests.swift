// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Both editions say the same, on both papers, whatever the profile asks for.
struct EditionTests {
  /// The words of a page: what stands between the tags, without styles, plots and the numbers of the
  /// document.
  private func words(_ page: [UInt8]) -> [Substring] {
    var text: [UInt8] = []
    var rest = page[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      text += rest[..<open]
      text.append(0x20)
      rest = rest[open...]
      // Plots are drawn for the width of the edition; what they say stands in words beside them.
      let end =
        rest.starts(with: "<style".utf8)
        ? "</style>" : rest.starts(with: "<svg".utf8) ? "</svg>" : ">"
      guard let close = rest.firstRange(of: Array(end.utf8)) else { break }
      rest = rest[close.upperBound...]
    }
    // The number of the document, and the fingerprint of what it says, which names that number.
    return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).filter {
      !$0.contains("-") || $0.wholeMatch(of: /[0-9a-f]{4}(-[0-9a-f]{4}){1,3}/) == nil
    }
  }

  @Test func bothEditionsOfEverySampleHaveTheSameWords() throws {
    let scratch = try Scratch()
    for edition in ["standard", "largePrint"] {
      let run = try Run.program(
        "generate", Project.profiles, "--output", scratch.path(edition), "--edition", edition,
        "--date", Project.day)
      try #require(run.status == 0, "\(run.errors)")
    }
    let (small, large) = (
      try Tree(scratch.path("standard")).files, try Tree(scratch.path("largePrint")).files
    )
    for id in Project.ids {
      for name in [Project.page(of: id), "clinician"] {
        let (one, other) = (
          words(try #require(small["\(id)/\(name).html"])),
          words(try #require(large["\(id)/\(name).html"]))
        )
        #expect(one.count > (Project.comparedIDs.contains(id) ? 500 : 100))
        #expect(one == other, "\(id)/\(name)")
      }
      for (edition, files) in [("standard", small), ("largePrint", large)] {
        let record = String(decoding: try #require(files["\(id)/record.xml"]), as: UTF8.self)
        #expect(record.contains(" edition=\"\(edition)\""))
        let page = String(
          decoding: try #require(files["\(id)/\(Project.page(of: id)).html"]), as: UTF8.self)
        #expect(page.contains("<body class=\"\(Project.page(of: id)) \(edition) "))
      }
    }
  }

  @Test(arguments: [("A4", "A4"), ("a4", "A4"), ("Letter", "letter"), ("LETTER", "letter")])
  func thePaperOfTheCommandStandsAboveThatOfTheProfile(paper: String, size: String) throws {
    let scratch = try Scratch()
    for id in ["01-swing-us", "02-rating-eu"] {
      let run = try Run.program(
        "generate", "\(Project.profiles)/\(id).xml", "--output", scratch.path("out"), "--paper",
        paper)
      try #require(run.status == 0, "\(run.errors)")
      let page = try #require(try Tree(scratch.path("out")).files["\(id)/handout.html"])
      #expect(String(decoding: page, as: UTF8.self).contains("<style>@page{size:\(size);"))
    }
  }

  @Test func editionAndPaperArePartOfTheNumberOfADocument() throws {
    let scratch = try Scratch()
    var numbers: Set<Substring> = []
    for edition in ["standard", "largePrint"] {
      for paper in ["A4", "Letter"] {
        let output = scratch.path(edition + paper)
        let run = try Run.program(
          "generate", Project.bad("plain"), "--output", output, "--edition", edition, "--paper",
          paper, "--date", Project.day)
        try #require(run.status == 0, "\(run.errors)")
        let record = String(
          decoding: try #require(try Tree(output).files["plain/record.xml"]), as: UTF8.self)
        numbers.insert(try #require(record.firstMatch(of: /document="([0-9a-f-]+)"/)).1)
      }
    }
    #expect(numbers.count == 4)
  }

  @Test(arguments: [
    ["--edition", "both"], ["--edition", ""], ["--paper", "A3"], ["--print-timeout", "0"],
    ["--print-timeout", "x"],
  ])
  func wrongChoicesAreRefused(arguments: [String]) throws {
    let scratch = try Scratch()
    let run = try Run.program(
      ["generate", Project.bad("plain"), "--output", scratch.path("out")] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(arguments[0]))
    #expect(try Tree(scratch.path).names == [])
  }
}
