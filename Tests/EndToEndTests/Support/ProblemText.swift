// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// A decision problem as XML, written for a test.
struct ProblemText {
  /// A criterion with one performance element for each alternative.
  struct Column {
    var id: String
    var direction = "higherIsBetter"
    /// The worst and best anchor; nil for local anchors.
    var ends: (worst: Double, best: Double)? = (0, 1)
    /// Further attributes, such as `outside="clamp"`.
    var attributes = ""
    /// The break points.
    var points: [(level: Double, value: Double)] = []
    /// The inside of each performance element.
    var cells: [String]
  }

  var alternatives: [String]
  var columns: [Column]
  /// The inside of the element `preferences`.
  var preferences: String
  var settings = "<settings points=\"1024\"/>"

  /// Exact levels.
  static func exact(_ levels: [Double]) -> [String] { levels.map { "<exact value=\"\($0)\"/>" } }

  /// Weights that are given, divided by their sum.
  static func given(_ weights: [(id: String, value: Double)]) -> String {
    let elements = weights.map { "<weight criterion=\"\($0.id)\" value=\"\($0.value)\"/>" }
    return "<weighting method=\"given\" normalise=\"true\">\(elements.joined())</weighting>"
  }

  /// A problem of which only the weights matter: two alternatives, criteria from 0 to 1.
  static func weighing(_ criteria: [String], _ preferences: String) -> ProblemText {
    ProblemText(
      alternatives: ["one", "other"],
      columns: criteria.map { Column(id: $0, cells: exact([0, 1])) }, preferences: preferences)
  }

  /// Ranges and comparisons from a matrix of ratios as text, such as `1/3`.
  static func pairwise(_ ids: [String], _ matrix: [[String]], _ attributes: String) -> String {
    var elements = ids.map { "<range criterion=\"\($0)\" worst=\"0\" best=\"1\"/>" }
    for (row, first) in ids.enumerated() {
      for column in ids.indices where column > row {
        elements.append(
          "<comparison first=\"\(first)\" second=\"\(ids[column])\" "
            + "ratio=\"\(matrix[row][column])\"/>")
      }
    }
    return "<weighting method=\"pairwise\" \(attributes)>\(elements.joined())</weighting>"
  }

  var xml: String {
    let criteria = columns.map { column in
      let ends = column.ends.map { "worst=\"\($0.worst)\" best=\"\($0.best)\"" }
      let points = column.points.map { "<point level=\"\($0.level)\" value=\"\($0.value)\"/>" }
      let cells = zip(alternatives, column.cells).map {
        "<performance alternative=\"\($0)\">\($1)</performance>"
      }
      return """
        <criterion id="\(column.id)" direction="\(column.direction)" \
        \(ends ?? "anchors=\"local\"") \(column.attributes)>
        \((points + cells).joined(separator: "\n"))
        </criterion>
        """
    }
    return """
      <decisionProblem xmlns="urn:spine-decision-aid:decision-problem:1" id="oracle">
      <alternatives>\(alternatives.map { "<alternative id=\"\($0)\"/>" }.joined())</alternatives>
      <criteria>
      \(criteria.joined(separator: "\n"))
      </criteria>
      <preferences>\(preferences)</preferences>
      \(settings)
      </decisionProblem>
      """
  }

  /// Runs the command on the problem and reads what it prints.
  func analysed() throws -> AnalysisOutput {
    let scratch = try Scratch()
    let run = try Run.program("analyse", try scratch.write("problem.xml", xml), "--json")
    try #require(run.status == 0, "\(run.errors)\n\(xml)")
    return try JSONDecoder().decode(AnalysisOutput.self, from: Data(run.output))
  }
}

/// What `decision-aid analyse --json` prints, as far as tests look at it.
struct AnalysisOutput: Decodable {
  struct Problem: Decodable {
    let criteria: [Criterion]
    let performances: [Performance]
    let values: [[Double]]
  }
  struct Criterion: Decodable {
    let id: String
    let worst: Double
    let best: Double
  }
  struct Performance: Decodable {
    let alternative: String
    let criterion: String
    let form: String
    let estimate: Double
    let low: Double
    let high: Double
    let mean: Double
    let parameters: [String: Double]
    let notes: [String]
  }
  struct Weighting: Decodable {
    let method: String
    let weights: [Double]
    let uncertainty: Uncertainty
    let consistency: Consistency?
  }
  struct Uncertainty: Decodable {
    let model: String
    let isStated: Bool
  }
  struct Consistency: Decodable {
    let largestEigenvalue: Double?
    let index: Double?
    let ratio: Double?
    let isPastLimit: Bool?
    let deviation: Double?
    let inputRatio: Double?
    let scores: [Double]?
  }
  struct Warning: Decodable {
    let kind: String
    let criteria: [String]
    let alternatives: [String]
  }
  struct Comparison: Decodable {
    let id: String
    let alternatives: [String]
    let leader: String?
    let totals: [Double]?
    let contributions: [[Double]]?
    let criterionFlips: [Flips]?
    let simulation: Simulation?
  }
  struct Flips: Decodable {
    let criterion: String
    let down: Flip?
    let up: Flip?
  }
  struct Flip: Decodable {
    let flipWeight: Double
  }
  struct Simulation: Decodable {
    let method: String
    let rankAcceptability: [[Double]]
    let pairwiseWinning: [[Double]]
    let meanTotals: [Double]
    let meanWeights: [Double]
    let centralWeights: [[Double]?]
    let confidenceFactors: [Double?]
    let valueOfInformation: [Information]
  }
  struct Information: Decodable {
    let perfect: Double
  }

  let problem: Problem
  let weighting: Weighting
  let warnings: [Warning]
  let comparisons: [Comparison]

  /// The answer to the first question.
  func first() throws -> Comparison { try #require(comparisons.first) }
}
