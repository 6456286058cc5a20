// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import ProblemAnalysis
import Testing

/// Every way of asking and every form of a value function, read from a decision problem.
///
/// What the answers are worth is shown by the oracles of `DecisionAnalysisTests`.
struct MethodReadingTests {
  private static let problem = """
    <decisionProblem xmlns="urn:spine-decision-aid:decision-problem:1" id="methods">
    <alternatives><alternative id="one"/><alternative id="other"/></alternatives>
    <criteria>
    <criterion id="a" direction="higherIsBetter" worst="0" best="10">A<performance alternative="one">
    <exact value="4"/></performance><performance alternative="other"><exact value="5"/></performance>
    </criterion>
    <criterion id="b" direction="lowerIsBetter" worst="8" best="0"><performance alternative="one">
    <exact value="4"/></performance><performance alternative="other"><exact value="5"/></performance>
    </criterion>
    <criterion id="c" direction="higherIsBetter" worst="1" best="2"><performance alternative="one">
    <exact value="1"/></performance><performance alternative="other"><exact value="2"/></performance>
    </criterion>
    </criteria>
    <preferences>W</preferences>
    <settings points="1024"/>
    </decisionProblem>
    """

  /// The problem as it is read, with this element `weighting`.
  private static func read(
    _ weighting: String, _ first: [(String, String)] = []
  ) throws -> AnalysisRequest {
    var text = problem.replacing(">W<", with: ">\(weighting)<").replacing(">A<", with: "><")
    for (old, new) in first {
      try #require(text.contains(old))
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    return try ProblemAnalysis(Array(text.utf8), file: "problem.xml").report.request
  }

  private static let shown: [(id: String, worst: Double, best: Double)] = [
    ("a", 0, 10), ("b", 8, 0), ("c", 1, 2),
  ]
  private static let ranges = shown.map {
    ShownRange(criterion: $0.id, worst: $0.worst, best: $0.best)
  }

  /// An element with an answer for each criterion, in another order than that of the criteria.
  private static func asked(
    _ method: String, _ element: String, _ answers: [String], _ more: String = "",
    _ inside: String = ""
  ) -> String {
    let elements = zip(shown, answers).reversed().map {
      "<\(element) criterion=\"\($0.id)\" worst=\"\($0.worst)\" best=\"\($0.best)\" \($1)/>"
    }
    return "<weighting method=\"\(method)\" \(more)>\(elements.joined())\(inside)</weighting>"
  }

  private static func points(_ values: [Double]) -> [ElicitedAnswer] {
    zip(shown, values).map {
      ElicitedAnswer(criterion: $0.id, worst: $0.worst, best: $0.best, points: $1)
    }
  }

  private static func ranked(_ rule: RankWeightRule) -> WeightElicitation {
    .rankOrder(
      zip(shown, [2, 1, 3]).map {
        RankedAnswer(criterion: $0.id, worst: $0.worst, best: $0.best, rank: $1)
      }, rule)
  }

  private static let comparisons = """
    <comparison first="a" second="b" ratio="3"/><comparison first="c" second="a" ratio="1/5"/>
    <comparison first="b" second="c" ratio="2"/>
    """
  private static func compared(_ rule: PriorityRule) -> WeightElicitation {
    .pairwise(
      PairwiseAnswers(
        ranges: ranges,
        comparisons: [
          PairwiseComparison(first: "a", second: "b", ratio: 3),
          PairwiseComparison(first: "c", second: "a", ratio: 0.2),
          PairwiseComparison(first: "b", second: "c", ratio: 2),
        ], rule: rule))
  }

  static let methods: [(weighting: String, answers: WeightElicitation)] = [
    (
      asked("swing", "swing", ["points=\"100\"", "points=\"60\"", "points=\"20\""]),
      .swing(points([100, 60, 20]))
    ),
    (
      asked("directRating", "rating", ["points=\"9\"", "points=\"6\"", "points=\"40\""]),
      .directRating(points([9, 6, 40]))
    ),
    (
      asked("hundredPoints", "share", ["points=\"50\"", "points=\"30\"", "points=\"20\""]),
      .hundredPoints(points([50, 30, 20]))
    ),
    (
      asked(
        "intervalSwing", "interval",
        [
          "low=\"100\" high=\"100\"", "low=\"40\" high=\"60\"", "low=\"0\" high=\"20\"",
        ]),
      .intervalSwing(
        zip(shown, [(100.0, 100.0), (40, 60), (0, 20)]).map {
          IntervalAnswer(
            criterion: $0.id, worst: $0.worst, best: $0.best, low: $1.0, high: $1.1)
        })
    ),
    (
      asked("rankOrder", "rank", ["rank=\"2\"", "rank=\"1\"", "rank=\"3\""]),
      ranked(.rankOrderCentroid)
    ),
    (
      asked(
        "rankOrder", "rank", ["rank=\"2\"", "rank=\"1\"", "rank=\"3\""], "rule=\"rankSum\""),
      ranked(.rankSum)
    ),
    (
      asked(
        "rankOrder", "rank", ["rank=\"2\"", "rank=\"1\"", "rank=\"3\""], "rule=\"reciprocal\""),
      ranked(.reciprocal)
    ),
    (
      asked("pairwise", "range", ["", "", ""], "", comparisons), compared(.geometricMean)
    ),
    (
      asked("pairwise", "range", ["", "", ""], "priorities=\"eigenvector\"", comparisons),
      compared(.eigenvector)
    ),
    (
      asked(
        "bestWorst", "compared",
        [
          "fromMost=\"1\" toLeast=\"8\"", "fromMost=\"2\" toLeast=\"4\"",
          "fromMost=\"8\" toLeast=\"1\"",
        ], "mostImportant=\"a\" leastImportant=\"c\""),
      .bestWorst(
        BestWorstAnswers(
          mostImportant: "a", leastImportant: "c",
          answers: zip(shown, [(1.0, 8.0), (2, 4), (8, 1)]).map {
            BestWorstAnswer(
              criterion: $0.id, worst: $0.worst, best: $0.best, fromMost: $1.0, toLeast: $1.1)
          }))
    ),
    (
      asked(
        "maxDiff", "counted",
        [
          "shown=\"5\" most=\"4\" least=\"0\"", "shown=\"6\" most=\"1\" least=\"2\"",
          "shown=\"5\" most=\"1\" least=\"4\"",
        ]),
      .maxDiff(
        zip(shown, [(5, 4, 0), (6, 1, 2), (5, 1, 4)]).map {
          MaxDiffAnswer(
            criterion: $0.id, worst: $0.worst, best: $0.best, shown: $1.0, most: $1.1,
            least: $1.2)
        })
    ),
    (
      asked(
        "matching", "range", ["", "", ""], "",
        """
        <trade gains="b" gainsFrom="8" gainsTo="2" gives="a" givesFrom="10" givesTo="7"/>
        <trade gains="c" gainsFrom="1" gainsTo="1.5" gives="a" givesFrom="9" givesTo="8"/>
        """),
      .matching(
        MatchingAnswers(
          ranges: ranges,
          trades: [
            MatchingTrade(
              gain: .init(criterion: "b", from: 8, to: 2),
              loss: .init(criterion: "a", from: 10, to: 7)),
            MatchingTrade(
              gain: .init(criterion: "c", from: 1, to: 1.5),
              loss: .init(criterion: "a", from: 9, to: 8)),
          ]))
    ),
  ]

  @Test("Answers are read as what they say, whichever way they were asked", arguments: methods)
  func answersAreRead(weighting: String, answers: WeightElicitation) throws {
    let request = try Self.read(weighting)
    let expected = try CriterionWeights(from: answers, criteria: request.problem.criteria)
    #expect(request.weighting.weights == expected)
    #expect(Set(expected.values).count > 1)
  }

  /// Attributes and points of the first criterion, and its value function.
  static let functions: [(attributes: String, points: String, read: [(Double, Double)])] = [
    ("", "", [(0, 0), (10, 1)]), ("outside=\"clamp\"", "", [(0, 0), (10, 1)]),
    ("outside=\"extrapolate\"", "", [(0, 0), (10, 1)]),
    (
      "",
      "<point level=\"0\" value=\"0\"/><point level=\"4\" value=\"0.7\"/>"
        + "<point level=\"10\" value=\"1\"/>", [(0, 0), (4, 0.7), (10, 1)]
    ),
    (
      "flatStretches=\"true\"",
      "<point level=\"0\" value=\"0\"/><point level=\"4\" value=\"0\"/>"
        + "<point level=\"10\" value=\"1\"/>", [(0, 0), (4, 0), (10, 1)]
    ),
  ]

  @Test("A value function has the points of the file, and its word on levels outside")
  func valueFunctionsAreRead() throws {
    for (attributes, points, read) in Self.functions {
      let request = try Self.read(
        "<weighting method=\"equal\"/>",
        [
          ("best=\"10\">", "best=\"10\" \(attributes)>\(points)")
        ])
      let function = request.problem.criteria[0].valueFunction
      #expect(function.points == read.map { ValuePoint(level: $0, value: $1) }, "\(attributes)")
      #expect(function.outside == (attributes.contains("clamp") ? .clamp : .extrapolate))
      #expect(
        request.problem.criteria[0].acceptsLevelsOutside == attributes.contains("outside"))
    }
  }

  @Test("Local anchors are the worst and best level of the alternatives")
  func localAnchorsAreRead() throws {
    let request = try Self.read(
      "<weighting method=\"equal\"/>",
      [
        ("worst=\"0\" best=\"10\"", "anchors=\"local\""),
        ("worst=\"8\" best=\"0\"", "anchors=\"local\""),
      ])
    #expect(request.problem.criteria[0].worst == 4 && request.problem.criteria[0].best == 5)
    #expect(request.problem.criteria[1].worst == 5 && request.problem.criteria[1].best == 4)
  }
}
