// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What was entered for a question.
struct InterviewEntry: Sendable, Equatable {
  /// The text; nil for a question that was passed over to find more problems.
  var text: String?
  /// What gave the answer its meaning when the question was asked; nil while that is open.
  var basis: [String]?
}

/// An entry that cannot be taken, and why.
public struct InterviewFault: Sendable, Equatable {
  /// The question.
  public var key: InterviewKey
  /// Why its entry cannot be taken.
  public var problem: InterviewProblem
}

/// What one entry, or several, changed.
public struct InterviewChange: Sendable, Equatable {
  /// The entries, among these, that cannot be taken now.
  public var faults: [InterviewFault]
  /// The questions whose earlier entries were dropped: they are not asked any more, or the answer
  /// belonged to another method, list, range or chosen criterion.
  public var moot: [InterviewKey]
}

/// What became of an entry.
public enum InterviewField: Sendable, Equatable {
  /// Nothing was entered.
  case open
  /// The text was taken, as these values; none where the question was passed over.
  case taken(String, values: [String])
  /// The text cannot be taken.
  case refused(String, InterviewProblem)
  /// The text waits: the answers so far do not lead to its question.
  case waiting(String)
}

/// Any question at any time, for pages that show all fields of a group.
///
/// The answers are kept as they were entered and judged in the order of the questions, so that any
/// order of entering gives the same profile. An entry that cannot be taken stays with its problem
/// until it is replaced; no profile is made before.
extension Interview {
  /// The question of a key as an answers file writes it; nil when there is none.
  public func key(named text: String) -> InterviewKey? {
    InterviewOrder(pack: maker.pack).everyKey.first { $0.text == text }
  }

  /// Enters an answer to a question, whether it is asked now or only later; an answer that an
  /// option has given stays.
  @discardableResult
  public mutating func answer(_ text: String, to key: InterviewKey) -> InterviewChange {
    answer([(key: key, text: text)])
  }

  /// Enters several answers at once, such as the fields of a page, and judges them together.
  @discardableResult
  public mutating func answer(_ texts: [(key: InterviewKey, text: String)]) -> InterviewChange {
    for (key, text) in texts where !isFixed(key) {
      // Whoever enters an answer means the question as it stands, not as it once stood.
      note(InterviewEntry(text: text), for: key)
    }
    let moot = settle()
    let keys = Set(texts.map(\.key))
    return InterviewChange(faults: faults.filter { keys.contains($0.key) }, moot: moot)
  }

  /// Takes an answer back.
  ///
  /// - Returns: the questions whose entries were dropped with it.
  @discardableResult
  public mutating func clear(_ key: InterviewKey) -> [InterviewKey] {
    note(nil, for: key)
    return settle()
  }

  /// What was entered for a question, and what became of it.
  public func field(_ key: InterviewKey) -> InterviewField {
    if let values = answers[key] {
      return .taken(entries[key]?.text ?? values.joined(separator: " "), values: values)
    }
    guard let text = entries[key]?.text else { return .open }
    return faults.first { $0.key == key }.map { .refused(text, $0.problem) } ?? .waiting(text)
  }

  /// The questions of a part that are asked now, in order, answered or not.
  public func questions(in group: InterviewQuestion.Group) -> [InterviewQuestion] {
    openToAnswers.compactMap { maker.question($0, answers) }.filter { $0.group == group }
  }

  /// The questions that still need an answer, in order; further ones may follow from it.
  public var missing: [InterviewKey] {
    openToAnswers.filter { key in
      answers[key] == nil && maker.question(key, answers)?.empty == .refused
    }
  }

  /// Leaves empty every question that is open and may be left empty, so that a page need not send
  /// fields that nobody filled in.
  public mutating func leaveRestEmpty() {
    var open: [InterviewKey]
    repeat {
      open = askedWithoutEntry.filter { maker.question($0, answers)?.empty != .refused }
      answer(open.map { (key: $0, text: "") })
    } while !open.isEmpty
  }

  private var askedWithoutEntry: [InterviewKey] { openToAnswers.filter { entries[$0] == nil } }
}
