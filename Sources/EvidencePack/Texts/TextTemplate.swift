// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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

  /// The pieces, in the category `other`.
  public var pieces: [Piece]
  /// The pieces in other categories of plurals; empty for most texts.
  public var variants: [PluralCategory: [Piece]] = [:]
  /// The number that chooses the category: a parameter or a number of a figure.
  public var counted: Piece = .parameter("n")
  /// The declared parameters.
  public var parameters: [String]
  /// Whether digits in the words belong to names.
  public var namesHoldDigits: Bool
  /// The line of the catalogue file.
  public var line: Int

  /// The pieces of all categories.
  public var allPieces: [Piece] {
    pieces + PluralCategory.allCases.flatMap { variants[$0] ?? [] }
  }
}
