// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

/// The command reads a problem from a file and prints the numbers that papers and peers give.
///
/// The mathematics is tested in `DecisionAnalysisTests`, with these and all other oracles.
struct OracleCommandTests {
  /// An example: the file, the numbers that the command prints, and those that others found.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let within: Double
    let problem: @Sendable () throws -> ProblemText
    let printed: @Sendable (AnalysisOutput) throws -> [Double]
    let expected: @Sendable () throws -> [Double]
  }

  // Oracle o01, published by Saaty (1990): weights from pairs.
  private struct House: Decodable {
    let input: Matrix
    let expected: Weights
    struct Matrix: Decodable {
      let labels: [String]
      let pairwise: [[String]]
    }
    struct Weights: Decodable {
      let eigen_weights: [Double]
      let lambda_max: Double
    }
    static func read() throws -> House { try OracleFile.read("o01-ahp-house-8x8", as: House.self) }
  }

  private static let house = Example(
    testDescription: "weights from comparisons in pairs", within: 1e-9,
    problem: {
      let input = try House.read().input
      return ProblemText.weighing(
        input.labels,
        ProblemText.pairwise(input.labels, input.pairwise, "priorities=\"eigenvector\""))
    },
    printed: {
      $0.weighting.weights + [try #require($0.weighting.consistency?.largestEigenvalue)]
    },
    expected: {
      let expected = try House.read().expected
      return expected.eigen_weights + [expected.lambda_max]
    })

  // Oracle o18: triangles, and totals of what is likely.
  private struct Likely: Decodable {
    let low: [[Double]]
    let likely: [[Double]]
    let high: [[Double]]
    let weights: [String: Double]
    let result: [[Double]]
    static func read() throws -> Likely {
      try OracleFile.read("o18-min-likely-max", as: Likely.self)
    }
  }

  private static let likely = Example(
    testDescription: "totals of triangles with given weights", within: 1e-6,
    problem: {
      let oracle = try Likely.read()
      let names = ["Yield", "Toxicity", "Cost", "Separation", "Odour"]
      let columns = try names.indices.map { row in
        let cells = (0..<3).map {
          "<triangular low=\"\(oracle.low[row][$0])\" likely=\"\(oracle.likely[row][$0])\" "
            + "high=\"\(oracle.high[row][$0])\"/>"
        }
        return ProblemText.Column(
          id: names[row], ends: (0, try #require(oracle.high[row].max())), cells: cells)
      }
      return ProblemText(
        alternatives: ["a1", "a2", "a3"], columns: columns,
        preferences: ProblemText.given(
          try names.map { ($0, try #require(oracle.weights[$0])) }))
    },
    printed: { try #require(try $0.first().totals) },
    expected: { try Likely.read().result[1] })

  // Oracle o11: a simulation over ranks, run many times by R smaa and pooled.
  private struct Trial: Decodable {
    let input: Input
    let expected: [String: Expected]
    struct Input: Decodable {
      let alpha: [[Int]]
      let beta: [[Int]]
      let anchor_low_high: [[Double]]
    }
    struct Expected: Decodable {
      let ra: [[Double]]
      let pwi: [[Double]]
      let cf: [Double]
    }
    static func read() throws -> Trial {
      try OracleFile.read("o11-smaa-antidepressant-trial", as: Trial.self)
    }
  }

  private static let trial = Example(
    testDescription: "a simulation over an order of importance", within: 0.005,
    problem: {
      let input = try Trial.read().input
      let ids = ["response", "nausea", "insomnia", "anxiety"]
      let columns = ids.indices.map { place in
        let ends = (input.anchor_low_high[0][place], input.anchor_low_high[1][place])
        return ProblemText.Column(
          id: ids[place], direction: place == 0 ? "higherIsBetter" : "lowerIsBetter",
          ends: place == 0 ? ends : (ends.1, ends.0), attributes: "outside=\"extrapolate\"",
          cells: (0..<3).map {
            "<betaShape alpha=\"\(input.alpha[$0][place])\" beta=\"\(input.beta[$0][place])\"/>"
          })
      }
      let ranks = zip(ids, [1, 2, 4, 3]).map { "<rank criterion=\"\($0)\" rank=\"\($1)\"/>" }
      return ProblemText(
        alternatives: ["venlafaxine", "fluoxetine", "placebo"], columns: columns,
        preferences: "<weighting method=\"equal\"/><uncertainty><ordinal>\(ranks.joined())"
          + "</ordinal></uncertainty>",
        settings: "")
    },
    printed: {
      let found = try #require(try $0.first().simulation)
      return found.rankAcceptability.flatMap(\.self) + found.pairwiseWinning.flatMap(\.self)
        + (try found.confidenceFactors.map { try #require($0) })
    },
    expected: {
      let expected = try #require(try Trial.read().expected["ordinal"])
      return expected.ra.flatMap(\.self) + expected.pwi.flatMap(\.self) + expected.cf
    })

  static let examples = [house, likely, trial]

  @Test("The command prints the numbers that others found", arguments: examples)
  func printsTheNumbersOfOthers(example: Example) throws {
    let printed = try example.printed(try example.problem().analysed())
    #expect(distance(printed, try example.expected()) < example.within)
  }
}
