// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What is asked about a problem, read line by line.
///
///     points COUNT                 (left out: the default of the problem)
///     person WEIGHT...             (any number of people)
///     uncertainty none|uniform|dirichlet C|response SIGMA|ordinal RANK...
///     uncertainty top LOW HIGH...  (one range per criterion)
///     uncertainty chain PLACE... LOW HIGH...
///     value ALTERNATIVE...         (a set whose value of information is wanted)
///     central                      (central weights are wanted)
struct RequestText {
  private(set) var points: Int?
  private(set) var people: [[Double]] = []
  private(set) var uncertainty = WeightUncertainty.none
  private(set) var sets: [[String]] = []
  private(set) var wantsCentralWeights = false

  /// Reads one line; false when it says something else.
  mutating func read(_ words: [String]) throws -> Bool {
    switch words.first {
    case "points": points = Int(words[1])
    case "person": people.append(try words.dropFirst().map(ProblemText.number))
    case "uncertainty":
      uncertainty = try Self.uncertainty(
        words[1], try words.dropFirst(2).map(ProblemText.number))
    case "value": sets.append(Array(words.dropFirst()))
    case "central": wantsCentralWeights = true
    default: return false
    }
    return true
  }

  /// The request of one person; `quick` leaves the value of information out.
  func request(
    _ person: Int, _ problem: DecisionProblem, quick: Bool = false
  ) throws -> SamplePlan.Request {
    SamplePlan.Request(
      weights: try CriterionWeights(
        criteria: problem.criteria.map(\.id), proportionalTo: people[person]),
      uncertainty: uncertainty, sets: quick ? [] : sets, centralWeights: wantsCentralWeights)
  }

  private static func uncertainty(_ kind: String, _ x: [Double]) throws -> WeightUncertainty {
    switch kind {
    case "none": return .none
    case "uniform": return .uniform
    case "dirichlet": return .dirichlet(concentration: x[0])
    case "response": return .responseError(sigma: x[0])
    case "ordinal": return .ordinal(ranks: x.map { Int($0) })
    case "top": return .relativeToTop(ranges(x))
    case "chain":
      let count = (x.count + 2) / 3
      return .chain(
        order: x.prefix(count).map { Int($0) }, ratios: ranges(Array(x.dropFirst(count))))
    default: throw UnreadableLine(line: kind)
    }
  }

  private static func ranges(_ x: [Double]) -> [PerformanceInterval] {
    stride(from: 0, to: x.count, by: 2).map { PerformanceInterval(x[$0], x[$0 + 1]) }
  }
}
