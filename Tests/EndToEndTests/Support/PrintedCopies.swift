// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Pages of many people, printed by one browser: one after the other, each on a new sheet.
struct PrintedCopies {
  /// The finished page of one person.
  struct Copy {
    /// The pseudonym.
    let id: String
    /// `standard` or `largePrint`.
    let edition: String
    fileprivate let style: String
    fileprivate let content: String

    /// A page of a folder of documents.
    ///
    /// - Parameter kind: `handout` or `clinician`.
    init(id: String, kind: String, folder: String) throws {
      self.id = id
      let page = try String(contentsOfFile: "\(folder)/\(id)/\(kind).html", encoding: .utf8)
      style = try #require(Copy.between("<style>", "</style>", in: page))
      content =
        try #require(Copy.between("<body class=\"\(kind)", "</body>", in: page))
        .split(separator: ">", maxSplits: 1).last.map(String.init) ?? ""
      edition = page.contains("<body class=\"\(kind) largePrint") ? "largePrint" : "standard"
    }

    private static func between(_ start: String, _ end: String, in text: String) -> String? {
      guard let first = text.range(of: start),
        let last = text.range(of: end, range: first.upperBound..<text.endIndex)
      else { return nil }
      return String(text[first.upperBound..<last.lowerBound])
    }
  }

  /// A printed sheet.
  struct Sheet {
    /// Its words.
    let text: String
    /// The height of the paper, in points.
    let height: Double
    /// The width of the paper, in points.
    let width: Double
    /// The bottom of the lowest word, in points from the top.
    let lowest: Double
  }

  /// The sheets of all copies.
  ///
  /// - Parameters:
  ///   - kind: `handout` or `clinician`.
  ///   - paper: `A4` or `Letter`.
  static func sheets(
    _ copies: [Copy], kind: String, paper: String, in scratch: Scratch
  ) throws -> [Sheet] {
    let first = try #require(copies.first)
    let bodies = copies.map { "<div class=\"copy\">\($0.content)</div>" }.joined()
    let look = "\(kind) \(first.edition) \(paper)"
    let page = try scratch.write(
      "pages.html",
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>\(first.style)
      @page { size: \(paper); } .copy + .copy { break-before: page; }</style></head>
      <body class="\(look)">\(bodies)</body></html>
      """)
    return try printed(page, in: scratch)
  }

  /// The sheets of a page, as Chromium prints it.
  static func printed(_ page: String, in scratch: Scratch) throws -> [Sheet] {
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
    let boxes = try Run.command(["pdftotext", "-bbox", pdf, "-"], environment: environment)
    try #require(boxes.status == 0, "\(boxes.errors)")
    return boxes.text.split(separator: "<page ").dropFirst().map { Sheet(boxes: String($0)) }
  }
}

extension PrintedCopies.Sheet {
  /// A sheet from the boxes of its words.
  fileprivate init(boxes: String) {
    // <word xMin="1" yMin="2" xMax="3" yMax="4">text</word>
    let words = boxes.split(separator: "\n").compactMap {
      line -> (bottom: Double, text: Substring)? in
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count == 9, let bottom = Double(parts[7]) else { return nil }
      return (bottom, parts[8].dropFirst().dropLast("</word>".count))
    }
    text = words.map(\.text).joined(separator: " ")
      .replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    let size = boxes.firstMatch(of: /width="([0-9.]+)" height="([0-9.]+)"/)
    width = size.flatMap { Double($0.1) } ?? 0
    height = size.flatMap { Double($0.2) } ?? 0
    lowest = words.map(\.bottom).max() ?? 0
  }
}
