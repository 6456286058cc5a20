// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part of a section.
public enum Block: Sendable, Equatable {
  /// The form of a list.
  public enum ListForm: String, Sendable, Equatable {
    /// Points without order.
    case bullets
    /// Steps in order.
    case steps
    /// Boxes to tick.
    case tickBoxes
    /// Numbered entries that other parts refer to.
    case references
  }

  /// A heading below that of the section.
  case heading(InlineText)
  /// A heading below that.
  case smallHeading(InlineText)
  /// A paragraph.
  case paragraph(InlineText, ParagraphRole)
  /// A list.
  case list(ListForm, [InlineText])
  /// Pairs of a label and a text.
  case labelled([LabelledText])
  /// A question and its answer.
  case questionAndAnswer(question: InlineText, answer: InlineText)
  /// Lines to write on, under a text.
  case writingSpace(InlineText, lines: Int)
  /// A table.
  case table(Table)
  /// Parts of equal weight, one per alternative or one per question.
  case panels([PanelBlock])
  /// What became of people with each alternative, in words, numbers and pictures.
  case outcome(OutcomeBlock)
  /// Bars of points out of a whole.
  case bars([Bar])
  /// A plot.
  case plot(Plot)
  /// A part with an id that readers of the record and checks can point to.
  case part(DocumentPart)
  /// A part that many documents share.
  case shared(SharedBlocks)
}

/// What a paragraph is for.
public enum ParagraphRole: String, Sendable, Equatable {
  /// Ordinary text.
  case plain
  /// The main message.
  case key
  /// An aside.
  case note
  /// Something to act on.
  case warning
}

/// A label and a text.
public struct LabelledText: Sendable, Equatable {
  /// What it is about, unique among its neighbours, or nil.
  public var id: String?
  /// The label.
  public var label: InlineText
  /// The text.
  public var text: InlineText

  /// A label with its text; without an id nothing points to it.
  public init(_ label: InlineText, _ text: InlineText, id: String? = nil) {
    self.id = id
    self.label = label
    self.text = text
  }
}

/// A table: the first column holds the heads of the rows.
public struct Table: Sendable, Equatable {
  /// The id, unique in its document, or nil.
  public var id: String?
  /// The caption.
  public var caption: InlineText
  /// The heads of the columns.
  public var columns: [InlineText]
  /// The rows; each has as many cells as there are columns.
  public var rows: [[InlineText]]
  /// What each column is about, an alternative for example: as many as there are columns, or empty.
  ///
  /// The column of the heads has an empty one.
  public var columnIDs: [String] = []
  /// What each row is about, a criterion for example; empty, or as many as there are rows.
  public var rowIDs: [String] = []
}

/// A part about one alternative or one question.
public struct PanelBlock: Sendable, Equatable {
  /// The alternative, or the question.
  public var id: String
  /// The heading.
  public var title: InlineText
  /// What stands in it.
  public var blocks: [Block]
}

/// A bar of points out of a whole.
public struct Bar: Sendable, Equatable {
  /// What the bar shows, with its number.
  public var text: InlineText
  /// The points.
  public var points: Int
  /// The whole.
  public var of: Int
}

/// A part of a document with an id.
public struct DocumentPart: Sendable, Equatable {
  /// The id, unique in its document.
  public var id: String
  /// What stands in it.
  public var blocks: [Block]
}

/// Blocks that are the same for many people, with a key that names them.
public struct SharedBlocks: Sendable, Equatable {
  /// The key; equal keys of one pack and language mean equal blocks.
  public var key: String
  /// The blocks.
  public var blocks: [Block]
}
