// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The wording for one language: every sentence that a reader sees, by id.
public struct TextCatalogue: Sendable, Equatable {
  /// The direction of writing.
  public enum WritingDirection: String, Sendable, Equatable {
    /// Left to right.
    case leftToRight = "ltr"
    /// Right to left.
    case rightToLeft = "rtl"
  }

  /// The language code, such as `en`.
  public var language: String
  /// The direction of writing.
  public var direction: WritingDirection
  /// The mark between whole and fraction.
  public var decimalMark: String
  /// The mark between groups of three digits; empty: none.
  public var groupMark: String
  /// The texts by id.
  public var texts: [TextID: TextTemplate]
}

/// A text with places for parameters and figures.
public struct TextTemplate: Sendable, Equatable {
  /// Which number of a figure is printed.
  public enum FigurePart: String, Sendable, Equatable {
    /// The value.
    case value
    /// The denominator.
    case of
    /// The denominator less the value.
    case rest
    /// The lower limit.
    case low
    /// The upper limit.
    case high
  }

  /// A piece of a text.
  public enum Piece: Sendable, Equatable {
    /// Words.
    case words(String)
    /// A parameter by name.
    case parameter(String)
    /// A number of a figure.
    case figure(String, FigurePart)
  }

  /// The pieces.
  public var pieces: [Piece]
  /// The pieces when the parameter `n` prints as the numeral one, or nil.
  public var one: [Piece]?
  /// The declared parameters.
  public var parameters: [String]
  /// Whether digits in the words belong to names.
  public var namesHoldDigits: Bool
  /// The line of the catalogue file.
  public var line: Int
}
