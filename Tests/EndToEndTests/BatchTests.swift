// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Batches with mistakes in them, and the same id twice (row 19 of DecisionAid.docc/Testing.md,
/// "Fault table").
struct BatchTests {
  @Test func writesTheOthersWhenOneProfileHasMistakes() throws {
    let scratch = try Scratch()
    for id in ["a", "b", "c", "d"] {
      try scratch.write("\(id).xml", try Project.profile(id: id))
    }
    let wrong = try Project.profile(id: "b").replacing("points=\"45\"", with: "points=\"x\"")
      .replacing("value=\"osteoporosis\"", with: "value=\"bad luck\"")
    try scratch.write("b.xml", wrong)
    let run = try Run.program(
      "generate", scratch.path, "--output", scratch.path("out"), "--jobs", "2")
    #expect(run.status == 1)
    #expect(run.errors.contains("b.xml:49: error: The attribute points"))
    #expect(run.errors.contains("Write a plain number with a point"))
    #expect(run.text.contains("wrote the documents of 3 profiles"))
    #expect(run.text.contains("1 not written"))
    #expect(try Tree(scratch.path("out")).names == Tree.names(of: ["a", "c", "d"]))
  }

  @Test func showsEveryMistakeOfAProfileAtOnce() throws {
    let scratch = try Scratch()
    let wrong = try Project.plainProfile()
      .replacing("fact id=\"cause\" value=\"osteoporosis\"", with: "fact id=\"cause\" value=\"x\"")
      .replacing("fact id=\"pain-score\" value=\"7\"", with: "fact id=\"pain-score\" value=\"11\"")
      .replacing("region=\"US\"", with: "region=\"XX\"")
    let profile = try scratch.write("p.xml", wrong)
    for command in ["check", "generate"] {
      let run = try Run.program(
        [command, profile] + (command == "check" ? [] : ["--output", scratch.path("out")]))
      #expect(run.status == 1)
      for line in [7, 9, 12] { #expect(run.errors.contains("p.xml:\(line): error: "), "\(line)") }
    }
  }

  @Test func exitStatusTellsASingleInputFromABatch() throws {
    let scratch = try Scratch()
    let broken = try scratch.write("broken.xml", "<preferenceProfile")
    let missing = scratch.path("missing.xml")
    let good = Project.bad("plain")
    let cases: [([String], Int32)] = [
      ([broken], 65), ([broken, good], 1), ([missing], 64), ([missing, good], 1),
      ([Project.bad("weights-nan")], 1), ([good], 0), ([good, good], 0), ([], 64),
    ]
    for (profiles, status) in cases {
      let out = scratch.path(UUID().uuidString)
      let run = try Run.program(["generate"] + profiles + ["--output", out])
      #expect(run.status == status, "\(profiles)")
      #expect(try Tree(out).names == (profiles.contains(good) ? Tree.names(of: ["plain"]) : []))
    }
  }

  /// How the second profile writes the id of the first one.
  static let spellings = [
    "id=\"plain\"", "id='plain'", "id = \"plain\"", "id\n=\n\"plain\"", "id=\"pl&#97;in\"",
    "id=\"&#x70;lain\"", "\n\tid=\"plain\"", "xmlns:i=' id=\"other\" >' id=\"plain\"",
  ]

  @Test(arguments: spellings, [1, 2])
  func refusesAllProfilesThatShareAnId(spelling: String, jobs: Int) throws {
    let scratch = try Scratch()
    let first = try scratch.write("first.xml", try Project.plainProfile())
    let second = try scratch.write(
      "second.xml", try Project.plainProfile().replacing("id=\"plain\"", with: spelling))
    let other = try scratch.write("third.xml", try Project.profile(id: "third"))
    for command in ["generate", "check"] {
      let options = ["--output", scratch.path("out"), "--jobs", "\(jobs)"]
      let run = try Run.program(
        [command, first, second, other] + (command == "check" ? [] : options))
      #expect(run.status == 1)
      let lines = run.errors.split(separator: "\n")
      try #require(lines.count == 2, "\(run.errors)")
      #expect(lines[0].hasPrefix("\(first):") && lines[0].contains(second))
      #expect(lines[1].hasPrefix("\(second):") && lines[1].contains(first))
      #expect(lines.allSatisfy { $0.contains("[profile.duplicateId]") })
    }
    #expect(try Tree(scratch.path("out")).names == Tree.names(of: ["third"]))
  }

  @Test(arguments: [1, 2, 8])
  func reportsInTheOrderOfTheInputs(jobs: Int) throws {
    let scratch = try Scratch()
    let wrong = try Project.plainProfile().replacing("points=\"45\"", with: "points=\"x\"")
    let paths = try (100..<200).map { number in
      try scratch.write(
        "p\(number).xml", wrong.replacing("id=\"plain\"", with: "id=\"p\(number)\""))
    }
    let run = try Run.program(
      ["generate", "--output", scratch.path("out"), "--jobs", "\(jobs)"] + paths)
    #expect(run.status == 1)
    let places = run.errors.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(places == paths.map { $0[...] })
  }

  @Test func namesFromProfilesStandInDocumentsAndNeverInMessages() throws {
    let scratch = try Scratch()
    var seen = 0
    for name in Project.badNames {
      for command in ["generate", "check", "explain"] {
        let output = command == "generate" ? ["--output", scratch.path("out/\(name)")] : []
        // Each run is searched for the planted names.
        let run = try Run.program([command, Project.bad(name)] + output)
        #expect([0, 1, 65].contains(run.status))
        if run.status != 0 { #expect(run.errors.contains("\(name).xml:"), "\(name)") }
        seen += 1
      }
    }
    #expect(seen > 240)
    // The search finds what it looks for: the documents do hold the names.
    let handout = try #require(try Tree(scratch.path("out/plain")).files["plain/handout.html"])
    #expect(Planted.names(in: String(decoding: handout, as: UTF8.self)).contains("zebulon"))
  }
}
