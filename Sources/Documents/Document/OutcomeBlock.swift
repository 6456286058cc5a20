// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What became of people with each alternative: one outcome, its period, the people it was seen in,
/// and a result for every alternative.
public struct OutcomeBlock: Sendable, Equatable {
  /// The id of the criterion or outcome, unique in its document.
  public var id: String
  /// What is counted or measured.
  public var title: InlineText
  /// What it means; may be empty.
  public var explanation: InlineText
  /// When it was counted.
  public var period: InlineText
  /// Who was studied.
  public var group: InlineText
  /// One result for each alternative, in the order of the document.
  public var results: [OutcomeResult]
  /// What holds for all results; may be empty.
  public var note: InlineText

  /// An outcome from its parts.
  public init(
    id: String, title: InlineText, explanation: InlineText = .empty, period: InlineText,
    group: InlineText, results: [OutcomeResult], note: InlineText = .empty
  ) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.period = period
    self.group = group
    self.results = results
    self.note = note
  }
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
  public var rest: InlineText
  /// The range; empty when there is none.
  public var range: InlineText
  /// How sure we are, why, and the sources.
  public var certainty: InlineText

  /// All sentences, in the order in which they are read.
  public var sentences: [InlineText] { [text, rest, range, certainty].filter { !$0.isEmpty } }

  /// A result from its parts.
  public init(
    alternative: String, name: InlineText, picture: IconArray? = nil, text: InlineText,
    rest: InlineText = .empty, range: InlineText = .empty, certainty: InlineText = .empty
  ) {
    self.alternative = alternative
    self.name = name
    self.picture = picture
    self.text = text
    self.rest = rest
    self.range = range
    self.certainty = certainty
  }
}

/// A picture of a count: one mark per person or bone, the filled ones first.
public struct IconArray: Sendable, Equatable {
  /// The number of filled marks, 0 to `of`.
  public var filled: Int
  /// The number of all marks, above 0.
  public var of: Int

  /// A picture from its counts.
  public init(filled: Int, of: Int) {
    self.filled = filled
    self.of = of
  }
}
