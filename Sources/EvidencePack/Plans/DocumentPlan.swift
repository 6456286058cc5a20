// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The plan of a document: its sections, and what stands in each, as the pack states it.
public struct DocumentPlan: Sendable, Equatable {
  /// The text of the title.
  public var title: TextID
  /// The sections, in order.
  public var sections: [PlannedSection]
}

/// What a person is given in place of the handout when other evidence applies.
public struct OtherHandout: Sendable, Equatable {
  /// The id, by which rules name it.
  public var id: String
  /// What it is.
  public var kind: HandoutKind
  /// What it holds.
  public var plan: DocumentPlan
}

/// A section of a plan.
public struct PlannedSection: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The text of the title.
  public var title: TextID
  /// What stands in it, in order.
  public var blocks: [PlannedBlock]
  /// Whether it is left out when the page is printed.
  public var isScreenOnly: Bool = false
  /// Of the clinician's copy: the kinds of the patient's document that it stands beside.
  public var beside: [HandoutKind] = HandoutKind.allCases

  /// Whether the section is the same for every person: no passage made for one, no condition.
  public var isFixed: Bool { blocks.allSatisfy(\.isFixed) }
}

/// A block of a planned section.
public enum PlannedBlock: Sendable, Equatable {
  /// An item of a list, shown when its condition (if any) is true.
  public struct Item: Sendable, Equatable {
    /// The text.
    public var text: TextID
    /// The id of the condition, or nil.
    public var condition: String?
    /// The alternative that it is about, or nil.
    public var alternative: String?
  }

  /// What a paragraph is for.
  public enum Role: String, Sendable, Equatable {
    /// Ordinary text.
    case plain
    /// The main message of a section.
    case key
    /// An aside.
    case note
    /// Something to act on.
    case warning
  }

  /// A heading inside the section.
  case subheading(TextID)
  /// A paragraph, shown when its condition (if any) is true.
  case paragraph(TextID, condition: String?, Role)
  /// A list without order.
  case bullets([Item])
  /// A list with order.
  case steps([Item])
  /// Boxes to tick.
  case tickBoxes([Item])
  /// A question and its answer.
  case questionAndAnswer(question: TextID, answer: TextID)
  /// Lines to write on, under a text.
  case writingSpace(TextID, lines: Int)
  /// A passage that the program makes, by its name.
  case passage(String)
  /// A block with an id, unique in its document.
  indirect case part(id: String, PlannedBlock)

  /// Whether the block is the same for every person: no passage made for one, no condition.
  public var isFixed: Bool {
    switch self {
    case .subheading, .questionAndAnswer, .writingSpace: true
    case .paragraph(_, let condition, _): condition == nil
    case .bullets(let items), .steps(let items), .tickBoxes(let items):
      items.allSatisfy { $0.condition == nil && $0.alternative == nil }
    case .passage: false
    case .part(_, let block): block.isFixed
    }
  }
}

/// A question that a person can ask, and when it is offered.
public struct QuestionToAsk: Sendable, Equatable {
  /// The text.
  public var text: TextID
  /// Offered when this is true or not known; nil: no condition.
  public var condition: Condition?
  /// Offered when this criterion is among those that matter most; nil: for everyone.
  public var criterion: String?
}

/// A prompt for the clinician to check the explanation, with the answer that the document gives.
public struct TeachBackPrompt: Sendable, Equatable {
  /// The text of the prompt.
  public var ask: TextID
  /// The text of the answer.
  public var answer: TextID
  /// The criterion that it is about, or nil: for everyone.
  public var criterion: String?
}
