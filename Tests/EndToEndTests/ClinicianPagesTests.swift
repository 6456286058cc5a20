// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// The clinician's copy as a browser prints it: two pages for everyone, on both papers.
@Suite(.needs("chromium", "pdftotext"))
struct ClinicianPagesTests {
  @Test(
    "Every sample's copy fills exactly two pages, and the second begins with the evidence",
    arguments: ["A4", "Letter"])
  func fillsTwoPages(paper: String) throws {
    let scratch = try Scratch()
    let run = try Run.program("generate", Project.profiles, "--output", scratch.path("out"))
    try #require(run.status == 0, "\(run.errors)")
    // Beside an urgent sheet, or with other evidence, there is no comparison to print.
    let compared = Project.comparedIDs
    let copies = try compared.map {
      try PrintedCopies.Copy(id: $0, kind: "clinician", folder: scratch.path("out"))
    }
    for edition in ["standard", "largePrint"] {
      let group = copies.filter { $0.edition == edition }
      try #require(!group.isEmpty)
      let sheets = try PrintedCopies.sheets(group, kind: "clinician", paper: paper, in: scratch)
      #expect(sheets.count == 2 * group.count)
      for (place, copy) in group.enumerated() {
        let own = sheets.dropFirst(2 * place).prefix(2).map(\.text)
        try #require(own.count == 2, "\(copy.id)")
        #expect(try own[0].says("clinician.title"), "\(copy.id) begins elsewhere")
        #expect(try own[0].says("clinician.answers.title"), "\(copy.id)")
        #expect(try own[1].says("clinician.levels.title"), "\(copy.id)")
        #expect(try own[1].says("clinician.record.title"), "\(copy.id)")
        for id in ["clinician.fit.title", "clinician.sensitivity.title"] {
          #expect(try !own.joined(separator: " ").says(id), "\(copy.id)")
        }
      }
    }
  }
}
