// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup
import ProblemAnalysis
import SampleSupport
import Testing

/// Decision problems that must be refused, each with its rules and lines.
struct BadProblemTests {
  private static func problems(_ text: String) throws -> [Diagnostic] {
    do throws(PipelineFailure) {
      return try ProblemAnalysis(Array(text.utf8), file: "problem.xml").warnings
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: ProblemMutation.all)
  func isRefusedAtItsLineWithAdvice(mutation: ProblemMutation) throws {
    let found = try Self.problems(mutation.text())
    #expect(found.map(\.identifier) == mutation.found.map(\.identifier), "\(found)")
    #expect(found.map(\.location.line) == (try mutation.lines()), "\(found)")
    #expect(found.allSatisfy { $0.severity == .error && !$0.advice.isEmpty })
  }

  @Test(arguments: ProblemWeighting.allCases)
  func isAcceptedWithoutAMistake(weighting: ProblemWeighting) throws {
    #expect(try Self.problems(GoodProblem.text(asked: weighting)) == [])
  }

  @Test func everyMistakeHasANameOfItsOwn() {
    #expect(Set(ProblemMutation.all.map(\.name)).count == ProblemMutation.all.count)
  }

  @Test func saysHowANumberIsWritten() throws {
    let comma = try #require(
      try Self.problems(ProblemMutation.named("level-comma").text()).first)
    #expect(comma.advice.contains("plain number with a point"))
  }
}
