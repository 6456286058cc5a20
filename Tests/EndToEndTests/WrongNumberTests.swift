// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// Rows 14 and 15 of DecisionAid.docc/Testing.md, "Fault table": weights that are no weights, and
/// the numbers of other locales.
struct WrongNumberTests {
  private static let points = "points=\"45\""
  private static let line = 49

  static let numbers = [
    "NaN", "nan", "INF", "Infinity", "-INF", "-0", "-5", "+5", "1e2", "1e400", "0x1p3", "0,5",
    "1.234,5", "1 000", "", "٧٠", "７０", "070", ".5", "5.", "0.1234567890", "9999999999999",
    "seventy",
  ]

  @Test(arguments: numbers)
  func refusesWhatIsNoPlainNumber(number: String) throws {
    let text = try Project.plainProfile().replacing(Self.points, with: "points=\"\(number)\"")
    try refuse(text, says: ":\(Self.line): error: The attribute points of the element swing")
  }

  /// What is changed in the plain profile, and what the refusal says.
  static let sums = [
    ("points=\"45\"", "points=\"101\"", ":49: error: "),
    ("points=\"100\"", "points=\"99\"", ": error: "),
    ("points=\"45\"", "points=\"45\" share=\"1\"", ":49: error: "),
    (
      "<swing criterion=\"height-restoration\"", "<swing criterion=\"pain-relief\"",
      "pain-relief"
    ),
    ("worst=\"60\"", "worst=\"61\"", ":50: error: The weight of procedure-time"),
    ("method=\"swing\"", "method=\"hundredPoints\"", ": error: "),
  ]

  @Test(arguments: sums)
  func refusesWeightsThatDoNotFitTheirQuestion(from: String, to: String, says: String) throws {
    try refuse(try Project.plainProfile().replacing(from, with: to), says: says)
  }

  @Test(arguments: [
    "all-zero", "duplicate-criterion", "missing-criterion", "negative-weight", "points-sum-99",
    "weights-comma", "weights-german", "weights-hex", "weights-infinite", "weights-nan",
    "weights-overflow", "wrong-anchors",
  ])
  func refusesAMistakeAtItsLine(name: String) throws {
    let mutation = try ProfileMutation.named(name)
    try refuse(mutation.text(), says: ":\(mutation.line()): error: ")
  }

  private func refuse(_ text: String, says: String) throws {
    let scratch = try Scratch()
    let profile = try scratch.write("p.xml", text)
    for locale in ["C", "de_DE.UTF-8"] {
      let run = try Run.program(
        "generate", profile, "--output", scratch.path("out"), environment: ["LC_ALL": locale])
      #expect(run.status == 1)
      #expect(run.errors.contains(says), "\(run.errors)")
      #expect(try Tree(scratch.path("out")).names.isEmpty)
    }
  }

  @Test(arguments: ["de_DE", "tr_TR", "ar_EG", "fa_IR"])
  func writesTheSameBytesInEveryLocale(locale: String) throws {
    let installed = try Run.command(["locale", "-a"], environment: ["PATH": "/usr/bin:/bin"]).text
    try #require(installed.contains("\(locale).utf8"), "\(locale) is missing: run Tests/run-all")
    let scratch = try Scratch()
    for (folder, name) in [("plain", "C"), ("local", "\(locale).UTF-8")] {
      let run = try Run.program(
        "generate", Project.profiles, "--date", Project.day, "--output", scratch.path(folder),
        environment: ["LC_ALL": name, "LANG": name, "LANGUAGE": locale])
      #expect(run.status == 0)
      let text = try Run.program(
        "explain", "\(Project.profiles)/01-swing-us.xml", environment: ["LC_ALL": name])
      try scratch.write("\(folder)-explain", text.output)
    }
    let plain = try Tree(scratch.path("plain"))
    #expect(plain.names == Tree.names(of: Project.ids))
    let isSame = try Tree(scratch.path("local")) == plain
    #expect(isSame)
    let files = try Tree(scratch.path).files
    let isExplainedAlike = files["plain-explain"] == files["local-explain"]
    #expect(isExplainedAlike)
  }
}
