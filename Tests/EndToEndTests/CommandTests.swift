// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// What the subcommands print.
struct CommandTests {
  @Test func explainPrintsTheLeadsOfTheRecord() throws {
    let scratch = try Scratch()
    let run = try Run.program("generate", Project.profiles, "--output", scratch.path("out"))
    try #require(run.status == 0, "\(run.errors)")
    var compared = 0
    for id in Project.ids {
      let record = try String(contentsOfFile: scratch.path("out/\(id)/record.xml"), encoding: .utf8)
      let explained = try Run.program(
        "explain", "\(Project.profiles)/\(id).xml", "--width", "400")
      try #require(explained.status == 0, "\(id): \(explained.errors)")
      let text = explained.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let printed = text.matches(of: /leads by ([\d.]+) points/).compactMap {
        Double($0.1)
      }
      let margins = try record.matches(of: /<reading [^>]* margin="([^"]+)"/).map {
        try #require(Double($0.1)).magnitude
      }
      #expect(printed.count == margins.count, "\(id)")
      for (one, other) in zip(printed, margins) {
        #expect(abs(one - other) <= 0.05 + 1e-9, "\(id)")
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  @Test(arguments: [80, 120, 200])
  func explainKeepsToTheWidth(width: Int) throws {
    let run = try Run.program("explain", Project.bad("plain"), "--width", "\(width)")
    #expect(run.status == 0)
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test func checkWritesNothing() throws {
    let scratch = try Scratch()
    for id in ["a", "b"] { try scratch.write("\(id).xml", try Project.profile(id: id)) }
    try scratch.write("c.xml", "<broken")
    let before = try Tree(scratch.path)
    let run = try Run.program("check", scratch.path, in: scratch.path)
    #expect(run.status == 1)
    #expect(run.text == "decision-aid: 2 of 3 profiles have no mistakes.\n")
    #expect(run.errors.contains("c.xml:1: error: "))
    #expect(try Run.program("check", "a.xml", "b.xml", in: scratch.path).status == 0)
    #expect(try Run.program("check", "c.xml", in: scratch.path).status == 65)
    #expect(try Tree(scratch.path) == before)
    #expect(try Run.program("check", Project.profiles).status == 0)
  }

  static let schemas = [
    ("preference-profile", "Sources/EvidencePack/schemas/preference-profile.xsd"),
    ("evidence-pack", "Sources/EvidencePack/schemas/evidence-pack.xsd"),
    ("text-catalogue", "Sources/EvidencePack/schemas/text-catalogue.xsd"),
    ("decision-record", "Sources/EvidencePack/schemas/decision-record.xsd"),
    ("checklist", "Sources/EvidencePack/schemas/checklist.xsd"),
    ("audit-export", "Sources/EvidencePack/schemas/audit-export.xsd"),
    ("profile-template", "Profiles/Template/profile-template.xml"),
  ]

  @Test(arguments: schemas)
  func schemaPrintsTheFileByteForByte(name: String, file: String) throws {
    let run = try Run.program("schema", name)
    #expect(run.status == 0)
    #expect(run.output == Array(try Data(contentsOf: URL(filePath: "\(Project.root)/\(file)"))))
    #expect(run.output.count > 1000)
  }

  static let helped = [
    [], ["generate"], ["gallery"], ["check"], ["explain"], ["new"], ["analyse"], ["ipdas"],
    ["schema"], ["pack"], ["pack", "show"], ["audit"], ["keys"],
  ]

  @Test(arguments: helped)
  func helpHasExamplesThatNameRealCommands(command: [String]) throws {
    let run = try Run.program(command + ["--help"])
    #expect(run.status == 0)
    let parts = run.text.split(separator: "EXAMPLES")
    try #require(parts.count == 2, "\(command) has no examples")
    let examples = parts[1].split(separator: "\n").filter { $0.hasPrefix("  decision-aid ") }
    #expect(!examples.isEmpty)
    for example in examples {
      let words = example.split(separator: " ").dropFirst().prefix(1).map(String.init)
      #expect(Self.helped.contains(words), "\(example)")
    }
  }

  @Test func everyWayOfAskingThatProfilesKnowCanBeChosenForAnInterview() throws {
    let schema = try String(
      contentsOfFile: "\(Project.root)/Sources/EvidencePack/schemas/preference-profile.xsd",
      encoding: .utf8)
    let attribute = try #require(schema.firstRange(of: "<xs:attribute name=\"method\""))
    let ending = try #require(schema[attribute.upperBound...].firstRange(of: "</xs:attribute>"))
    let methods = schema[attribute.upperBound..<ending.lowerBound]
      .matches(of: /enumeration value="(\w+)"/).map { String($0.1) }
    #expect(methods.count >= 10)
    let help = try Run.program("new", "--help").text
    for method in methods {
      #expect(
        try Run.program("new", "--method", method, "--list-questions").status == 0, "\(method)")
      #expect(help.contains(method), "\(method)")
    }
    let wrong = try Run.program("new", "--method", "guessed", "--list-questions")
    #expect(wrong.status == 64 && methods.allSatisfy { wrong.errors.contains($0) })
  }

  static let wrong: [[String]] = [
    ["generate"], ["check"], ["explain"], ["schema"], ["schema", "nothing"], ["nothing"],
    ["ipdas"], ["ipdas", "nowhere.xml"],
    ["generate", "p.xml", "--jobs", "0"], ["generate", "p.xml", "--jobs", "65"],
    ["generate", "p.xml", "--jobs", "x"], ["generate", "p.xml", "--nothing"],
    ["explain", "p.xml", "--width", "39"], ["explain", "a.xml", "b.xml"],
    ["generate", "nowhere.xml"], ["check", "nowhere.xml"], ["explain", "nowhere.xml"],
    ["pack", "show", "--pack", "nowhere"], ["generate", ""],
  ]

  @Test(arguments: wrong)
  func wrongArgumentsEndWith64AndWriteNothing(arguments: [String]) throws {
    let scratch = try Scratch()
    let run = try Run.program(arguments, in: scratch.path)
    #expect(run.status == 64)
    #expect(!run.errors.isEmpty)
    #expect(!run.text.contains("rror"))
    #expect(try Tree(scratch.path).names.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsNameEverySubcommand(shell: String) throws {
    let run = try Run.program("--generate-completion-script", shell)
    #expect(run.status == 0)
    for word in ["generate", "check", "explain", "new", "schema", "pack", "self-check"] {
      #expect(run.text.contains(word), "\(word)")
    }
    guard shell == "bash" else { return }
    let scratch = try Scratch()
    let script = try scratch.write("completion", run.output)
    #expect(try Run.command(["bash", "-n", script]).status == 0)
  }

  @Test func versionIsThatOfTheRecords() throws {
    let scratch = try Scratch()
    let run = try Run.program("--version")
    #expect(run.status == 0)
    let version = run.text.trimmingCharacters(in: .newlines)
    #expect(version.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil)
    let made = try Run.program("generate", Project.bad("plain"), "--output", scratch.path("out"))
    #expect(made.status == 0)
    let record = try String(contentsOfFile: scratch.path("out/plain/record.xml"), encoding: .utf8)
    #expect(record.contains("<program name=\"decision-aid\" version=\"\(version)\">"))
  }

  @Test func resultsGoToStandardOutputAndMessagesToStandardError() throws {
    let scratch = try Scratch()
    let good = try Run.program("generate", Project.bad("plain"), "--output", scratch.path("out"))
    #expect(good.errors.isEmpty && good.text.hasPrefix("decision-aid: wrote the documents of 1 "))
    let wrong = try Run.program(
      "generate", Project.bad("weights-nan"), "--output", scratch.path("b"))
    #expect(!wrong.text.contains("error") && wrong.errors.contains("error"))
  }
}
