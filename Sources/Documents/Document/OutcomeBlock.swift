// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What became of people with each alternative: one outcome, its period, the people it was seen in,
/// and a result for every alternative.
public struct OutcomeBlock: Sendable, Equatable {
  /// The id of the criterion or outcome, unique in its document.
  public var id: String
  /// What is counted or measured.
  public var title: InlineText
  /// What it means; may be empty.
  public var explanation: InlineText = .empty
  /// When it was counted.
  public var period: InlineText
  /// Who was studied.
  public var group: InlineText
  /// One result for each alternative, in the order of the document.
  public var results: [OutcomeResult]
  /// What holds for all results; may be empty.
  public var note: InlineText = .empty
}

/// The result of one alternative.
public struct OutcomeResult: Sendable, Equatable {
  /// The alternative.
  public var alternative: String
  /// Its name.
  public var name: InlineText
  /// The picture of the count; nil when there is no count out of 100.
  public var picture: IconArray?
  /// The sentence that states for how many it happened, or that it is not known.
  public var text: InlineText
  /// The sentence that states for how many it did not happen; empty without a count.
  public var rest: InlineText = .empty
  /// The range; empty when there is none.
  public var range: InlineText = .empty
  /// How sure we are, why, and the sources.
  public var certainty: InlineText = .empty

  /// All sentences, in the order in which they are read.
  public var sentences: [InlineText] { [text, rest, range, certainty].filter { !$0.isEmpty } }
}

/// A picture of a count: one mark per person or bone, the filled ones first.
public struct IconArray: Sendable, Equatable {
  /// The number of filled marks, 0 to `of`.
  public var filled: Int
  /// The number of all marks, above 0.
  public var of: Int
}
