// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack

/// Checks points against those of the other criteria: shares add up, and not all are zero; and that
/// a trade gives something up.
struct PointsCheck: Sendable {
  let pack: EvidencePack
  let wording: Wording

  /// The points that are shared out.
  static let total = 100

  /// Throws why the points of a criterion do not fit those that were given before.
  func check(
    _ values: [String], of key: InterviewKey, _ answers: InterviewAnswers
  ) throws(InterviewProblem) {
    if case .trade = key, let value = values.first { try checkTrade(value, answers) }
    let questions = BranchQuestions(pack: pack, answers: answers)
    let group = questions.group(of: key)
    guard group.contains(key), let value = values.first else { return }
    let others = group.filter { $0 != key }
    // Passed over to find more problems: a sum over the rest would mislead.
    if others.contains(where: { answers[$0] == [] }) { return }
    let isLast = others.allSatisfy { answers[$0] != nil }
    switch answers.value(.method) {
    case "hundredPoints", BranchQuestions.method:
      let rest = questions.rest(key)
      let given = Billionths.of(value)
      let shown: KeyValuePairs = ["rest": InlineText(words: Billionths.text(rest))]
      if given > rest {
        throw problem(wording(InterviewPhrase.askProblemRest, shown))
      }
      if isLast && given < rest {
        throw problem(wording(InterviewPhrase.askProblemSum, shown))
      }
    case "directRating":
      let all = others.map { answers.value($0) ?? "0" } + [value]
      if isLast && all.allSatisfy({ Billionths.of($0) == 0 }) {
        throw problem(wording(InterviewPhrase.askProblemAllZero))
      }
    default: break
    }
  }

  /// Throws when a trade gives nothing up: nothing can be learned from it.
  private func checkTrade(
    _ value: String, _ answers: InterviewAnswers
  ) throws(InterviewProblem) {
    let problem = try? ProblemBuilder.problem(of: pack, region: answers.value(.region) ?? "")
    let most = problem?.criteria.first { $0.id == answers.value(.most) }
    guard let most, let level = DecimalText(value)?.value else { return }
    if most.valueFunction.value(at: level) >= 1 {
      throw InterviewProblem(
        text: wording(InterviewPhrase.askProblemTrade),
        advice: wording(InterviewPhrase.askProblemTradeAdvice))
    }
  }

  private func problem(_ text: InlineText) -> InterviewProblem {
    InterviewProblem(text: text, advice: wording(InterviewPhrase.askProblemPointsAdvice))
  }
}

/// Numbers with at most nine decimals as whole billionths, so that sums are exact.
enum Billionths {
  /// The billionths of a number of digits with a point.
  static func of(_ text: String) -> Int {
    let parts = text.split(separator: ".")
    let whole = parts.first.flatMap { Int($0) } ?? 0
    let decimals = parts.count > 1 ? String(parts[1].prefix(9)) : ""
    let padded = decimals + String(repeating: "0", count: 9 - decimals.count)
    return whole * 1_000_000_000 + (Int(padded) ?? 0)
  }

  /// The number, without zeros at the end.
  static func text(_ billionths: Int) -> String {
    let whole = String(billionths / 1_000_000_000)
    var decimals = String(billionths % 1_000_000_000)
    decimals = String(repeating: "0", count: 9 - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? whole : "\(whole).\(decimals)"
  }
}
