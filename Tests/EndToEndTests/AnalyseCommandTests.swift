// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// What `decision-aid analyse` prints and how it ends.
struct AnalyseCommandTests {
  static let examples = ["heating", "three-normal", "thrombolytics"]

  private static func path(_ example: String) -> String {
    "\(Project.profiles)/Analyses/\(example).xml"
  }

  private static func output(_ example: String) throws -> AnalysisOutput {
    let run = try Run.program("analyse", path(example), "--json")
    try #require(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(AnalysisOutput.self, from: Data(run.output))
  }

  @Test(arguments: examples)
  func tableHasEveryNumberOfTheJSON(example: String) throws {
    let json = try Run.program("analyse", Self.path(example), "--json")
    let table = try Run.program("analyse", Self.path(example), "--precise")
    #expect(json.status == 0 && table.status == 0 && json.errors.isEmpty)
    let again = try Run.program("analyse", Self.path(example), "--json", in: "/tmp")
    #expect(again.output == json.output)
    let words = Set(table.text.split { " =\n".contains($0) }.map(String.init))
    let numbers = json.text.split { " [],:\n{}".contains($0) }.map(String.init)
      .filter { $0.contains(".") && Double($0) != nil }
    #expect(numbers.count > 50)
    for number in numbers { #expect(words.contains(number), "\(number)") }
    for name in json.text.matches(of: /"([A-Za-z]+)": (\[\n|\{|-?[0-9])/).map(\.1) {
      #expect(table.text.contains(name), "\(name)")
    }
  }

  @Test(
    "Without an option the verdict comes first, and no number has more digits than it can bear",
    arguments: examples)
  func verdictFirst(example: String) throws {
    let run = try Run.program("analyse", Self.path(example))
    let output = try Self.output(example)
    #expect(run.status == 0)
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for comparison in output.comparisons {
      let place = try #require(lines.firstIndex { $0.hasPrefix("\(comparison.id): ") })
      let verdict = lines[place + 1]
      #expect(
        verdict.contains("fits") || verdict.contains("Too close to call")
          || verdict.contains("at least as good"), "\(verdict)")
      #expect(lines[place + 2].contains("points of 100 ahead of"))
    }
    #expect(run.text.matches(of: /[0-9]\.[0-9]{2}/).isEmpty)
    #expect(
      lines.allSatisfy { $0 == $0.trimmingCharacters(in: .whitespaces) || $0.hasPrefix("  ") })
    #expect(run.text.contains("#") && run.text.contains("--precise"))
  }

  @Test func everyExampleIsKnown() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Project.profiles + "/Analyses")
    #expect(files.sorted() == Self.examples.map { $0 + ".xml" })
  }

  @Test func examplesAreNotTakenForProfiles() throws {
    let run = try Run.program("check", Project.profiles)
    #expect(run.status == 0 && !run.errors.contains("Analyses"))
    #expect(run.text.contains("\(Project.ids.count) of \(Project.ids.count) profiles"))
  }

  @Test func threeNormalHasTheIntegratedAnswers() throws {
    let simulation = try #require(try Self.output("three-normal").first().simulation)
    let first = [0.565775201747057, 0.423039658849383, 0.0111851394035599]
    #expect(distance(simulation.rankAcceptability.map { $0[0] }, first) < 1e-9)
    let perfect = try #require(simulation.valueOfInformation.first).perfect
    #expect(abs(perfect - 0.0341703715330722) < 1e-9)
  }

  @Test func heatingShowsWhatItSays() throws {
    let output = try Self.output("heating")
    let kinds = Set(output.warnings.map(\.kind))
    for kind in [
      "missesRequirement", "dependence", "sharedMeasure", "spanInsteadOfNumber",
    ] {
      #expect(kinds.contains(kind))
    }
    #expect(output.weighting.method == "branchFirst")
    #expect(output.comparisons.map(\.id) == ["all", "without-street-works"])
    #expect(output.comparisons[0].alternatives == ["gas-boiler", "heat-pump", "district-heat"])
    #expect(output.problem.performances.filter { $0.alternative == "present" }.count == 1)
  }

  @Test func fieldsStandInAFixedOrder() throws {
    let run = try Run.program("analyse", Self.path("three-normal"), "--json")
    let names = run.text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    #expect(
      names == [
        "format", "program", "id", "problem", "weighting", "settings", "exclusions", "warnings",
        "comparisons",
      ])
  }

  static let endings: [(arguments: [String], status: Int32)] = [
    (["analyse"], 64), (["analyse", "nowhere.xml"], 64), (["analyse", "a.xml", "b.xml"], 64),
    (["analyse", Project.profiles], 64), (["analyse", "/dev/null"], 65),
    (["analyse", Project.program], 65),
    (["analyse", Project.badProblem], 1),
    (["analyse", Project.bad("plain")], 1),
  ]

  @Test(arguments: endings)
  func refusalsHaveTheirStatusAndNoResult(arguments: [String], status: Int32) throws {
    let run = try Run.program(arguments)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test func schemaIsPrinted() throws {
    let run = try Run.program("schema", "decision-problem")
    #expect(run.status == 0 && run.text.contains("urn:spine-decision-aid:decision-problem:1"))
  }
}
