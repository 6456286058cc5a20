// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

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
  /// The seed of the order of the alternatives, or nil: one for each person, from the pseudonym.
  public var orderSeed: UInt32?
  /// Why evidence past its last day is used all the same, or nil: it is not.
  public var expiryReason: String?

  /// Settings from their parts.
  public init(
    date: String, selfCheck: Bool = true, edition: DocumentChoices.Edition? = nil,
    paper: DocumentChoices.Paper? = nil, orderSeed: UInt32? = nil, expiryReason: String? = nil
  ) {
    self.date = date
    self.selfCheck = selfCheck
    self.edition = edition
    self.paper = paper
    self.orderSeed = orderSeed
    self.expiryReason = expiryReason
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
