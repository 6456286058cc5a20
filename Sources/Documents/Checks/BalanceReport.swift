// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How one alternative is told in the parts of the handout that are the same for everybody.
public struct BalanceRow: Sendable, Equatable {
  /// The alternative.
  public var alternative: String
  /// Its place in the order of the document, from 1.
  public var position: Int
  /// The words of its parts.
  public var panelWords = 0
  /// The words of its columns of tables.
  public var tableWords = 0
  /// The words of its results of outcomes.
  public var resultWords = 0
  /// The numbers in all of them.
  public var numbers = 0
  /// The rows and results that are filled.
  public var filledRows = 0
  /// The paragraphs that stand out.
  public var emphasis = 0
  /// The points of the counted rows, in the order of the pack's list of rows.
  public var points: [Int]

  /// A row with nothing counted.
  init(_ alternative: String, position: Int, counted: Int) {
    self.alternative = alternative
    self.position = position
    points = Array(repeating: 0, count: counted)
  }

  /// Adds what stands elsewhere of the same alternative.
  static func += (left: inout BalanceRow, right: BalanceRow) {
    left.panelWords += right.panelWords
    left.tableWords += right.tableWords
    left.resultWords += right.resultWords
    left.numbers += right.numbers
    left.filledRows += right.filledRows
    left.emphasis += right.emphasis
    left.points = zip(left.points, right.points).map(+)
  }
}

/// How alike the alternatives are told.
public struct BalanceReport: Sendable, Equatable {
  /// One row for each alternative, in the order of the document.
  public var rows: [BalanceRow]

  /// The largest difference of the words of the parts, as a share of their mean; 0 without words.
  public var spread: Double {
    let words = rows.map { Double($0.panelWords) }
    let mean = words.reduce(0, +) / Double(max(words.count, 1))
    guard let most = words.max(), let least = words.min(), mean > 0 else { return 0 }
    return (most - least) / mean
  }
}
