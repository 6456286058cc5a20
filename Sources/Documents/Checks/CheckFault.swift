// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// What a rule finds in a finished document.
struct CheckFault: Sendable, Equatable {
  /// The stable name of the rule.
  var rule: String
  /// Where.
  var section: String
  /// The row, outcome or part, or nil.
  var id: String?
  /// The alternative, or nil.
  var alternative: String?
  /// What is wrong: the rule, then what was found; words of the pack only.
  var problem: String
  /// What to do about it.
  var advice: String
  /// Words of the catalogue that stand at the place, to find the text by; empty: none.
  var words = ""
  /// How much it matters.
  var severity = Diagnostic.Severity.error

  /// A fault at the place of a text.
  init(_ rule: String, at place: PlacedText, _ problem: String, advice: String, words: String = "")
  {
    self.init(
      rule, section: place.section, id: place.id, alternative: place.alternative, problem,
      advice: advice, words: words)
  }

  /// A fault in a section.
  init(
    _ rule: String, section: String, id: String? = nil, alternative: String? = nil,
    _ problem: String, advice: String, words: String = "",
    severity: Diagnostic.Severity = .error
  ) {
    self.rule = rule
    self.section = section
    self.id = id
    self.alternative = alternative
    self.problem = problem
    self.advice = advice
    self.words = words
    self.severity = severity
  }

  /// The fault as a diagnostic that points to the text of the catalogue, where it can be found.
  func diagnostic(_ catalogue: TextCatalogue) -> Diagnostic {
    let parts =
      (section.isEmpty ? [] : ["in the section \(section)"]) + (id.map { ["at \($0)"] } ?? [])
      + (alternative.map { ["for \($0)"] } ?? [])
    let place = parts.isEmpty ? "" : " It stands \(parts.joined(separator: ", "))."
    let (text, line) = self.text(in: catalogue) ?? (nil, 0)
    let named = text.map { " The text is \($0)." } ?? ""
    return Diagnostic(
      severity, "handout.\(rule)",
      at: SourceLocation(file: "text.\(catalogue.language).xml", line: line),
      "\(problem)\(place)\(named)", advice: advice)
  }

  /// The text most of whose words stand at the place; the first by line of several.
  private func text(in catalogue: TextCatalogue) -> (id: TextID, line: Int)? {
    let found = catalogue.texts.compactMap { id, template -> (id: TextID, line: Int, size: Int)? in
      let pieces = template.pieces.compactMap { piece in
        if case .words(let text) = piece { text } else { nil }
      }
      guard !pieces.isEmpty, pieces.allSatisfy({ words.contains($0) }) else { return nil }
      return (id, template.line, pieces.reduce(0) { $0 + $1.utf8.count })
    }
    return found.max { ($0.size, $1.line) < ($1.size, $0.line) }.map { ($0.id, $0.line) }
  }
}

extension InlineText {
  /// The words of the catalogue in it, one run after the other.
  var catalogueWords: String {
    runs.map { if case .words(let words) = $0 { words } else { "\n" } }.joined()
  }
}
