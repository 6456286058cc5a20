// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// `decision-aid audit`: what it prints of finished records, and how it ends.
struct AuditCommandTests {
  private func record(
    _ scratch: Scratch, _ folder: String, on day: String = Project.day,
    _ profile: String = "01-swing-us"
  ) throws -> String {
    let run = try Run.program(
      "generate", "\(Project.profiles)/\(profile).xml", "--output", scratch.path(folder), "--date",
      day)
    try #require(run.status == 0, "\(run.errors)")
    return scratch.path("\(folder)/\(profile)/record.xml")
  }

  @Test func rederivesTheSameInEveryPlace() throws {
    let scratch = try Scratch()
    let record = try record(scratch, "out")
    let first = try Run.program("audit", "rederive", record)
    #expect(first.status == 0 && first.errors.isEmpty, "\(first.text)\(first.errors)")
    #expect(first.text.hasPrefix("\(record) is identical to "))
    let digest = try Run.command(["/usr/bin/sha256sum", record]).text.prefix(64)
    #expect(first.text.contains("record          sha256 \(digest)\n"))
    let places: [[String: String]] = [
      ["TZ": "Asia/Kolkata", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "COLUMNS": "40"],
      ["TZ": "America/St_Johns", "LC_ALL": "ar_EG.UTF-8", "SOURCE_DATE_EPOCH": "1"],
    ]
    for place in places {
      let run = try Run.program("audit", "rederive", record, environment: place, in: "/tmp")
      #expect(run.status == 0 && run.output == first.output)
    }
  }

  @Test func namesWhatDiffersAndWhatIsNeeded() throws {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: try record(scratch, "out"), encoding: .utf8)
    func run(_ old: String, _ new: String) throws -> Run {
      try #require(text.contains(old))
      let changed = text.replacing(old, with: new, maxReplacements: 1)
      return try Run.program("audit", "rederive", try scratch.write("changed.xml", changed))
    }
    let changed = try run("<title>What is broken", "<title>What is hurt")
    #expect(changed.status == 1 && changed.errors.isEmpty)
    #expect(changed.text.contains("/r:section[@id='fracture']/r:title\n"))
    let later = try run("version=\"0.1.0\"", "version=\"0.9.0\"")
    #expect(later.status == 1 && later.text.hasSuffix("changed.xml needs decision-aid 0.9.0\n"))
    let broken = try run("</handout>", "")
    #expect(broken.status == 65 && broken.text.isEmpty)
    let other = try run("<decisionRecord", "<other").status
    #expect(other == 65)
    let profile = try Run.program("audit", "rederive", Project.profiles + "/01-swing-us.xml")
    #expect(profile.status == 1 && profile.errors.contains("01-swing-us.xml"))
    #expect(try Run.program("audit", "rederive", scratch.path("none.xml")).status == 64)
  }

  /// The page is examined with the others by the validator of HTML and by axe-core.
  @Test func writesAPageToRead() throws {
    let scratch = try Scratch()
    let record = try record(scratch, "out", "02-rating-eu")
    let page = scratch.path("record.html")
    let run = try Run.program("audit", "view", record, "--output", page)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("default-src 'none'; style-src 'sha256-") && !text.contains("<script"))
    #expect(try Run.program("audit", "view", record, "--output", page).status == 73)
    let again = try Run.program("audit", "view", record, "--output", page, "--force")
    #expect(again.status == 0)
    let same = try String(contentsOfFile: page, encoding: .utf8) == text
    #expect(same)
    let none = Project.profiles + "/01-swing-us.xml"
    let refused = try Run.program("audit", "view", none, "--output", scratch.path("none.html"))
    #expect(refused.status == 1 && refused.errors.contains("no decision record"))
  }

  @Test func showsWhatChangedBetweenTwoRecords() throws {
    let scratch = try Scratch()
    let one = try record(scratch, "a")
    let other = try record(scratch, "b", on: "2026-11-23")
    let run = try Run.program("audit", "diff", one, other)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.text.contains("\nSettings\n  date: 2026-11-22 -> 2026-11-23\n"))
    #expect(run.text.contains("\nEvidence\n  no difference\n"))
    let same = try Run.program("audit", "diff", one, one)
    #expect(same.status == 0 && same.text.hasSuffix("\nNo difference.\n"))
    let stranger = try record(scratch, "c", "02-rating-eu")
    let refused = try Run.program("audit", "diff", one, stranger)
    #expect(refused.status == 64 && refused.text.isEmpty)
    #expect(refused.errors.contains("two pseudonyms"))
    let allowed = try Run.program("audit", "diff", one, stranger, "--any", "--all")
    #expect(allowed.status == 0 && allowed.text.contains("person: "))
  }
}
