// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
