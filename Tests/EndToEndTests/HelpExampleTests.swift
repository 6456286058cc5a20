// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// What the help texts show as examples works as it stands there.
struct HelpExampleTests {
  /// A help text: the subcommand that it is about, and the examples in it.
  struct Help: Sendable, CustomTestStringConvertible {
    let command: [String]
    let examples: [String]
    let subcommands: [String]

    var testDescription: String { (["decision-aid"] + command).joined(separator: " ") }

    init(_ command: [String]) throws {
      let run = try Run.program(command + ["--help"], environment: ["COLUMNS": "300"])
      try #require(run.status == 0, "\(run.errors)")
      var (examples, subcommands, section) = ([String](), [String](), "")
      var continues = false
      for line in run.text.split(separator: "\n", omittingEmptySubsequences: false) {
        let text = line.trimmingCharacters(in: .whitespaces)
        if !line.hasPrefix(" ") { section = text }
        if continues {
          examples[examples.count - 1] += " " + text.replacing("\\", with: "")
        } else if text.hasPrefix("decision-aid "), line.hasPrefix("  ") {
          examples.append(text.replacing("\\", with: ""))
        }
        continues = text.hasSuffix("\\")
        if section.hasPrefix("SUBCOMMANDS"), line.hasPrefix("  "), line.dropFirst(2).first != " ",
          let name = text.split(separator: " ").first
        {
          subcommands.append(String(name))
        }
      }
      self.command = command
      self.examples = examples
      self.subcommands = subcommands
    }

    /// The help of a command and of all below it.
    static func all(of command: [String] = []) throws -> [Help] {
      let help = try Help(command)
      return try [help] + help.subcommands.flatMap { try all(of: command + [$0]) }
    }
  }

  /// A folder with everything that the examples name.
  private static func place() throws -> Scratch {
    let scratch = try Scratch()
    let files = FileManager.default
    func copy(_ path: String, _ name: String) throws {
      try files.copyItem(atPath: "\(Project.root)/\(path)", toPath: scratch.path(name))
    }
    _ = try scratch.folder("Profiles")
    _ = try scratch.folder("packs")
    try copy("Profiles/01-swing-us.xml", "Profiles/01-swing-us.xml")
    try copy("Profiles/Analyses", "Profiles/Analyses")
    try copy("Sources/EvidencePack/vertebral-fracture", "my-pack")
    try copy("Sources/EvidencePack/vertebral-fracture", "packs/2026")
    try copy("Tests/Fixtures/Answers/rank-order.txt", "ward-b-04.txt")
    try copy("Tests/Fixtures/PackOneProfiles/01-swing-us.xml", "old-profile.xml")
    for line in [
      "decision-aid keys create --output Keys", "cp Keys/signing-certificate.pem hospital.pem",
      "decision-aid generate Profiles --keys Keys --date 2026-11-20",
      "cp -r Output/01-swing-us before",
      "cp -r before old", "decision-aid generate Profiles --keys Keys --date 2026-11-22",
      "cp -r Output/01-swing-us after", "decision-aid audit head > head.txt",
      "decision-aid audit export --output export.xml --keys Keys", "mv export.xml ready.xml",
    ] {
      let run = try shell(line, in: scratch)
      try #require(run.status == 0, "\(line): \(run.errors)")
    }
    return scratch
  }

  private static func shell(_ line: String, in scratch: Scratch) throws -> Run {
    let folder = URL(filePath: Project.program).deletingLastPathComponent().path
    return try Run.command(
      ["/bin/bash", "-c", line],
      environment: ["PATH": "\(folder):/usr/bin:/bin", "HOME": scratch.path], in: scratch.path)
  }

  /// How examples end that cannot do their work here: nobody answers, or the number is made up.
  private static func ending(of example: String) -> Int32 {
    if example.hasPrefix("decision-aid new"), !example.contains("--answers"),
      !example.contains("--list")
    {
      return 1
    }
    return example.contains("audit find 1f6f-d479") ? 64 : 0
  }

  @Test("Each example in a help text can be run")
  func examplesRun() throws {
    let place = try Self.place()
    let helps = try Help.all()
    #expect(helps.count > 20 && helps.reduce(0) { $0 + $1.examples.count } > 40)
    for help in helps where !help.examples.isEmpty {
      let scratch = try Scratch()
      let own = try Self.shell("cp -a \(place.path)/. .", in: scratch)
      try #require(own.status == 0, "\(own.errors)")
      for example in help.examples {
        // What an example stands on is there, unless one before it has made it.
        let needed = [
          "verify export.xml": "[ -e export.xml ] || mv ready.xml export.xml",
          "keys show keys": "[ -e keys ] || cp -r Keys keys",
        ]
        for (text, line) in needed where example.contains(text) {
          _ = try Self.shell(line, in: scratch)
        }
        let run = try Self.shell(example, in: scratch)
        #expect(run.status == Self.ending(of: example), "\(example): \(run.errors)")
      }
    }
  }
}
