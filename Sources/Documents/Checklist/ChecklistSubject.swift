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

  /// A subject; alternatives in the order of the numbers, the date as `YYYY-MM-DD`.
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

extension InlineText {
  /// A count: so many out of a whole, both from one number of the pack.
  struct Count: Sendable, Equatable {
    /// How many.
    var n: Double
    /// Out of how many.
    var of: Double
    /// The number that it states.
    var source: NumberSource
  }

  /// The count that a sentence states, in whichever order it names the two numbers; nil when it
  /// states none, or tells more than one count.
  ///
  /// Its first number says what is counted; numbers from elsewhere, such as the points of a scale,
  /// are no part of it.
  var count: Count? {
    guard let source = sources.first else { return nil }
    let values = values(from: source)
    guard values.count == 2 else { return nil }
    return Count(n: min(values[0], values[1]), of: max(values[0], values[1]), source: source)
  }

  /// The values of the printed numbers that come from one number of the pack.
  func values(from source: NumberSource) -> [Double] {
    runs.compactMap {
      if case .number(let printed, source) = $0 { InlineText.value(printed) } else { nil }
    }
  }

  /// The value of a printed number, nil when it is none.
  ///
  /// Between digits a mark followed by exactly three digits at the end parts thousands, and the groups
  /// before it all have three digits or all two, as in India; unless the number begins with 0. The
  /// last of any other marks is the decimal mark. Digits may be those of any script.
  static func value(_ printed: String) -> Double? {
    var whole = 0.0
    var (groups, digits, isWhole, size) = (0, 0, true, 0)
    // The value of the digits of the last group, as a part of one.
    var (fraction, unit, before) = (0.0, 1.0, 0.0)
    for scalar in printed.unicodeScalars {
      guard scalar.isDigit, let digit = scalar.properties.numericValue else {
        guard digits > 0 else { return nil }
        if groups > 0 {
          if digits < 2 || digits > 3 || size > 0 && digits != size { isWhole = false }
          size = digits
        }
        (groups, digits, before, fraction, unit) = (groups + 1, 0, whole, 0, 1)
        continue
      }
      if groups == 0 && digits == 0 && digit == 0 { isWhole = false }
      digits += 1
      whole = whole * 10 + digit
      fraction = fraction * 10 + digit
      unit *= 10
    }
    guard digits > 0 else { return nil }
    if groups == 0 || isWhole && digits == 3 { return whole }
    return before + fraction / unit
  }
}

extension HandoutIndex {
  /// The count of people or bones that a result states; nil when it states none.
  ///
  /// It is a count when its two numbers are a number of the evidence and the whole of that number:
  /// two ends of a range are none.
  static func count(
    of result: OutcomeResult, _ numbers: [String: ChecklistSubject.Number]
  ) -> InlineText.Count? {
    guard let count = result.text.count, case .evidence(let id) = count.source,
      let number = numbers[id], number.of == count.of,
      // Counts are printed as whole numbers.
      (number.value - count.n).magnitude < 1
    else { return nil }
    return count
  }
}
