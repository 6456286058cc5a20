// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// The checks of the finished handout, through the program.
struct CheckCommandTests {
  /// The pack with one text or attribute changed.
  private func pack(
    _ scratch: Scratch, _ file: String, _ old: String, _ new: String
  ) throws -> String {
    let folder = scratch.path("pack")
    try FileManager.default.copyItem(
      atPath: Project.root + "/Sources/EvidencePack/vertebral-fracture", toPath: folder)
    let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    try #require(text.ranges(of: old).count == 1, "\(old) is not there exactly once")
    try scratch.write("pack/\(file)", text.replacing(old, with: new))
    return folder
  }

  /// A file of the pack, a text in it, what it becomes, and the rule that refuses it.
  static let faults: [(file: String, old: String, new: String, rule: String)] = [
    (
      "text.en.xml", "id=\"handout.family.lead\">",
      "id=\"handout.family.lead\">One in ten people choose. ",
      "handout.refusedWords"
    ),
    (
      "text.en.xml", "id=\"handout.family.lead\">",
      "id=\"handout.family.lead\">It is unlikely to hurt. ",
      "handout.loneChance"
    ),
    (
      "text.en.xml", "id=\"handout.family.lead\">",
      "id=\"handout.family.lead\">So {=home-next-day} went home. ", "handout.denominator"
    ),
    (
      "evidence.xml",
      "id=\"nass-appropriate\" value=\"5\" of=\"100\" period=\"period.rated\"",
      "id=\"nass-appropriate\" value=\"5\" of=\"100\"", "handout.context"
    ),
    (
      "documents.xml", "<balance words=\"0.10\"", "<balance words=\"0.01\"",
      "handout.balanceWords"
    ),
    (
      "text.en.xml", "\"smog\" whole=\"6\"", "\"smog\" whole=\"3\"", "handout.readingLevel"
    ),
    ("text.en.xml", "section=\"7\"", "section=\"1\"", "handout.readingLevel"),
    (
      "text.en.xml", "<term forms=\"PMMA\"", "<term forms=\"needle, PMMA\"", "handout.glossary"
    ),
  ]

  @Test("A pack whose handout breaks a rule is refused, and nothing is written", arguments: faults)
  func refuses(file: String, old: String, new: String, rule: String) throws {
    let scratch = try Scratch()
    let pack = try pack(scratch, file, old, new)
    let profile = Project.profiles + "/01-swing-us.xml"
    let output = scratch.path("out")
    for arguments in [
      ["generate", profile, "--output", output], ["check", profile],
      ["generate", profile, "--output", output, "--no-self-check"],
    ] {
      let run = try Run.program(arguments + ["--pack", pack])
      #expect(run.status == 1 && run.errors.contains("[\(rule)]"), "\(run.errors.prefix(800))")
      // A changed limit is broken by texts elsewhere.
      if file == "text.en.xml" && old.hasPrefix("id=") {
        let text = try String(contentsOfFile: pack + "/text.en.xml", encoding: .utf8)
        let range = try #require(text.firstRange(of: new))
        let line = 1 + text[..<range.lowerBound].count { $0 == "\n" }
        #expect(run.errors.contains("text.en.xml:\(line): error"), "\(run.errors.prefix(800))")
      }
    }
    #expect(try Tree(output).names.isEmpty)
  }

  @Test("Evidence past its last day is refused once, with or without a need for a reason")
  func expiry() throws {
    let scratch = try Scratch()
    let start = ["generate", Project.profiles, "--output", scratch.path("out")]
    let refused = try Run.program(start + ["--date", "2028-11-23"])
    #expect(refused.status == 1 && refused.errors.ranges(of: "[evidence.expired]").count == 1)
    let needless = try Run.program(
      start + ["--date", "2028-11-22", "--allow-expired", "No other evidence."])
    #expect(needless.status == 1 && needless.errors.contains("[evidence.notExpired]"))
    for reason in ["", "four", "two\nlines"] {
      let wrong = try Run.program(start + ["--date", "2028-11-23", "--allow-expired", reason])
      #expect(wrong.status == 64 && wrong.errors.contains("5 to 300 characters"))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out/01-swing-us")))
    let one = [
      "generate", Project.bad("plain"), "--output", scratch.path("out"), "--date", "2028-11-23",
    ]
    let run = try Run.program(one + ["--allow-expired", "No other evidence."])
    #expect(run.status == 0, "\(run.errors)")
    for (name, bytes) in try Tree(scratch.path("out")).files where name.hasSuffix("l") {
      #expect(
        bytes.isEmpty || String(decoding: bytes, as: UTF8.self).contains("No other evidence."),
        "\(name)")
    }
  }

  @Test("The seed of the order is taken, recorded, and refused when it is none")
  func orderSeed() throws {
    let scratch = try Scratch()
    for (seed, order) in [
      ("0", "vertebroplasty kyphoplasty care"), ("4294967295", ""), ("5", "care kyphoplasty"),
    ] {
      let output = scratch.path("out\(seed)")
      let run = try Run.program(
        "generate", Project.bad("plain"), "--output", output, "--order-seed", seed)
      #expect(run.status == 0, "\(run.errors)")
      let record = try #require(try Tree(output).files.first { $0.key.hasSuffix("record.xml") })
      let text = String(decoding: record.value, as: UTF8.self)
      #expect(text.contains("<optionOrder alternatives=\"\(order)"))
      #expect(text.contains("from=\"given\" seed=\"\(seed)\""))
    }
    for seed in ["-1", "4294967296", "x", "1.5"] {
      let run = try Run.program(
        "generate", Project.bad("plain"), "--output", scratch.path("no"), "--order-seed=\(seed)")
      #expect(run.status == 64, "\(seed)")
    }
  }

  @Test("Reading levels agree with textstat on every sample")
  func readingLevelsAgree() throws {
    let scratch = try Scratch()
    let output = scratch.path("out")
    let made = try Run.program("generate", Project.profiles, "--output", output)
    try #require(made.status == 0, "\(made.errors)")
    let command = [
      try Project.tool("python"), Project.root + "/Tests/Tools/reading_levels.py", output,
    ]
    let run = try Run.command(command, environment: ["PATH": "/usr/bin:/bin", "HOME": "/tmp"])
    #expect(run.status == 0, "\(run.text.prefix(3000)) \(run.errors.suffix(1000))")
    #expect(run.text.split(separator: "\n").count == Project.ids.count)
    // A peer that would agree with anything is none.
    let record = output + "/01-swing-us/record.xml"
    let text = try String(contentsOfFile: record, encoding: .utf8)
    let wrong = text.replacing(
      /(<reading [^>]*) fleschKincaid="[0-9.]+"/, with: { "\($0.output.1) fleschKincaid=\"4.9\"" })
    try wrong.write(toFile: record, atomically: false, encoding: .utf8)
    #expect(try Run.command(command, environment: ["PATH": "/usr/bin:/bin"]).status == 1)
  }

  @Test("No rule of the style sheet is addressed to one option")
  func styleNamesNoOption() throws {
    let css = try String(
      contentsOfFile: Project.root + "/Sources/EvidencePack/styles/page.css", encoding: .utf8)
    for word in ["vertebroplasty", "kyphoplasty", "care", ":nth", ":first", ":last", "data-"] {
      let lines = css.split(separator: "\n").filter { $0.contains(word) && $0.contains("panel") }
      #expect(lines.isEmpty, "\(lines)")
    }
    for option in ["vertebroplasty", "kyphoplasty"] { #expect(!css.contains(option)) }
  }
}
