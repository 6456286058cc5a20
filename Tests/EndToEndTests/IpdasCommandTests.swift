// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// `decision-aid ipdas`: what it prints, how it ends, and where its pointers lead.
struct IpdasCommandTests {
  /// What the JSON form states of an item.
  private struct Item: Decodable {
    let id: String
    let state: String
    let pointers: [String]
  }
  private struct Ledger: Decodable {
    let checklist: String
    let counts: [String: Int]
    let items: [Item]
  }

  private func samples(_ scratch: Scratch, _ profile: String) throws -> String {
    let output = scratch.path("out")
    let run = try Run.program("generate", profile, "--output", output, "--date", Project.day)
    try #require(run.status == 0, "\(run.errors)")
    return output
  }

  @Test func javaFindsOneElementForEveryPointerOfEverySample() throws {
    let scratch = try Scratch()
    let output = try samples(scratch, Project.profiles)
    var count = 0
    for id in Project.ids {
      let run = try Run.program("ipdas", "\(output)/\(id)/record.xml", "--json")
      let ledger = try JSONDecoder().decode(Ledger.self, from: Data(run.output))
      #expect(ledger.checklist == "ipdas-4.0" && ledger.items.count == 44)
      #expect(run.status == (ledger.items.contains { $0.state == "not-met" } ? 1 : 0), "\(id)")
      let pointers = ledger.items.flatMap(\.pointers)
      #expect(Project.comparedIDs.contains(id) ? pointers.count > 150 : pointers.count < 60)
      count += pointers.count
      try Data(pointers.map { $0 + "\n" }.joined().utf8)
        .write(to: URL(filePath: "\(output)/\(id)/pointers.txt"))
    }
    let command = ["java", Project.root + "/Tests/Tools/ResolvePointers.java", output]
    let path = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp"]
    let run = try Run.command(command, environment: path)
    #expect(run.status == 0, "\(run.errors.prefix(3000))")
    #expect(run.text == "\(count)\n")
    // A pointer that leads nowhere is noticed.
    try Data("/r:decisionRecord/r:handout/r:nothing\n".utf8)
      .write(to: URL(filePath: "\(output)/\(Project.ids[0])/pointers.txt"))
    #expect(try Run.command(command, environment: path).status == 1)
  }

  @Test func printsTheItemsByGroupAndCountsPeopleApart() throws {
    let scratch = try Scratch()
    let output = try samples(scratch, Project.profiles + "/01-swing-us.xml")
    let run = try Run.program("ipdas", "\(output)/01-swing-us/record.xml")
    let lines = run.text.split(separator: "\n")
    #expect(lines.first == "Checked against IPDAS 4.0.")
    #expect(lines.filter { ["Qualifying", "Certifying", "Quality"].contains($0) }.count == 3)
    #expect(run.text.contains("/r:section[@id='fracture']/r:part[@id='condition']\n"))
    #expect(
      lines.last?.hasSuffix("of 27 checkable items shown; 8 items need people and are open.")
        == true)
    #expect(!run.text.contains("certified") && run.errors.isEmpty)
  }

  @Test func refusesWhatIsNoRecord() throws {
    let scratch = try Scratch()
    let output = try samples(scratch, Project.profiles + "/01-swing-us.xml")
    let text = try String(contentsOfFile: "\(output)/01-swing-us/record.xml", encoding: .utf8)
    let broken = try scratch.write("broken.xml", String(text.dropLast(20)))
    let unreadable = try Run.program("ipdas", broken)
    #expect(unreadable.status == 65 && unreadable.errors.contains("broken.xml:"))
    let changed = text.replacing("<labelled>", with: "<labeled>")
      .replacing("</labelled>", with: "</labeled>")
    let invalid = try Run.program("ipdas", try scratch.write("invalid.xml", changed))
    #expect(invalid.status == 1 && invalid.text.isEmpty)
    #expect(invalid.errors.contains("invalid.xml:") && invalid.errors.contains("labeled"))
    let profile = try Run.program("ipdas", Project.profiles + "/01-swing-us.xml")
    #expect(profile.status == 1 && profile.errors.contains("01-swing-us.xml:"))
  }
}
