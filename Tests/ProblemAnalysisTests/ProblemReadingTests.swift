// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import ProblemAnalysis
import SampleSupport
import Testing

/// What a decision problem is read as, and the warnings that belong to it.
struct ProblemReadingTests {
  /// The report of the plain problem with some texts replaced.
  private static func report(
    _ changes: [(from: String, to: String)] = [], asked weighting: ProblemWeighting = .swing
  ) throws -> AnalysisReport {
    var text = try GoodProblem.text(asked: weighting)
    for change in changes {
      let range = try #require(text.firstRange(of: change.from), "\(change.from)")
      text.replaceSubrange(range, with: change.to)
    }
    return try ProblemAnalysis(Array(text.utf8), file: "problem.xml").report
  }

  /// The plain problem with another element `weighting` and `uncertainty`.
  private static func weighed(_ preferences: String) throws -> AnalysisReport {
    let text = try GoodProblem.text()
    let start = try #require(text.firstRange(of: "<weighting")).lowerBound
    let end = try #require(text.firstRange(of: "</weighting>")).upperBound
    return try report([(String(text[start..<end]), preferences)])
  }

  private static let ranges = [
    "relief": "worst=\"0\" best=\"10\"", "harm": "worst=\"0.5\" best=\"0\"",
    "days": "worst=\"30\" best=\"0\"",
  ]

  /// Answers of one element for each criterion.
  private static func answers(
    _ method: String, _ element: String, _ values: [String], _ attributes: String = ""
  ) -> String {
    let ids = ["relief", "harm", "days"]
    let elements = zip(ids, values).map {
      "<\(element) criterion=\"\($0)\" \(ranges[$0] ?? "") \($1)/>"
    }
    return "<weighting method=\"\(method)\" \(attributes)>\(elements.joined())</weighting>"
  }

  static let distributions: [(form: String, read: PerformanceDistribution)] = [
    ("<exact value=\"3\"/>", .exact(3)),
    ("<normal estimate=\"3\" low=\"2\" high=\"4\"/>", .normal(estimate: 3, low: 2, high: 4)),
    ("<lognormal low=\"1\" high=\"4\"/>", .lognormal(estimate: nil, low: 1, high: 4)),
    ("<beta events=\"3\" n=\"9\"/>", .beta(events: 3, n: 9, scale: 10)),
    ("<beta events=\"3\" n=\"9\" prior=\"jeffreys\"/>", .beta(events: 3, n: 9, scale: 10)),
    ("<beta events=\"3\" n=\"9\" prior=\"uniform\"/>", .betaShape(alpha: 4, beta: 7, scale: 10)),
    ("<beta events=\"3\" n=\"9\" prior=\"none\"/>", .betaShape(alpha: 3, beta: 6, scale: 10)),
    ("<betaShape alpha=\"2.5\" beta=\"4\"/>", .betaShape(alpha: 2.5, beta: 4, scale: 10)),
    (
      "<betaInterval low=\"1\" high=\"4\"/>",
      .betaInterval(estimate: nil, low: 1, high: 4, scale: 10)
    ),
    (
      "<truncatedNormal estimate=\"3\" low=\"2\" high=\"4\" floor=\"0\" ceiling=\"10\"/>",
      .truncatedNormal(
        estimate: 3, low: 2, high: 4, floor: 0, ceiling: 10, matchesMoments: false)
    ),
    (
      "<truncatedNormal estimate=\"3\" low=\"2\" high=\"4\" floor=\"0\" ceiling=\"9e0\" "
        + "match=\"moments\"/>",
      .truncatedNormal(estimate: 3, low: 2, high: 4, floor: 0, ceiling: 9, matchesMoments: true)
    ),
    (
      "<triangular low=\"1\" likely=\"2\" high=\"4\"/>", .triangular(low: 1, likely: 2, high: 4)
    ),
    ("<uniform low=\"1\" high=\"4\"/>", .uniform(low: 1, high: 4)),
  ]

  @Test(arguments: distributions)
  func everyFormOfAPerformanceIsRead(form: String, read: PerformanceDistribution) throws {
    let report = try Self.report([
      ("branch=\"gain\"", "branch=\"gain\" outOf=\"10\""), ("<exact value=\"3\"/>", form),
    ])
    #expect(report.request.problem.table.cell(2, 0).distribution == read)
  }

  @Test func baselinesAndSpansAreRead() throws {
    let problem = try Self.report().request.problem
    #expect(problem.table.references.map(\.id) == ["now"])
    #expect(problem.table.cell(0, 2).baseline == Baseline(alternative: 3, operation: .ratio))
    #expect(problem.table.cell(1, 2).baseline == Baseline(alternative: 3, operation: .sum))
    #expect(problem.table.cell(2, 2).distribution == .uniform(low: 0, high: 30))
    #expect(problem.table.estimate(1, 2) == 12)
  }

  static let uncertainties: [(preferences: String, read: WeightUncertainty)] = [
    (
      answers("swing", "swing", ["points=\"100\"", "points=\"60\"", "points=\"20\""]),
      .responseError(sigma: 0.3)
    ),
    (
      answers("rankOrder", "rank", ["rank=\"2\"", "rank=\"1\"", "rank=\"2\""]),
      .ordinal(ranks: [2, 1, 2])
    ),
    (
      answers(
        "intervalSwing", "interval",
        ["low=\"100\" high=\"100\"", "low=\"40\" high=\"60\"", "low=\"0\" high=\"20\""]),
      .relativeToTop([
        PerformanceInterval(1, 1), PerformanceInterval(0.4, 0.6), PerformanceInterval(0, 0.2),
      ])
    ),
    (
      answers("given", "weight", ["value=\"0.5\"", "value=\"0.3\"", "value=\"0.2\""]),
      WeightUncertainty.none
    ),
    ("<weighting method=\"equal\"/>", .responseError(sigma: 0.3)),
    (
      "<weighting method=\"equal\"/><uncertainty><uniform/></uncertainty>",
      .uniform
    ),
    (
      "<weighting method=\"equal\"/><uncertainty><none/></uncertainty>",
      WeightUncertainty.none
    ),
    (
      "<weighting method=\"equal\"/><uncertainty><dirichlet concentration=\"30\"/></uncertainty>",
      .dirichlet(concentration: 30)
    ),
    (
      answers("given", "weight", ["value=\"0.5\"", "value=\"0.3\"", "value=\"0.2\""])
        + "<uncertainty><ordinal/></uncertainty>",
      .ordinal(ranks: [1, 2, 3])
    ),
    (
      "<weighting method=\"equal\"/><uncertainty><chain>"
        + "<ratio criterion=\"days\" over=\"relief\" low=\"1\" high=\"2\"/>"
        + "<ratio criterion=\"relief\" over=\"harm\" low=\"1\" high=\"3\"/></chain></uncertainty>",
      .chain(order: [2, 0, 1], ratios: [PerformanceInterval(1, 2), PerformanceInterval(1, 3)])
    ),
  ]

  @Test(arguments: uncertainties)
  func uncertaintyIsThatOfTheMethodOrOfTheFile(
    preferences: String, read: WeightUncertainty
  ) throws {
    let request = try Self.weighed(preferences).request
    #expect(request.uncertainty == read)
    #expect(request.isUncertaintyStated == preferences.contains("<uncertainty>"))
  }

  @Test func branchesAreWeighedFirst() throws {
    let weighting = try Self.report(asked: .branchFirst).request.weighting
    let expected = [0.6, 0.4 * 2 / 3, 0.4 / 3]
    for (found, wanted) in zip(weighting.weights.values, expected) {
      #expect(abs(found - wanted) < 1e-15)
    }
    #expect(weighting.branches?.criteria == ["gain", "loss"])
    #expect(weighting.inside.map(\.branch) == ["loss"])
  }

  @Test func ratingsThatLookLikeAnOrderAreWarnedOf() throws {
    let text = try GoodProblem.text()
      .replacing("<swing", with: "<rating").replacing("\"swing\"", with: "\"directRating\"")
      .replacing("points=\"100\"", with: "points=\"1\"")
      .replacing("points=\"60\"", with: "points=\"2\"")
      .replacing("points=\"20\"", with: "points=\"3\"")
    let analysis = try ProblemAnalysis(Array(text.utf8), file: "problem.xml")
    #expect(analysis.warnings.map(\.identifier) == ["problem.looksLikeRanks"])
  }
}
