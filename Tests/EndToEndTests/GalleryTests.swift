// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Glibc
import SampleSupport
import TestSupport
import Testing

/// `decision-aid gallery`: the index page of a folder of documents.
@Suite(.needs("chromium"))
struct GalleryTests {
  /// Documents of the samples, made once for a test.
  private func samples(_ scratch: Scratch, _ ids: [String] = Project.ids) throws -> String {
    let output = scratch.path("out")
    let run = try Run.program(
      ["generate"] + ids.map { "\(Project.profiles)/\($0).xml" } + [
        "--output", output, "--date", Project.day,
      ])
    try #require(run.status == 0, "\(run.errors)")
    return output
  }

  private func page(_ output: String) throws -> String {
    try String(contentsOfFile: output + "/index.html", encoding: .utf8)
  }

  private func rows(_ page: String) -> [String] {
    page.matches(of: /<tr><th scope="row">.*?<\/tr>/.dotMatchesNewlines()).map { String($0.0) }
  }

  @Test func everySampleHasARowWithWhatItsRecordSaysAndNoName() throws {
    let scratch = try Scratch()
    let output = try samples(scratch)
    let run = try Run.program("gallery", output)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("decision-aid: listed \(Project.ids.count) people in "))
    #expect(run.errors.isEmpty)
    let page = try page(output)
    let rows = rows(page)
    #expect(rows.count == Project.ids.count)
    for (id, row) in zip(Project.ids, rows) {
      let record = try String(contentsOfFile: "\(output)/\(id)/record.xml", encoding: .utf8)
      #expect(row.contains("<bdi dir=\"auto\">\(id)</bdi>"))
      #expect(row.contains("<time>\(Project.day)</time>"))
      for file in ["\(Project.page(of: id)).html", "clinician.html", "record.xml"] {
        #expect(row.contains("href=\"./\(id)/\(file)\""))
      }
      #expect(!row.contains(".pdf"))
      let open = record.matches(of: /<openFact\b/).count
      #expect(row.contains(">\(open)</span></td>"))
      #expect(row.contains("act now") == Project.urgentIDs.contains(id), "\(id)")
      let profile = try String(contentsOfFile: "\(Project.profiles)/\(id).xml", encoding: .utf8)
      if let name = profile.firstMatch(of: /displayName="([^"]+)"/)?.1 {
        #expect(!page.contains(name), "\(id)")
      }
    }
    var status = stat()
    try #require(lstat(output + "/index.html", &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    // Again, over its own page: the same bytes, and nothing else in the folder.
    #expect(try Run.program("gallery", output + "/").status == 0)
    #expect(try self.page(output) == page)
    #expect(try Tree(output).names == (Tree.names(of: Project.ids) + ["index.html"]).sorted())
  }

  @Test func thePrintedPagesAreLinkedWhereTheyAre() throws {
    let scratch = try Scratch()
    let output = try samples(scratch, ["02-rating-eu", "03-hundred-in"])
    try scratch.write("out/02-rating-eu/handout.pdf", "x")
    try #require(symlink("/etc/passwd", output + "/03-hundred-in/handout.pdf") == 0)
    #expect(try Run.program("gallery", output).status == 0)
    let page = try page(output)
    #expect(page.contains("href=\"./02-rating-eu/handout.pdf\""))
    #expect(!page.contains("href=\"./03-hundred-in/handout.pdf\""))
    #expect(!page.contains("clinician.pdf"))
  }

  static let broken = ["<x", "", "<decisionRecord/>", "<!DOCTYPE a []><a/>", "\u{0}"]

  @Test(arguments: broken)
  func aBrokenRecordIsARowThatSaysSo(record: String) throws {
    let scratch = try Scratch()
    let output = try samples(scratch, ["02-rating-eu"])
    _ = try scratch.folder("out/a broken: one")
    try scratch.write("out/a broken: one/record.xml", record)
    let run = try Run.program("gallery", output)
    #expect(run.status == 1)
    #expect(run.errors.contains("a broken: one/record.xml: error: The record cannot be read."))
    let rows = rows(try page(output))
    #expect(rows.count == 2)
    #expect(try rows.first { $0.contains("02-rating-eu") }?.says("phrase.gallery-broken") == false)
    let row = try #require(rows.first { $0.contains("a broken: one") })
    #expect(try row.says("phrase.gallery-broken"))
    #expect(row.contains("href=\"./a%20broken%3A%20one/record.xml\""))
  }

  @Test func hostileRecordsStayText() throws {
    let scratch = try Scratch()
    let output = try samples(scratch, ["02-rating-eu"])
    let file = output + "/02-rating-eu/record.xml"
    let hostile = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    var record = try String(contentsOfFile: file, encoding: .utf8)
    for name in ["date", "edition", "paper", "language", "level", "profile"] {
      record = record.replacing(
        try Regex(" \(name)=\"[^\"]*\""), with: " \(name)=\"\(hostile)\"")
    }
    try record.write(toFile: file, atomically: false, encoding: .utf8)
    #expect(try Run.program("gallery", output).status == 0)
    let found = try #require(try Browser.pages([output + "/index.html"], widths: [1000]).first)
    #expect(!found.elements.contains { $0.hasPrefix("script") })
    #expect(found.text.contains("\"><script>alert(1)</script>"))
  }

  @Test func anEmptyFolderGivesAPageThatSaysSo() throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("empty")
    _ = try scratch.folder("empty/no-record")
    _ = try scratch.folder("empty/.hidden")
    try scratch.write("empty/.hidden/record.xml", "<x")
    try #require(symlink(folder, folder + "/link") == 0)
    let run = try Run.program("gallery", folder)
    #expect(run.status == 0)
    let page = try page(folder)
    #expect(rows(page).isEmpty)
    #expect(try page.says("phrase.gallery-empty"))
  }

  @Test func aPageOfSomeoneElseStays() throws {
    let scratch = try Scratch()
    let output = try samples(scratch, ["02-rating-eu"])
    try scratch.write("out/index.html", "<title>mine</title>")
    let before = try Tree(output)
    let run = try Run.program("gallery", output)
    #expect(run.status == 73)
    #expect(run.errors.contains("did not write"))
    #expect(try Tree(output) == before)
    try FileManager.default.removeItem(atPath: output + "/index.html")
    try #require(symlink("/nowhere", output + "/index.html") == 0)
    #expect(try Run.program("gallery", output).status == 73)
  }

  @Test func placesThatCannotBeReadOrWrittenAreNamed() throws {
    let scratch = try Scratch()
    #expect(try Run.program("gallery", scratch.path("missing")).status == 64)
    let closed = try scratch.folder("closed", mode: 0o500)
    let run = try Run.program("gallery", closed, behind: OutputPlaceTests.withoutPrivileges)
    #expect(run.status == 73)
    #expect(run.errors.contains("permission is denied"))
    let unreadable = try scratch.folder("unreadable", mode: 0o300)
    #expect(
      try Run.program("gallery", unreadable, behind: OutputPlaceTests.withoutPrivileges).status
        == 65)
    #expect(try Run.program("gallery", scratch.path, "--language", "xx").status == 1)
    #expect(try Tree(scratch.path).names == ["closed", "unreadable"])
  }

  @Test("The list, a report and a record keep their tables on paper, with heads on every page")
  func paper() throws {
    let scratch = try Scratch()
    let clinic = try Clinic(people: 40)
    try #require(try clinic.generate().status == 0)
    try #require(try Run.program("gallery", clinic.output).status == 0)
    let report = scratch.path("report")
    try #require(try clinic.audit("report", "--output", report).status == 0)
    let record = "\(clinic.output)/\(Clinic.id(0))/record.xml"
    let view = scratch.path("record.html")
    try #require(try Run.program("audit", "view", record, "--output", view).status == 0)
    let list = try PrintedCopies.printed("\(clinic.output)/index.html", in: scratch)
    #expect((4...7).contains(list.count))
    #expect(list.allSatisfy { $0.width > $0.height && $0.text.contains("Pseudonym") })
    let counts = try PrintedCopies.printed("\(report)/report.html", in: scratch)
    #expect((1...3).contains(counts.count))
    let pages = try PrintedCopies.printed(view, in: scratch)
    #expect((10...50).contains(pages.count), "\(pages.count)")
  }
}
