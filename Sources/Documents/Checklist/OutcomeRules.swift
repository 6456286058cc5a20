// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every outcome states a result for every alternative, a number or in words that there is none.
///
/// An outcome with one result alone tells the course of one alternative and compares nothing.
struct ResultTextRule: ChecklistRule {
  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    finding.demand(!handout.outcomes.isEmpty, else: "the outcomes")
    for outcome in handout.outcomes {
      let results = outcome.value.results
      let told = results.count == 1 ? results.map(\.alternative) : handout.alternatives
      for alternative in told {
        let place = results.firstIndex { $0.alternative == alternative }
        finding.need(
          place.map { isStated(results[$0].text) } ?? false,
          outcome.results[place ?? 0] + "/r:text",
          else: "the result of \(alternative) in the outcome \(outcome.value.id)")
      }
    }
    return finding
  }

  /// Whether a text says something, and so does every number in it.
  private func isStated(_ text: InlineText) -> Bool {
    text.saysSomething
      && text.runs.allSatisfy {
        if case .number(let printed, _) = $0 {
          InlineText(words: printed).saysSomething
        } else {
          true
        }
      }
  }
}

/// Every count is stated both ways: for how many it happened and for how many it did not, and the two
/// add up.
struct RestRule: ChecklistRule {
  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    for outcome in handout.outcomes {
      for (place, result) in outcome.value.results.enumerated() {
        guard let count = outcome.counts[place] else { continue }
        finding.need(
          adds(count, result.rest.values(from: count.source)),
          outcome.results[place] + "/r:rest",
          else: "for how many it did not happen, \(result.alternative) in the outcome "
            + outcome.value.id)
      }
    }
    finding.demand(
      !(finding.pointers.isEmpty && finding.missing.isEmpty), else: "an outcome that is counted")
    return finding
  }

  /// Whether the rest adds up to the whole; it may name the whole again.
  private func adds(_ count: InlineText.Count, _ rest: [Double]) -> Bool {
    guard let n = rest.min(), rest.count == 1 || rest.max() == count.of, rest.count <= 2 else {
      return false
    }
    // Printed numbers have few decimals; the limit only absorbs their binary form.
    return (count.n + n - count.of).magnitude < 1e-9
  }
}

/// Every count out of a whole is printed with its range, where the evidence has one.
struct RangeRule: ChecklistRule {
  /// The whole.
  let of: Double

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    for outcome in handout.outcomes {
      for (place, result) in outcome.value.results.enumerated() {
        guard let count = outcome.counts[place], count.of == of,
          case .evidence(let id) = count.source, handout.numbers[id]?.isRanged == true
        else { continue }
        finding.need(
          result.range.saysSomething,
          outcome.results[place] + "/r:range",
          else: "the range of \(result.alternative) in the outcome \(outcome.value.id)")
      }
    }
    finding.demand(
      !(finding.pointers.isEmpty && finding.missing.isEmpty), else: "an outcome with a range")
    return finding
  }
}

/// Every outcome says how sure we are: for each result, or once for all.
struct CertaintyRule: ChecklistRule {
  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    finding.demand(!handout.outcomes.isEmpty, else: "the outcomes")
    for outcome in handout.outcomes {
      let results = outcome.value.results
      guard results.contains(where: { $0.certainty.saysSomething }) else {
        finding.need(
          outcome.value.note.saysSomething, outcome.path + "/r:note",
          else: "how sure we are of the outcome \(outcome.value.id)")
        continue
      }
      for (place, result) in results.enumerated() {
        finding.need(
          result.certainty.saysSomething,
          outcome.results[place] + "/r:certainty",
          else: "how sure we are of \(result.alternative) in the outcome \(outcome.value.id)")
      }
    }
    return finding
  }
}

/// Every outcome has one text about all its results: its period, or who was studied.
struct OutcomeTextRule: ChecklistRule {
  /// The text.
  enum Text: String, Sendable {
    /// When it was counted.
    case period
    /// Who was studied.
    case group
  }

  /// Which text.
  let text: Text

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    finding.demand(!handout.outcomes.isEmpty, else: "the outcomes")
    for outcome in handout.outcomes {
      let found = text == .period ? outcome.value.period : outcome.value.group
      finding.need(
        found.saysSomething, "\(outcome.path)/r:\(text.rawValue)",
        else: "the \(text.rawValue) of the outcome \(outcome.value.id)")
    }
    return finding
  }
}

/// Every count out of a whole is drawn too, and the picture shows the same count.
struct PictureRule: ChecklistRule {
  /// The whole.
  let of: Int

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    for outcome in handout.outcomes {
      for (place, result) in outcome.value.results.enumerated() {
        guard let count = outcome.counts[place], count.of == Double(of) else { continue }
        finding.need(
          result.picture.map { Double($0.filled) == count.n.rounded() && $0.of == of } ?? false,
          outcome.results[place] + "/r:picture",
          else: "the picture of \(result.alternative) in the outcome \(outcome.value.id)")
      }
    }
    finding.demand(
      !(finding.pointers.isEmpty && finding.missing.isEmpty), else: "an outcome with a picture")
    return finding
  }
}

/// All counts are out of one whole; rare ones may be out of a larger whole where nothing is drawn,
/// and a part explains the step from one to the other.
struct DenominatorRule: ChecklistRule {
  /// The id of the part that explains.
  let part: String
  /// The whole.
  let of: Int
  /// The larger whole.
  let rare: Int

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = PartRule(part: part).finding(in: handout)
    for outcome in handout.outcomes {
      let results = outcome.value.results
      let isDrawn = results.contains { $0.picture != nil }
      let pictures = results.compactMap { $0.picture?.of }
      let wholes = (outcome.counts + results.map(\.rest.count)).compactMap { $0?.of }
      let isRare = !isDrawn && wholes.allSatisfy { $0 == Double(rare) }
      finding.demand(
        pictures.allSatisfy { $0 == of } && (isRare || wholes.allSatisfy { $0 == Double(of) }),
        else: "one whole of \(of) in the outcome \(outcome.value.id)")
    }
    finding.demand(handout.barTotals.isSubset(of: [of]), else: "one whole of \(of) for the bars")
    if !finding.missing.isEmpty { finding.pointers = [] }
    return finding
  }
}
