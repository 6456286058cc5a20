// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import EvidencePack
import Markup
import SampleSupport
import Testing

/// Points and levels that a handout prints as turning the order are set, and the order is looked at
/// again.
@Suite struct PrintedFlipTests {
  @Test("Every printed flip, set in, puts the named side ahead", arguments: Samples.withHandout)
  func flipsHold(_ name: String) throws {
    let document = try Samples.document(name)
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let text = page.section("what-matters")?.text ?? ""
    for id in [
      "phrase.flip-up", "phrase.flip-down", "phrase.flip-up-in-reading",
      "phrase.flip-down-in-reading",
    ] {
      let printed = try Said.values(id, in: text, numbers: ["now", "then"])
      #expect(printed.isEmpty == (try !text.says(id)), "\(id)")
      for values in printed {
        let reading = try values["reading"].map { told in
          try #require(
            try ["open", "blinded"].first { told.hasSuffix(try Said.text("reading.\($0).name")) })
        }
        try Self.check(
          document, reading: reading, criterion: try #require(values["name"]),
          side: try #require(values["option"]),
          points: try #require(values["then"].flatMap { Double($0) }))
      }
    }
  }

  /// Sets points and adds the contributions again, from the differences in value that the analysis
  /// holds.
  private static func check(
    _ document: DecisionDocument, reading: String?, criterion: String, side: String, points: Double
  ) throws {
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    let id = try #require(
      pack.pack.criteria.first { wording.text($0.texts.inline).plain == criterion }?.id)
    let weights = try #require(document.profile.preferences.weights)
    let scale = PointScale(weights, document.profile.preferences.elicitation)
    let comparisons = document.analysis.answers.compactMap(\.comparison).filter {
      ($0.readings.count == 1) == (reading == nil)
    }
    let found = try #require(comparisons.first)
    let analysis = try #require(
      found.readings.first { reading == nil || $0.id == reading }
    ).analysis.comparison
    var sum = 0.0
    for (place, name) in analysis.criteria.enumerated()
    where analysis.weights[place] > 0 || name == id {
      let value =
        analysis.weights[place] > 0
        ? analysis.contributions[place] / analysis.weights[place]
        : try valueDifference(name, found, document, reading)
      sum += value * (name == id ? points : scale.points(of: name))
    }
    let ahead = sum > 0 ? found.first : found.second
    let name =
      reading != nil && ahead == found.first
      ? try Said.text("phrase.a-procedure") : Samples.inline(ahead)
    #expect(name == side, "\(criterion) at \(points)")
    #expect(sum != 0)
  }

  /// The difference in value, times 100, of a criterion without weight.
  private static func valueDifference(
    _ criterion: String, _ found: QuestionReadings, _ document: DecisionDocument,
    _ reading: String?
  ) throws -> Double {
    let pack = try #require(Samples.pack).pack
    let problem = try ProblemBuilder.problem(
      of: pack, region: document.profile.setting.region, prices: document.profile.setting.prices,
      under: reading)
    let column = try #require(problem.criteria.firstIndex { $0.id == criterion })
    let rows = try [found.first, found.second].map { id in
      try #require(problem.alternatives.firstIndex(of: id))
    }
    let range = problem.criteria[column]
    let values = rows.map {
      (problem.table.mean($0, column) - range.worst) / (range.best - range.worst)
    }
    return 100 * (values[0] - values[1])
  }

  @Test(
    "A printed level at which the two tie, set in, turns the order", arguments: Samples.withHandout)
  func tiesHold(_ name: String) throws {
    let document = try Samples.document(name)
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let text = page.section("what-matters")?.text ?? ""
    let sentence =
      #/A procedure would fit you better if it eased pain by ([\d.]+) points or more beyond care\. At ([\d.]+) points or less, care without a procedure would\./#
    let tied = document.analysis.answers.compactMap(\.comparison).filter { $0.tie != nil }
    #expect(text.matches(of: sentence).count == tied.count)
    guard let match = text.firstMatch(of: sentence), let found = tied.first else { return }
    let analysis = found.readings[0].analysis.comparison
    let place = try #require(analysis.criteria.firstIndex(of: "pain-relief"))
    let others = analysis.margin - analysis.contributions[place]
    let perPoint = analysis.contributions[place] / analysis.levelDifferences[place]
    #expect(others + perPoint * (try #require(Double(match.output.1))) > 0)
    #expect(others + perPoint * (try #require(Double(match.output.2))) < 0)
  }
}
