// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents

/// A question of the interview, with everything that a person needs to answer it.
public struct InterviewQuestion: Sendable, Equatable {
  /// A part of the interview.
  public enum Group: Int, Sendable, CaseIterable {
    /// Who the person is.
    case person
    /// Where care takes place and who pays.
    case care
    /// How the documents look.
    case documents
    /// The clinical facts.
    case facts
    /// What matters to the person.
    case matters
    /// What the person will not accept.
    case limits
    /// The person's own words.
    case words
    /// Who hands the documents over.
    case clinic
  }

  /// What an empty answer means.
  public enum EmptyAnswer: Sendable, Equatable {
    /// Nothing: the question needs an answer.
    case refused
    /// The part of the profile is left out.
    case leavesOut
    /// Not known: the part of the profile is left out.
    case notKnown
    /// None, or no more.
    case none
    /// What was answered before stays.
    case keeps
    /// This value.
    case value(String)
  }

  /// What it is about.
  public var key: InterviewKey
  /// The part of the interview.
  public var group: Group
  /// The question.
  public var text: InlineText
  /// Lines that belong to the question, such as both ends of a range.
  public var details: [InlineText] = []
  /// What can be answered.
  public var kind: AnswerKind
  /// What an empty answer means.
  public var empty: EmptyAnswer
  /// What helps to answer.
  public var help: [InlineText] = []
}

/// Why an answer cannot be taken.
///
/// It never repeats the answer.
public struct InterviewProblem: Error, Sendable, Equatable {
  /// What is wrong.
  public var text: InlineText
  /// What can be answered.
  public var advice: InlineText
}
