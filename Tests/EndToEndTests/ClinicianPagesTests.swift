// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

/// The clinician's copy as a browser prints it: two pages for everyone, on both papers.
struct ClinicianPagesTests {
  /// The parts of a finished page.
  private struct Copy {
    let id: String
    let style: String
    let edition: String
    let content: String

    init(id: String, page: String) throws {
      self.id = id
      style = try #require(Copy.between("<style>", "</style>", in: page))
      content =
        try #require(Copy.between("<body class=\"clinician", "</body>", in: page))
        .split(separator: ">", maxSplits: 1).last.map(String.init) ?? ""
      edition = page.contains("<body class=\"clinician largePrint") ? "largePrint" : "standard"
    }

    private static func between(_ start: String, _ end: String, in text: String) -> String? {
      guard let first = text.range(of: start),
        let last = text.range(of: end, range: first.upperBound..<text.endIndex)
      else { return nil }
      return String(text[first.upperBound..<last.lowerBound])
    }
  }

  @Test("Every sample's copy fills exactly two pages, and the second begins with the evidence")
  func fillsTwoPages() throws {
    let scratch = try Scratch()
    let run = try Run.program("generate", Project.profiles, "--output", scratch.path("out"))
    try #require(run.status == 0, "\(run.errors)")
    let copies = try Project.ids.map { id in
      try Copy(
        id: id,
        page: try String(contentsOfFile: scratch.path("out/\(id)/clinician.html"), encoding: .utf8))
    }
    for paper in ["A4", "Letter"] { try demandTwoPages(copies, paper, scratch) }
  }

  private func demandTwoPages(_ copies: [Copy], _ paper: String, _ scratch: Scratch) throws {
    for edition in ["standard", "largePrint"] {
      let group = copies.filter { $0.edition == edition }
      try #require(!group.isEmpty)
      let pages = try print(group, "clinician \(edition) \(paper)", scratch)
      #expect(pages.count == 2 * group.count, "\(paper) \(edition)")
      for (place, copy) in group.enumerated() {
        let own = pages.dropFirst(2 * place).prefix(2).map { String($0) }
        try #require(own.count == 2, "\(copy.id)")
        #expect(own[0].contains("Clinician’s copy:"), "\(copy.id), \(paper): begins elsewhere")
        #expect(own[0].contains("What fits this patient’s preferences"), "\(copy.id)")
        #expect(own[1].contains("The evidence behind the numbers"), "\(copy.id)")
        #expect(own[1].contains("What to record in the notes"), "\(copy.id)")
        #expect(!own.joined().contains("All plots and numbers"), "\(copy.id)")
      }
    }
  }

  /// The text of each page when copies are printed one after the other, each on a new page.
  private func print(
    _ copies: [Copy], _ look: String, _ scratch: Scratch
  ) throws -> [Substring] {
    let bodies = copies.map { "<div class=\"copy\">\($0.content)</div>" }.joined()
    let page = try scratch.write(
      "pages.html",
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>\(copies[0].style)
      .copy + .copy { break-before: page; }</style></head><body class="\(look)">\(bodies)</body></html>
      """)
    let pdf = scratch.path("pages.pdf")
    let environment = [
      "HOME": scratch.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
    ]
    let made = try Run.command(
      [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--user-data-dir=\(scratch.path)/data", "--no-pdf-header-footer",
        "--print-to-pdf=\(pdf)", "file://\(page)",
      ], environment: environment)
    try #require(made.status == 0, "Chromium failed: \(made.errors.suffix(2000))")
    let text = try Run.command(["pdftotext", "-layout", pdf, "-"], environment: environment)
    try #require(text.status == 0, "\(text.errors)")
    return text.text.split(separator: "\u{0C}")
  }
}
