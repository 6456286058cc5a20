// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// What comes from outside besides pack and profile.
public struct Settings: Sendable {
  /// The day that documents are made.
  public var date: CalendarDay
  /// The last day on which weights can have been asked, or nil: any.
  public var lastAnswerDay: CalendarDay?
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

  /// What stands above profile and pack; by default nothing does.
  public init(
    date: CalendarDay, selfCheck: Bool = true, edition: DocumentChoices.Edition? = nil,
    paper: DocumentChoices.Paper? = nil, orderSeed: UInt32? = nil, expiryReason: String? = nil
  ) {
    self.date = date
    lastAnswerDay = date
    self.selfCheck = selfCheck
    self.edition = edition
    self.paper = paper
    self.orderSeed = orderSeed
    self.expiryReason = expiryReason
  }

  /// For profiles that are read or tried and not written: no evidence is out of date then.
  ///
  /// - Parameter lastAnswerDay: the last day on which weights can have been asked, or nil: any.
  public static func reading(until lastAnswerDay: CalendarDay? = nil) -> Settings {
    var settings = Settings(date: CalendarDay(daysSince1970: 0), selfCheck: false)
    settings.lastAnswerDay = lastAnswerDay
    return settings
  }
}
