// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup
import ProblemAnalysis
import TestSupport
import Testing

/// Decision problems that must be refused, each with its rule and line.
struct BadProblemTests {
  private static let folder = "Tests/Fixtures/BadProblems"

  /// A file without `.xml`, and the identifier and line of every refusal.
  static let refusals: [(file: String, found: [(identifier: String, line: Int)])] = [
    ("anchors-against-direction", [("problem.valueFunction", 10)]),
    ("anchors-miss-estimate", [("problem.outsideAnchors", 13)]),
    ("anchors-miss-limit", [("problem.outsideAnchors", 12)]),
    ("answer-for-branch", [("problem.answer", 30)]),
    ("answer-off-list", [("problem.weights", 28), ("problem.weights", 30)]),
    ("answer-other-anchors", [("problem.weights", 30)]),
    ("answer-without-range", [("problem.answerRange", 30)]),
    ("baseline-without-operation", [("problem.baseline", 22)]),
    ("best-worst-unnamed", [("problem.weightingAttribute", 28)]),
    ("branch-not-weighed-inside", [("problem.within", 28)]),
    ("branch-unknown", [("problem.within", 28), ("problem.unknownBranch", 33)]),
    ("branch-with-range", [("problem.answerRange", 30)]),
    ("branch-without-answer", [("problem.weights", 29)]),
    ("chain-broken", [("problem.chain", 33)]),
    ("chain-incomplete", [("problem.uncertaintyList", 33)]),
    ("circular-baseline", [("problem.circularBaseline", 22), ("problem.circularBaseline", 23)]),
    ("compare-one", [("problem.selection", 34)]),
    ("concentration-negative", [("problem.uncertainty", 33)]),
    ("depends-on-unknown", [("problem.dependsOn", 11)]),
    ("duplicate-alternative", [("problem.duplicateAlternative", 5)]),
    ("duplicate-answer", [("problem.weights", 28), ("problem.weights", 30)]),
    ("duplicate-cell", [("problem.missingCell", 15), ("problem.duplicateCell", 17)]),
    (
      "duplicate-criterion",
      [("problem.duplicateCriterion", 10), ("problem.duplicateCriterion", 15)]
    ),
    ("effects-beside-performance", [("problem.duplicateCell", 17)]),
    ("effects-covariance-twice", [("problem.jointEffects", 23)]),
    ("effects-not-definite", [("problem.jointEffects", 17)]),
    ("effects-of-nobody", [("problem.jointEffects", 23)]),
    ("effects-without-covariance", [("problem.jointEffects", 17)]),
    ("empty-cell", [("problem.emptyCell", 24)]),
    ("equal-with-answers", [("problem.weightingElement", 29)]),
    ("estimate-outside-limits", [("problem.distribution", 11)]),
    ("events-above-n-uniform-prior", [("problem.distribution", 17)]),
    ("events-above-n", [("problem.distribution", 17)]),
    ("falling-values", [("problem.valueFunction", 10)]),
    ("flat-stretch", [("problem.valueFunction", 10)]),
    ("floor-above-estimate", [("problem.distribution", 11)]),
    ("foreign-attribute", [("problem.weightingAttribute", 28)]),
    ("foreign-element", [("problem.weightingElement", 30)]),
    ("forty-one-criteria", [("problem.tooManyCriteria", 9)]),
    ("inconsistent-comparisons", [("problem.weights", 32)]),
    ("interval-low-above-high", [("problem.weights", 30)]),
    ("level-comma", [("xml.value", 13)]),
    ("level-infinite", [("xml.value", 13)]),
    ("level-nan", [("xml.value", 13)]),
    ("level-overflow", [("problem.notFinite", 13)]),
    ("limits-not-reached", [("problem.distribution", 16)]),
    ("list-unknown", [("problem.selection", 34)]),
    ("local-and-stated-anchors", [("problem.localAnchors", 10)]),
    ("lognormal-at-zero", [("problem.distribution", 22)]),
    ("low-above-high", [("problem.distribution", 11)]),
    ("missing-answer", [("problem.weights", 28)]),
    ("missing-cell", [("problem.missingCell", 10)]),
    ("missing-comparison", [("problem.weights", 32)]),
    ("missing-reference-cell", [("problem.missingCell", 20)]),
    ("must-two-bounds", [("problem.must", 11)]),
    ("no-alternative", [("problem.tooFewAlternatives", 3)]),
    ("no-anchors", [("problem.anchors", 10)]),
    ("no-criterion", [("problem.noCriteria", 9)]),
    ("no-direction", [("xml.attributeMissing", 10)]),
    ("no-event-no-prior", [("problem.distribution", 17)]),
    ("no-observation", [("problem.distribution", 17)]),
    ("odds-ratio-of-days", [("problem.oddsRatio", 22)]),
    ("odds-ratio-zero", [("problem.oddsRatio", 17)]),
    ("one-alternative", [("problem.tooFewAlternatives", 3)]),
    ("one-branch", [("problem.branches", 28)]),
    ("own-baseline", [("problem.circularBaseline", 22)]),
    ("payer-without-cost", [("problem.payer", 10)]),
    ("picked-too-often", [("problem.weights", 29)]),
    ("points-do-not-end-at-one", [("problem.valueFunction", 10)]),
    ("points-end-elsewhere", [("problem.valueFunctionEnds", 10)]),
    ("points-negative", [("problem.weights", 30)]),
    ("points-none-hundred", [("problem.weights", 28)]),
    ("points-not-a-power", [("xml.value", 34)]),
    ("points-sum-99", [("problem.weights", 28)]),
    ("proportion-beyond-scale", [("problem.distribution", 17)]),
    ("ranks-incomplete", [("problem.uncertaintyList", 33)]),
    ("ratio-zero", [("problem.weights", 32)]),
    ("reference-like-alternative", [("problem.duplicateAlternative", 8)]),
    ("shape-zero", [("problem.distribution", 17)]),
    ("sigma-zero", [("problem.uncertainty", 33)]),
    ("span-with-number", [("problem.anchorsSpan", 24)]),
    ("spread-not-reached", [("problem.distribution", 11)]),
    ("thresholds-reversed", [("problem.thresholds", 34)]),
    ("too-large-shape", [("problem.distribution", 16)]),
    ("too-many-observations", [("problem.distribution", 16)]),
    ("top-reversed", [("problem.uncertainty", 33)]),
    ("top-without-one", [("problem.uncertainty", 33)]),
    ("trades-not-linked", [("problem.weights", 31)]),
    ("twenty-one-alternatives", [("problem.tooManyAlternatives", 3)]),
    ("unknown-alternative", [("problem.missingCell", 15), ("problem.unknownAlternative", 17)]),
    ("unknown-baseline", [("problem.unknownAlternative", 22)]),
    ("weights-all-zero", [("problem.weights", 28)]),
    ("weights-negative", [("problem.weights", 30)]),
    ("weights-sum", [("problem.weightSum", 28)]),
  ]

  static let accepted = ["plain", "plain-branch-first"]

  private static func problems(_ file: String) throws -> [Diagnostic] {
    let bytes = try Project.bytes("\(folder)/\(file).xml")
    do throws(PipelineFailure) {
      return try ProblemAnalysis(bytes, file: "problem.xml").warnings
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: refusals.map(\.file))
  func isRefusedAtItsLineWithAdvice(file: String) throws {
    let expected = try #require(Self.refusals.first { $0.file == file }).found
    let found = try Self.problems(file)
    #expect(found.map(\.identifier) == expected.map(\.identifier), "\(found)")
    #expect(found.map(\.location.line) == expected.map(\.line), "\(found)")
    #expect(found.allSatisfy { $0.severity == .error && !$0.advice.isEmpty })
  }

  @Test(arguments: accepted)
  func isAcceptedWhereTheFileIsGood(file: String) throws {
    #expect(try Self.problems(file) == [])
  }

  @Test func knowsEveryFileOfTheFolder() {
    let known = (Self.refusals.map(\.file) + Self.accepted).map { $0 + ".xml" }
    #expect(known.sorted() == Project.files(in: Self.folder))
  }

  @Test func saysHowANumberIsWritten() throws {
    let comma = try #require(try Self.problems("level-comma").first)
    #expect(comma.advice.contains("plain number with a point"))
  }
}
