// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Makes the element `weighting` of a profile from answers.
struct WeightingMaking: Sendable {
  let pack: EvidencePack
  let answers: InterviewAnswers

  /// The element.
  var element: MarkupElement {
    let method = answers.value(.method) ?? ""
    var attributes = [MarkupAttribute("method", method)]
    func add(_ name: String, _ key: InterviewKey) {
      if let value = answers.value(key) { attributes.append(MarkupAttribute(name, value)) }
    }
    switch method {
    case "rankOrder": add("rule", .rule)
    case "pairwise":
      add("priorities", .priorities)
      if PairQuestions(pack: pack, answers: answers).keys.contains(.inconsistent) {
        add("inconsistent", .inconsistent)
      }
    case "bestWorst":
      add("mostImportant", .most)
      add("leastImportant", .least)
    default: break
    }
    add("asked", .asked)
    return MarkupElement("weighting", attributes, rows(method).map { .element($0) })
  }

  private var criteria: [EvidenceCriterion] { answers.criteria(of: pack) }

  private func rows(_ method: String) -> [MarkupElement] {
    switch method {
    case "directRating": return each("rating") { [("points", points($0))] }
    case "hundredPoints": return each("share") { [("points", points($0))] }
    case BranchQuestions.method: return shares
    case "rankOrder": return each("rank") { [("rank", answers.value(.rank($0)))] }
    case "intervalSwing":
      return each("interval") { id in
        let ends = id == answers.value(.most) ? [total, total] : answers.list(.interval(id))
        return [("low", ends.first), ("high", ends.last)]
      }
    case "bestWorst":
      return each("compared") { [("fromMost", fromMost($0)), ("toLeast", toLeast($0))] }
    case "maxDiff": return counts
    case "pairwise": return each("range") { _ in [] } + comparisons
    case "matching": return each("range") { _ in [] } + trades
    default: return each("swing") { [("points", points($0))] }
    }
  }

  /// One element for each criterion, with both ends of its range and further attributes.
  private func each(
    _ name: String, of some: [EvidenceCriterion]? = nil,
    _ further: (String) -> [(String, String?)]
  ) -> [MarkupElement] {
    (some ?? criteria).map { criterion in
      var attributes = [MarkupAttribute("criterion", criterion.id)]
      if let row = answers.row(of: criterion) {
        attributes.append(MarkupAttribute("worst", DecimalText(exactly: row.worst).text))
        attributes.append(MarkupAttribute("best", DecimalText(exactly: row.best).text))
      }
      return MarkupElement(
        name, attributes + further(criterion.id).map { MarkupAttribute($0.0, $0.1 ?? "") })
    }
  }

  private var total: String { "\(PointsCheck.total)" }

  private func points(_ id: String) -> String? {
    answers.value(.points(id)) ?? (answers.value(.most) == id ? total : nil)
  }

  private func fromMost(_ id: String) -> String? {
    id == answers.value(.most) ? "1" : answers.value(.fromMost(id))
  }

  /// The most important criterion is compared with the least important one once, not twice.
  private func toLeast(_ id: String) -> String? {
    if id == answers.value(.least) { return "1" }
    guard id == answers.value(.most) else { return answers.value(.toLeast(id)) }
    return answers.value(.least).flatMap { answers.value(.fromMost($0)) }
  }

  /// The branches with their points, and inside each the shares of its criteria.
  private var shares: [MarkupElement] {
    let questions = BranchQuestions(pack: pack, answers: answers)
    return questions.branches.map { branch in
      let members = questions.members(of: branch.id)
      let inside = each("share", of: members) { id in
        [("points", members.first { $0.id == id }.map(questions.points))]
      }
      return MarkupElement(
        "branch",
        [
          MarkupAttribute("id", branch.id),
          MarkupAttribute("points", answers.value(.branch(branch.id)) ?? ""),
        ], inside.map { .element($0) })
    }
  }

  private var counts: [MarkupElement] {
    let sets = PickSets.sets(of: criteria.map(\.id))
    func picks(_ id: String, _ key: (Int) -> InterviewKey) -> Int {
      sets.indices.filter { answers.value(key($0 + 1)) == id }.count
    }
    return each("counted") { id in
      [
        ("shown", "\(sets.filter { $0.contains(id) }.count)"),
        ("most", "\(picks(id) { .setMost($0) })"), ("least", "\(picks(id) { .setLeast($0) })"),
      ]
    }
  }

  private var comparisons: [MarkupElement] {
    let questions = PairQuestions(pack: pack, answers: answers)
    return PairQuestions.pairs(of: criteria.map(\.id)).map { first, second in
      MarkupElement(
        "comparison",
        [
          MarkupAttribute("first", first), MarkupAttribute("second", second),
          MarkupAttribute("ratio", questions.ratio(first, second) ?? ""),
        ])
    }
  }

  /// Everything is traded for what matters most, from its best end to the level that was named.
  private var trades: [MarkupElement] {
    guard let most = criteria.first(where: { $0.id == answers.value(.most) }),
      let given = answers.row(of: most)
    else { return [] }
    return criteria.compactMap { criterion in
      guard criterion.id != most.id, let row = answers.row(of: criterion) else { return nil }
      return MarkupElement(
        "trade",
        [
          MarkupAttribute("gains", criterion.id),
          MarkupAttribute("gainsFrom", DecimalText(exactly: row.worst).text),
          MarkupAttribute("gainsTo", DecimalText(exactly: row.best).text),
          MarkupAttribute("gives", most.id),
          MarkupAttribute("givesFrom", DecimalText(exactly: given.best).text),
          MarkupAttribute("givesTo", answers.value(.trade(criterion.id)) ?? ""),
        ])
    }
  }
}
