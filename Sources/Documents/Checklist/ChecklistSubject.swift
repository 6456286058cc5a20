// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// What a checklist is held against: the handout as it was shown, and the facts that its checks
/// need.
///
/// The finished record and the document in memory give the same subject.
public struct ChecklistSubject: Sendable, Equatable {
  /// A number of the evidence.
  public struct Number: Sendable, Equatable {
    /// The value.
    public var value: Double
    /// Out of how many, or nil.
    public var of: Double?
    /// Whether it has a range.
    public var isRanged: Bool
  }

  /// The alternatives, in the order of the numbers.
  public var alternatives: [String]
  /// The day of the document.
  public var date: CalendarDay
  /// The handout.
  public var handout: DocumentBody
  /// The numbers of the evidence by id.
  public var numbers: [String: Number]
  /// What was done with people.
  public var people: [PeopleRecord]

  /// A subject from its parts.
  public init(
    alternatives: [String], date: CalendarDay, handout: DocumentBody, numbers: [String: Number],
    people: [PeopleRecord]
  ) {
    self.alternatives = alternatives
    self.date = date
    self.handout = handout
    self.numbers = numbers
    self.people = people
  }

  /// The subject of a document in memory, made with a pack.
  public init(document: DecisionDocument, pack: EvidencePack) {
    var numbers: [String: Number] = [:]
    for figure in document.numbers.levels.map(\.figure) + document.numbers.figures {
      numbers[figure.id] = Number(
        value: figure.value.value, of: figure.of?.value,
        isRanged: figure.low != nil && figure.high != nil)
    }
    self.init(
      alternatives: pack.options.map(\.id), date: document.identity.date,
      handout: document.handout, numbers: numbers, people: document.peopleRecords)
  }
}
