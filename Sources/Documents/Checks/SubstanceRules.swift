// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What nobody measured is never told as nothing: a zero on a patient's page was counted, and says
/// how many could still have had it; and every option has an entry in every row.
enum SubstanceRule {
  /// What is wrong with the zeros of a text.
  ///
  /// - Parameter scope: the texts that are read together with it, itself among them.
  static func faults(
    at place: PlacedText, scope: [InlineText], _ known: KnownNumbers
  ) -> [CheckFault] {
    place.text.runs.compactMap { run -> CheckFault? in
      guard case .number(let text, let source) = run, let entry = known.entry(source),
        entry.isZero, known.value(text) == 0
      else { return nil }
      if entry.isByDefinition {
        return CheckFault(
          "zeroByDefinition", at: place,
          "What is zero by definition was not counted; \(source.text) is told as if it were.",
          advice: "Give its performance a text in the attribute instead.",
          words: place.text.catalogueWords)
      }
      if entry.of == nil || isUpperLimitTold(entry, source, scope) { return nil }
      return CheckFault(
        "zeroCount", at: place,
        "That it happened to none stands with how many it could still happen to; "
          + "\(source.text) stands without.",
        advice: "Give the figure an upper limit, and print {=\(source.text).high} beside it.",
        words: place.text.catalogueWords)
    }
  }

  private static func isUpperLimitTold(
    _ entry: KnownNumbers.Entry, _ source: NumberSource, _ scope: [InlineText]
  ) -> Bool {
    guard let high = entry.high else { return false }
    return scope.contains { text in
      text.runs.contains { if case .number(high, source) = $0 { true } else { false } }
    }
  }

  /// What is missing in rows that have one entry for each option.
  static func faults(
    in blocks: [Block], section: String, _ alternatives: [String]
  ) -> [CheckFault] {
    blocks.flatMap { block -> [CheckFault] in
      switch block {
      case .part(let part): faults(in: part.blocks, section: section, alternatives)
      case .shared(let shared): faults(in: shared.blocks, section: section, alternatives)
      case .outcome(let outcome) where outcome.results.count > 1:
        alternatives.filter { alternative in
          !outcome.results.contains { $0.alternative == alternative && !$0.text.isEmpty }
        }.map { missing($0, in: outcome.id, section) }
      case .table(let table) where Set(table.columnIDs).isSuperset(of: alternatives):
        table.rows.enumerated().flatMap { place, row in
          table.columnIDs.enumerated().filter { column, id in
            alternatives.contains(id) && !(row.indices.contains(column) && !row[column].isEmpty)
          }.map { _, id in
            missing(
              id, in: table.rowIDs.indices.contains(place) ? table.rowIDs[place] : nil, section)
          }
        }
      default: []
      }
    }
  }

  private static func missing(_ alternative: String, in row: String?, _ section: String)
    -> CheckFault
  {
    CheckFault(
      "missingEntry", section: section, id: row, alternative: alternative,
      "Every option has an entry in every row: a number, or that it is not known.",
      advice: "Write a text in its place where nothing is known.")
  }
}
