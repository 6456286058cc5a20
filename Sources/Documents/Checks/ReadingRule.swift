// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// What is counted of blocks for their reading level.
struct ReadingTally: Sendable, Equatable {
  /// The uses of one term of art.
  struct Term: Sendable, Equatable {
    var uses = 0
    var extraSyllables = 0
    var polysyllables = 0
    /// The same of the first use alone.
    var first = TextFacts.Use(term: 0, extraSyllables: 0, polysyllables: 0)
  }

  private(set) var counts = ReadingCounts()
  private var terms: [Int: Term] = [:]

  /// Adds a text.
  mutating func add(_ facts: TextFacts) {
    counts += facts.counts
    for use in facts.uses {
      add(
        Term(
          uses: 1, extraSyllables: use.extraSyllables, polysyllables: use.polysyllables, first: use),
        of: use.term)
    }
  }

  /// Adds what stands after.
  mutating func add(_ other: ReadingTally) {
    counts += other.counts
    for (id, term) in other.terms { add(term, of: id) }
  }

  private mutating func add(_ term: Term, of id: Int) {
    guard var sum = terms[id] else {
      terms[id] = term
      return
    }
    sum.uses += term.uses
    sum.extraSyllables += term.extraSyllables
    sum.polysyllables += term.polysyllables
    terms[id] = sum
  }

  /// The level of what was counted.
  func entry(section: String, title: String) -> ReadingEntry {
    var adjusted = counts
    for term in terms.values {
      adjusted.syllables -= term.extraSyllables - term.first.extraSyllables
      adjusted.polysyllables -= term.polysyllables - term.first.polysyllables
    }
    return ReadingEntry(
      section: section, title: title, counts: counts, raw: counts.grades,
      adjusted: adjusted.grades)
  }
}

/// The handout stays within its budget of reading ease, terms of art counted once
/// (`field-standards.md` 2.7).
enum ReadingRule {
  /// What is wrong in a handout.
  static func faults(_ report: ReadingReport, _ limits: ReadingLimits) -> [CheckFault] {
    let whole = report.whole.adjusted
    let wholes = [
      ("Flesch-Kincaid", whole.fleschKincaid, limits.fleschKincaid),
      ("SMOG", whole.smog, limits.smog),
    ].filter { $0.1 > $0.2 }.map { name, grade, limit in
      fault(
        "",
        "The whole handout needs at most grade \(text(limit)) by \(name); it needs \(text(grade)).")
    }
    return wholes
      + report.sections.filter { $0.adjusted.fleschKincaid > limits.section }.map { entry in
        fault(
          entry.section,
          "A section needs at most grade \(text(limits.section)) by Flesch-Kincaid; "
            + "\(entry.section) needs \(text(entry.adjusted.fleschKincaid)).")
      }
  }

  private static func fault(_ section: String, _ problem: String) -> CheckFault {
    CheckFault(
      "readingLevel", section: section, problem,
      advice: "Use shorter sentences and shorter words.")
  }

  private static func text(_ grade: Double) -> String {
    DecimalText(grade, decimals: 1).text
  }
}
