// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import ProblemAnalysis
import SampleSupport
import Testing

/// The guards against misuse, each planted in a plain problem.
struct ProblemWarningTests {
  private static let relief = "worst=\"0\" best=\"10\" branch=\"gain\""

  /// A change of the plain problem, and the warning that it plants.
  static let planted: [(from: String, to: String, kind: AnalysisWarning.Kind, criteria: [String])] =
    [
      (
        "estimate=\"5\" low=\"4\" high=\"6\"", "estimate=\"3.5\" low=\"3\" high=\"4\"",
        .rangeTooWide, ["relief"]
      ),
      (
        relief, "worst=\"0\" best=\"10\" outside=\"extrapolate\" branch=\"gain\"",
        .outsideAnchors, ["relief"]
      ),
      (
        "<exact value=\"3\"/>", "<normal estimate=\"9\" low=\"8\" high=\"10\"/>",
        .drawsOutsideRange, ["relief"]
      ),
      (
        "worst=\"0.5\" best=\"0\" branch", "worst=\"0.5\" best=\"0\" measures=\"hurt\" branch",
        .sharedMeasure, ["harm", "days"]
      ),
      (
        "branch=\"gain\">", "branch=\"gain\"><dependsOn criterion=\"harm\" reason=\"r\"/>",
        .dependence, ["relief", "harm"]
      ),
      (
        "branch=\"gain\">", "branch=\"gain\"><must atLeast=\"3.5\"/>",
        .missesRequirement, ["relief"]
      ),
      ("branch=\"gain\">", "branch=\"gain\" kind=\"cost\">", .payerNotStated, ["relief"]),
      (
        "<performance alternative=\"one\"><normal",
        "<performance alternative=\"one\" study=\"a\"><normal", .differentStudies, ["relief"]
      ),
    ]

  private static func warnings(
    _ changes: [(from: String, to: String)]
  ) throws -> [AnalysisWarning] {
    var text = try GoodProblem.text()
    for change in changes {
      let range = try #require(text.firstRange(of: change.from), "\(change.from)")
      text.replaceSubrange(range, with: change.to)
    }
    return try ProblemAnalysis(Array(text.utf8), file: "problem.xml").report.warnings
  }

  @Test func thePlainProblemHasFew() throws {
    let found = try Self.warnings([])
    #expect(found.map(\.kind) == [.drawnApart, .drawnApart, .spanInsteadOfNumber])
    #expect(found.map(\.criteria) == [["relief"], ["harm"], ["days"]])
    #expect(found[2].alternatives == ["three"])
  }

  @Test(arguments: planted.indices)
  func everyGuardWarns(index: Int) throws {
    let change = Self.planted[index]
    var changes = [(change.from, change.to)]
    switch change.kind {
    case .rangeTooWide: changes.append(("estimate=\"4\"", "estimate=\"3.4\""))
    case .outsideAnchors: changes.append(("value=\"3\"", "value=\"11\""))
    case .sharedMeasure:
      changes.append(
        ("worst=\"30\" best=\"0\" branch", "worst=\"30\" best=\"0\" measures=\"hurt\" branch"))
    case .differentStudies:
      changes.append(
        (
          "<performance alternative=\"two\"><normal",
          "<performance alternative=\"two\" study=\"b\"><normal"
        ))
    default: break
    }
    #expect(!(try Self.warnings([]).contains { $0.kind == change.kind }))
    let found = try Self.warnings(changes).filter { $0.kind == change.kind }
    #expect(found.map(\.criteria) == [change.criteria])
  }

  static let weightings: [(preferences: String, kind: AnalysisWarning.Kind)] = [
    ("<weighting method=\"equal\"/>", .notElicited),
    (given([0.5, 0.3, 0.2]), .weightsWithoutRanges),
    (
      given([0.2, 0.3, 0.5])
        + "<uncertainty><ordinal><rank criterion=\"relief\" rank=\"1\"/><rank criterion=\"harm\" "
        + "rank=\"2\"/><rank criterion=\"days\" rank=\"3\"/></ordinal></uncertainty>",
      .weightsOutsideUncertainty
    ),
    (given([0.1, 0.5, 0.4]), .splitting),
  ]

  private static func given(_ values: [Double]) -> String {
    let elements = zip(["relief", "harm", "days"], values).map {
      "<weight criterion=\"\($0)\" value=\"\($1)\"/>"
    }
    return "<weighting method=\"given\">\(elements.joined())</weighting>"
  }

  @Test(arguments: weightings)
  func everyGuardOfTheWeightsWarns(preferences: String, kind: AnalysisWarning.Kind) throws {
    let text = try GoodProblem.text()
    let start = try #require(text.firstRange(of: "<weighting")).lowerBound
    let end = try #require(text.firstRange(of: "</weighting>")).upperBound
    #expect(!(try Self.warnings([]).contains { $0.kind == kind }))
    let found = try Self.warnings([(String(text[start..<end]), preferences)])
    #expect(found.contains { $0.kind == kind })
  }

  @Test func whoMissesALevelStandsOutsideTheRanking() throws {
    let text = try GoodProblem.text()
    let strict = text.replacing("branch=\"gain\">", with: "branch=\"gain\"><must atLeast=\"3.5\"/>")
    let report = try ProblemAnalysis(Array(strict.utf8), file: "p").report
    #expect(report.exclusions.map(\.cell.alternative) == ["three"])
    #expect(report.comparisons.map(\.alternatives) == [["one", "two"]])
    #expect(report.comparisons[0].analysis?.overall.alternatives == ["one", "two"])
    let none = text.replacing("branch=\"gain\">", with: "branch=\"gain\"><must atLeast=\"9\"/>")
    let empty = try ProblemAnalysis(Array(none.utf8), file: "p").report
    #expect(empty.comparisons[0].analysis == nil && empty.comparisons[0].simulation == nil)
  }
}
