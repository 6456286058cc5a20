// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// What people are told of a withdrawal is as easy to read as a handout, and holds no word that a
/// handout must not hold.
public enum WithdrawalTextRule {
  /// What is wrong with the texts of a pack in one language.
  public static func faults(_ pack: EvidencePack, _ wording: Wording) -> [Diagnostic] {
    let catalogue = wording.catalogue
    let limit = wording.conventions.firstReadingLimit
    var reader = TextReader(points: [], wording: wording)
    return pack.withdrawals.flatMap { withdrawal -> [Diagnostic] in
      let facts = reader.facts(of: wording.text(withdrawal.tell))
      let place = SourceLocation(
        file: "text.\(catalogue.language).xml", line: catalogue.texts[withdrawal.tell]?.line ?? 0)
      var found: [Diagnostic] = []
      let value = limit.measure.value(facts.counts)
      if limit.measure.isHarder(value, than: limit.whole) {
        found.append(
          Diagnostic(
            .error, "withdrawal.readingLevel", at: place,
            "What people are told needs \(limit.measure.bound(limit.whole)); "
              + "\(withdrawal.tell) has \(text(value)).",
            advice: "Use shorter sentences and shorter words."))
      }
      if let word = (facts.refused + facts.loneChances).first {
        found.append(
          Diagnostic(
            .error, "withdrawal.words", at: place,
            "What people are told holds no word that a handout must not hold; "
              + "\(withdrawal.tell) holds \"\(word)\".",
            advice: "Say it in other words."))
      }
      return found
    } + letters(pack, wording, limit)
  }

  /// What is wrong with whole letters, one of each kind.
  private static func letters(
    _ pack: EvidencePack, _ wording: Wording, _ limit: ReadingLimit
  ) -> [Diagnostic] {
    guard let withdrawal = pack.withdrawals.first else { return [] }
    var reader = TextReader(points: [], wording: wording)
    return RecallNotice.Beside.allCases.compactMap { beside in
      let letter = RecallNotice(
        .init(
          document: "", made: withdrawal.day, written: withdrawal.day, withdrawal: withdrawal,
          addressee: Addressee(),
          beside: beside), wording: wording)
      var reading = ReadingTally()
      for place in DocumentText.texts(of: letter.body) {
        reading.add(reader.facts(of: place.text))
      }
      let value = limit.measure.value(reading.counts)
      guard limit.measure.isHarder(value, than: limit.whole) else { return nil }
      return Diagnostic(
        .error, "withdrawal.readingLevel",
        at: SourceLocation(file: "text.\(wording.catalogue.language).xml"),
        "A letter about a withdrawal needs \(limit.measure.bound(limit.whole)); it has "
          + "\(text(value)).", advice: "Use shorter sentences and shorter words in its texts.")
    }
  }

  private static func text(_ grade: Double) -> String { DecimalText(grade, decimals: 1).text }
}
