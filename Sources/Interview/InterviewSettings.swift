// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What comes to an interview from outside, besides the pack and the answers.
public struct InterviewSettings: Sendable, Equatable {
  /// Whether a number or the beginning of a word stands for a choice: for people, not for files,
  /// whose meaning must not change with the order of a pack.
  public var takesShortAnswers: Bool
  /// The id that an empty answer takes, or nil: an id must be given.
  public var suggestedID: String?
  /// The day of asking that an empty answer takes, `YYYY-MM-DD`, or nil: not stated.
  public var today: String?
  /// The method, or nil: it is asked.
  public var method: ElicitationMethod?
  /// The panel, or nil: it is asked.
  public var panel: String?

  /// Settings of one interview.
  public init(
    takesShortAnswers: Bool, suggestedID: String? = nil, today: String? = nil,
    method: ElicitationMethod? = nil, panel: String? = nil
  ) {
    self.takesShortAnswers = takesShortAnswers
    self.suggestedID = suggestedID
    self.today = today
    self.method = method
    self.panel = panel
  }
}
