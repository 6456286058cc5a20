// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

/// What comes from outside besides pack and profile.
public struct Settings: Sendable {
  /// The day that documents are made, `YYYY-MM-DD`.
  public var date: String
  /// Whether every document is read back and proved before it is handed over.
  public var selfCheck: Bool
  /// The edition that stands above what profiles say, or nil.
  public var edition: DocumentChoices.Edition?
  /// The paper that stands above what profiles say, or nil.
  public var paper: DocumentChoices.Paper?

  /// Settings from their parts.
  public init(
    date: String, selfCheck: Bool = true, edition: DocumentChoices.Edition? = nil,
    paper: DocumentChoices.Paper? = nil
  ) {
    self.date = date
    self.selfCheck = selfCheck
    self.edition = edition
    self.paper = paper
  }

  /// Whether a text is a day of the calendar, `YYYY-MM-DD`, from the year 1900 to 2999.
  public static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1900...2999).contains(year), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
