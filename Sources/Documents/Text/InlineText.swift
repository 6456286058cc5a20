// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Text inside a block: words, numbers that know where they come from, and a person's own words.
public struct InlineText: Sendable, Equatable {
  /// A run of text of one kind.
  public enum Run: Sendable, Equatable {
    /// Words of the catalogue.
    case words(String)
    /// A number as it is printed, and where it comes from.
    case number(String, from: NumberSource)
    /// Words of the profile, in whatever script; set apart so that their direction stays inside.
    case person(String)

    /// The text as a reader sees it.
    var text: String {
      switch self {
      case .words(let text), .number(let text, _), .person(let text): text
      }
    }
  }

  /// The runs, in order.
  public var runs: [Run]

  /// A text from its runs.
  public init(_ runs: [Run]) { self.runs = runs }

  /// A text of words alone.
  public init(words: String) { runs = words.isEmpty ? [] : [.words(words)] }

  /// A text of a person's own words.
  public init(person: String) { runs = [.person(person)] }

  /// A number and where it comes from.
  public init(number: String, from source: NumberSource) { runs = [.number(number, from: source)] }

  /// No text.
  public static let empty = InlineText([])

  /// Whether there is nothing to read.
  public var isEmpty: Bool { runs.isEmpty }

  /// The text as a reader sees it, without its structure.
  public var plain: String {
    if runs.count == 1 { return runs[0].text }
    var plain = ""
    for run in runs { plain += run.text }
    return plain
  }

  /// Where its numbers come from, in order.
  public var sources: [NumberSource] {
    runs.compactMap { if case .number(_, let source) = $0 { source } else { nil } }
  }

  /// The text with the number of one source replaced.
  func filling(_ source: NumberSource, with number: String) -> InlineText {
    InlineText(
      runs.map { run in
        if case .number(_, source) = run { return .number(number, from: source) }
        return run
      })
  }

  /// Two texts, one after the other.
  public static func + (left: InlineText, right: InlineText) -> InlineText {
    InlineText(left.runs + right.runs)
  }
}
