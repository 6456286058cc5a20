// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// What was done with people for a pack, such as a test with patients: the item of a checklist that
/// it answers, the day, and what was done, in words.
public struct PeopleRecord: Sendable, Equatable {
  /// The id of the item of the checklist.
  public var item: String
  /// The day on which it was done.
  public var date: CalendarDay
  /// What was done.
  public var text: InlineText
}
