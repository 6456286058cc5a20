// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// The results of an analysis for a person at a terminal: the verdict and its reasons first, numbers
/// rounded to what they can bear, bars of text.
///
/// Points have one decimal, shares are whole percents (their numeric error is half of one), weights
/// at which the order turns lie beyond the tie.
struct ProblemSummary {
  private static let barWidth = 32

  private let report: AnalysisReport
  private(set) var lines: [String] = []

  init(_ report: AnalysisReport) {
    self.report = report
    add(report.request.id)
    for exclusion in report.exclusions {
      add("\(exclusion.cell.alternative) is left out: \(exclusion.reason)")
    }
    for comparison in report.comparisons { add(comparison) }
    weights()
    add("")
    add("All numbers with all their digits: --precise. For other programs: --json.")
  }

  private mutating func add(_ line: String) { lines.append(line) }

  private mutating func add(_ comparison: ComparisonReport) {
    add("")
    add("\(comparison.id): \(comparison.alternatives.joined(separator: ", "))")
    guard let analysis = comparison.analysis, let simulation = comparison.simulation else {
      add("  Fewer than two are left to compare.")
      return
    }
    let verdict = analysis.verdict
    add("  " + Self.sentence(verdict))
    add(
      "  \(verdict.leader) is \(Self.points(verdict.margin)) points of 100 ahead of "
        + "\(verdict.challenger), and ahead in \(Self.percent(verdict.share)) of 100 draws.")
    if !verdict.reasons.isEmpty {
      add(verdict.level == .betterOnEverything ? "  Why:" : "  Why not more clearly:")
      for reason in Self.reasons(verdict) { add("    - \(reason)") }
    }
    add("")
    bars(
      "Points of 100",
      zip(analysis.overall.alternatives, analysis.overall.totals).map { ($0, 100 * $1, 1) })
    bars(
      "Comes first, of 100 draws",
      simulation.alternatives.indices.map {
        (simulation.alternatives[$0], 100 * simulation.firstRank($0), 0)
      })
    contributions(analysis.overall)
    changes(analysis)
  }

  private static func sentence(_ verdict: Verdict) -> String {
    let (leader, rival) = (verdict.leader, verdict.challenger)
    switch verdict.level {
    case .betterOnEverything: return "\(leader) is at least as good as the others on everything."
    case .fitsClearlyBetter: return "\(leader) fits clearly better."
    case .fitsSomewhatBetter: return "\(leader) fits somewhat better."
    case .closeCall:
      return switch verdict.closeCall {
      case .aboutTheSame: "Too close to call: \(leader) and \(rival) fit about the same."
      case .cannotBeToldApart:
        "Too close to call: \(leader) and \(rival) cannot be told apart on what is known."
      case .tooClose, nil: "Too close to call."
      }
    }
  }

  /// The reasons in words; levels that make a tie are one reason together.
  private static func reasons(_ verdict: Verdict) -> [String] {
    var ties: [String] = []
    let others = verdict.reasons.compactMap { reason -> String? in
      guard case .breakEvenInsideEvidence(let cell) = reason else {
        return words(reason)
      }
      ties.append("\(cell.criterion) of \(cell.alternative)")
      return nil
    }
    return others
      + (ties.isEmpty
        ? [] : ["a level that is possible makes a tie: \(ties.joined(separator: ", "))"])
  }

  private static func words(_ reason: VerdictReason) -> String {
    switch reason {
    case .dominatesWithinIntervals: "at least as good on everything, within all ranges"
    case .dominates: "at least as good on everything, by the estimates"
    case .marginBelow(let limit): "the lead is below \(points(limit)) points"
    case .shareBelow(let limit): "the share of draws is below \(percent(limit)) of 100"
    case .flipNearby(.criterion(let id)): "a small change of the weight of \(id) turns the order"
    case .flipNearby(.branch(let id)):
      "a small change of the weight of all of \(id) turns the order"
    case .breakEvenInsideEvidence(let cell):
      "a level of \(cell.alternative) on \(cell.criterion) that is possible makes a tie"
    case .weightsNotElicited: "nobody was asked for weights"
    case .leadersDiffer: "the estimates and the expected values lead to different options"
    }
  }

  private mutating func bars(
    _ title: String, _ rows: [(name: String, value: Double, decimals: Int)]
  ) {
    add("  \(title)")
    let names = rows.reduce(0) { max($0, $1.name.count) }
    for row in rows {
      let share = min(1, max(0, row.value / 100))
      let length = Int((share * Double(Self.barWidth)).rounded(.toNearestOrAwayFromZero))
      let number = DecimalText(row.value, decimals: row.decimals).text
      add(
        "    " + Self.left(row.name, names) + "  " + Self.right(number, 6) + "  "
          + String(repeating: "#", count: length))
    }
    add("")
  }

  private mutating func contributions(_ overall: OverallValue) {
    add("  What each criterion adds, in points")
    let head = [""] + overall.criteria
    let body = zip(overall.alternatives, overall.contributions).map { name, row in
      [name] + row.map { Self.points(100 * $0) }
    }
    table([head] + body)
    add("")
  }

  private mutating func changes(_ analysis: QuestionAnalysis) {
    add("  What would change the order")
    var found: [[String]] = []
    for flip in analysis.criterionFlips.flatMap(\.all) {
      guard case .criterion(let id) = flip.target, let printed = flip.steps(of: 100) else {
        continue
      }
      let bound = flip.direction == .up ? "or more" : "or less"
      found.append([
        "weight of \(id)", "\(printed) % \(bound)", "now \(Self.percent(flip.currentWeight)) %",
        "\(flip.challenger) ahead",
      ])
    }
    for variation in analysis.leaveOneOut.changes {
      guard let leader = variation.leader, case .leavingOut(let id) = variation.change else {
        continue
      }
      found.append(["without \(id)", "", "", "\(leader) ahead"])
    }
    if found.isEmpty {
      add("    No single weight, and no criterion left out.")
    } else {
      table(found)
    }
  }

  private mutating func weights() {
    let weights = report.request.weighting.weights
    add("")
    add(
      "Weights in percent: "
        + zip(weights.criteria, weights.values).map { "\($0) \(Self.points(100 * $1))" }
        .joined(separator: ", "))
    for warning in report.warnings {
      let about = (warning.criteria + warning.alternatives).joined(separator: ", ")
      add("To keep in mind: \(warning.kind.rawValue)" + (about.isEmpty ? "" : " (\(about))"))
    }
  }

  /// Columns as wide as their widest cell; all but the first flush right where they are numbers.
  private mutating func table(_ rows: [[String]]) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.reduce(0) { max($0, column < $1.count ? $1[column].count : 0) }
    }
    let isNumeric = rows.count > 1 && rows[0].first == ""
    for row in rows {
      var line = "    "
      for (column, cell) in row.enumerated() {
        if column > 0 { line += "  " }
        line +=
          isNumeric && column > 0
          ? Self.right(cell, widths[column]) : Self.left(cell, widths[column])
      }
      while line.last == " " { line.removeLast() }
      add(line)
    }
  }

  private static func points(_ value: Double) -> String { DecimalText(value, decimals: 1).text }

  private static func percent(_ share: Double) -> String {
    DecimalText(100 * share, decimals: 0).text
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension AnalysisReport.Exclusion {
  /// Why an alternative is left out.
  fileprivate var reason: String {
    let level = "\(cell.criterion) is \(estimate)"
    return switch requirement {
    case .atLeast(let bound): "\(level), and at least \(bound) is needed."
    case .atMost(let bound): "\(level), and at most \(bound) is accepted."
    }
  }
}
