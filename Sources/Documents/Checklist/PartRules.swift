// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part of the handout says something.
struct PartRule: ChecklistRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let found = handout.parts[part]
    finding.need(
      found?.value.containsText(where: \.saysSomething) == true, found?.path ?? "",
      else: "the part \(part)")
    return finding
  }
}

/// A part of the handout puts the decision and names every alternative.
struct DecisionQuestionRule: ChecklistRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = PartRule(part: part).finding(in: handout)
    guard finding.missing.isEmpty, let found = handout.parts[part] else { return finding }
    var question = ""
    found.value.forEachText { question += " " + $0.plain.lowercased() }
    let bytes = Array(question.utf8)
    for alternative in handout.alternatives {
      let names = (handout.names[alternative] ?? []).lazy.map { $0.plain.lowercased() }
      finding.demand(
        names.contains { DecisionQuestionRule.holds(bytes, Array($0.utf8)) },
        else: "the name of \(alternative) in the part \(part)")
    }
    if !finding.missing.isEmpty { finding.pointers = [] }
    return finding
  }

  /// Whether bytes hold other bytes, which are not none.
  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    !part.isEmpty && part.count <= bytes.count
      && (0...(bytes.count - part.count)).contains { bytes[$0...].starts(with: part) }
  }
}

/// A part lists steps in order.
struct StepsRule: ChecklistRule {
  /// The id of the part.
  let part: String
  /// The least number of steps.
  let least: Int

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let found = handout.parts[part]
    var steps = 0
    for case .list(.steps, let items) in found?.value ?? [] {
      steps += items.count(where: \.saysSomething)
    }
    finding.need(
      steps >= least, found?.path ?? "",
      else: "a list of at least \(least) steps in the part \(part)")
    return finding
  }
}

/// A part lists questions to ask, and another leaves room to write own ones.
struct QuestionsRule: ChecklistRule {
  /// The id of the part with the list.
  let list: String
  /// The id of the part with the room.
  let space: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let questions = handout.parts[list]
    finding.need(
      questions?.value.contains { block in
        if case .list(_, let items) = block {
          items.contains(where: \.saysSomething)
        } else {
          false
        }
      } == true, questions?.path ?? "", else: "a list of questions in the part \(list)")
    let room = handout.parts[space]
    finding.need(
      room?.value.contains { block in
        if case .writingSpace(let text, let lines) = block {
          lines > 0 && text.saysSomething
        } else {
          false
        }
      } == true, room?.path ?? "", else: "room to write in the part \(space)")
    return finding
  }
}

/// A part lists at least as many sources as the handout cites.
struct SourceListRule: ChecklistRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let found = handout.parts[part]
    var entries = 0
    for case .list(_, let items) in found?.value ?? [] {
      entries += items.count(where: \.saysSomething)
    }
    let cited = handout.cited.count
    finding.need(
      entries > 0 && entries >= cited, found?.path ?? "",
      else: "\(max(1, cited) - entries) sources in the part \(part)")
    return finding
  }
}
