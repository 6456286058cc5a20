// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// A line that cannot be read.
struct UnreadableLine: Error {
  let line: String
}

/// A decision problem that is read line by line; numbers are separated by spaces.
///
///     criterion ID WORST BEST extrapolate|clamp [LEVEL VALUE]...
///     alternative ID           (references come after all alternatives)
///     reference ID
///     cell KIND NUMBER... [sum|ratio ROW]       (one per criterion, for the last row)
struct ProblemText {
  private var criteria: [Criterion] = []
  private var alternatives: [String] = []
  private var rows: [[PerformanceCell]] = []
  private var references: [String] = []

  var problem: DecisionProblem {
    DecisionProblem(
      alternatives: alternatives, criteria: criteria,
      table: PerformanceTable(
        cells: Array(rows.prefix(alternatives.count)),
        references: zip(references, rows.dropFirst(alternatives.count)).map {
          ReferenceRow(id: $0, cells: $1)
        }))
  }

  /// Reads one line; false when it says something else.
  mutating func read(_ words: [String]) throws -> Bool {
    switch words.first {
    case "criterion": criteria.append(try Self.criterion(words))
    case "alternative":
      alternatives.append(words[1])
      rows.append([])
    case "reference":
      references.append(words[1])
      rows.append([])
    case "cell": rows[rows.count - 1].append(try Self.cell(words))
    default: return false
    }
    return true
  }

  private static func criterion(_ words: [String]) throws -> Criterion {
    let (worst, best) = (try number(words[2]), try number(words[3]))
    let direction: Direction = worst < best ? .higherIsBetter : .lowerIsBetter
    let inner = try words.dropFirst(5).map(number)
    let points =
      [ValuePoint(level: worst, value: 0)]
      + stride(from: 0, to: inner.count, by: 2).map {
        ValuePoint(level: inner[$0], value: inner[$0 + 1])
      } + [ValuePoint(level: best, value: 1)]
    return try Criterion(
      id: words[1], direction: direction, worst: worst, best: best,
      valueFunction: PartialValueFunction(
        points: points, direction: direction,
        outside: words[4] == "clamp" ? .clamp : .extrapolate),
      branch: "branch")
  }

  private static func cell(_ words: [String]) throws -> PerformanceCell {
    var numbers = Array(words.dropFirst(2))
    var baseline: Baseline?
    if let place = numbers.firstIndex(where: { $0 == "sum" || $0 == "ratio" }) {
      baseline = Baseline(
        alternative: Int(try number(numbers[place + 1])),
        operation: numbers[place] == "sum" ? .sum : .ratio)
      numbers = Array(numbers[..<place])
    }
    return PerformanceCell(
      try distribution(words[1], try numbers.map(number)), baseline: baseline)
  }

  private static func distribution(_ kind: String, _ x: [Double]) throws -> PerformanceDistribution
  {
    switch kind {
    case "exact": .exact(x[0])
    case "normal": .normal(estimate: x[0], low: x[1], high: x[2])
    case "lognormal": .lognormal(estimate: nil, low: x[0], high: x[1])
    case "beta": .beta(events: Int(x[0]), n: Int(x[1]), scale: x[2])
    case "beta-shape": .betaShape(alpha: x[0], beta: x[1], scale: x[2])
    case "beta-interval": .betaInterval(estimate: nil, low: x[0], high: x[1], scale: x[2])
    case "truncated", "matched":
      .truncatedNormal(
        estimate: x[0], low: x[1], high: x[2], floor: x[3], ceiling: x[4],
        matchesMoments: kind == "matched")
    case "triangular": .triangular(low: x[0], likely: x[1], high: x[2])
    case "uniform": .uniform(low: x[0], high: x[1])
    default: throw UnreadableLine(line: kind)
    }
  }

  static func number(_ word: String) throws -> Double {
    guard let number = Double(word) else { throw UnreadableLine(line: word) }
    return number
  }
}
