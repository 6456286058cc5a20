// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Foundation
import SampleSupport
import TestSupport
import Testing

@testable import Documents

/// Each language is measured by its own rule, and one without a formula by lengths.
struct LanguageReadingTests {
  /// A text, the measure of its language, and how far textstat may be from it.
  struct Sample: Sendable, CustomTestStringConvertible {
    let language: String
    let measure: ReadingMeasure
    let tolerance: Double
    let text: String
    var testDescription: String { language }
  }

  static let samples = [
    Sample(
      language: "es", measure: .szigrisztPazos, tolerance: 5,
      text: """
        La columna está formada por huesos pequeños. Un hueso se ha roto y duele al moverse. Muchas \
        personas mejoran en pocas semanas sin ninguna operación. Otras prefieren que el médico ponga \
        cemento en el hueso. Hable con su familia antes de elegir.
        """),
    Sample(
      language: "de", measure: .wienerSachtext, tolerance: 0.7,
      text: """
        Ein Knochen in Ihrer Wirbelsäule ist gebrochen. Das tut weh, wenn Sie sich bewegen. Viele \
        Menschen erholen sich in wenigen Wochen ohne eine Operation. Andere möchten, dass Zement in \
        den Knochen gespritzt wird. Sprechen Sie mit Ihrer Familie, bevor Sie sich entscheiden.
        """),
    Sample(
      language: "it", measure: .gulpease, tolerance: 2,
      text: """
        Un osso della colonna si è rotto. Fa male quando ci si muove. Molte persone migliorano in \
        poche settimane senza alcun intervento. Altre preferiscono che il medico metta del cemento \
        nell'osso. Ne parli con la famiglia prima di scegliere.
        """),
  ]

  /// What is counted of a text by the rules of a language.
  private func counts(_ text: String, language: String) throws -> ReadingCounts {
    let pack = try TestPack.pack()
    var catalogue = try #require(TestPack.embedded?.wording("en")).catalogue
    catalogue.language = language
    catalogue.rules = LanguageRules(language: language)
    var reader = TextReader(points: [], wording: Wording(catalogue: catalogue, pack: pack))
    return reader.facts(of: InlineText(words: text)).counts
  }

  @Test("A formula stays near textstat's", .needs("python"), arguments: samples)
  func formulas(_ sample: Sample) throws {
    let value = sample.measure.value(try counts(sample.text, language: sample.language))
    let printed = try Tool.output(of: "reading_formulas.py", sample.language, sample.text)
    let expected = try #require(Double(printed.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(abs(value - expected) < sample.tolerance, "\(value), textstat \(expected)")
    // Counted by hand; textstat counts three fewer.
    if sample.language == "es" {
      #expect(try counts(sample.text, language: "es").syllables == 83)
    }
  }

  @Test(
    "Syllables of Spanish words are those of its grammar",
    arguments: [
      ("hueso", 2), ("médico", 3), ("ahora", 3), ("día", 2), ("aire", 2), ("país", 2),
      ("cuidado", 3), ("guerra", 2), ("pingüino", 3), ("que", 1), ("muy", 1), ("ciudad", 2),
      ("leer", 2), ("poeta", 3), ("oír", 2), ("estudiéis", 3), ("y", 1), ("operación", 4),
    ])
  func spanish(word: String, syllables: Int) {
    #expect(SyllableRule(language: "es").syllables(of: word) == syllables)
  }

  @Test(
    "Syllables of German words are those that are spoken",
    arguments: [
      ("knochen", 2), ("wirbelsäule", 4), ("bein", 1), ("euro", 2), ("quelle", 2), ("liebe", 2),
      ("boot", 1), ("übung", 2), ("operation", 5), ("haus", 1), ("schmerz", 1), ("tee", 1),
    ])
  func german(word: String, syllables: Int) {
    #expect(SyllableRule(language: "de-AT").syllables(of: word) == syllables)
  }

  @Test("A language without a formula is held to words in a sentence and letters in a word")
  func lengths() throws {
    let counts = try counts("אחת שתים שלוש. ארבע חמש שש שבע שמונה.", language: "he")
    #expect((counts.words, counts.sentences, counts.letters) == (8, 2, 28))
    #expect(ReadingMeasure.wordsPerSentence.value(counts) == 4)
    #expect(ReadingMeasure.lettersPerWord.value(counts) == 3.5)
    let entry = ReadingEntry(section: "", title: "", counts: counts, adjustedCounts: counts)
    func faults(_ words: Double, _ letters: Double) -> [String] {
      let limits = [
        ReadingLimit(measure: .wordsPerSentence, whole: words),
        ReadingLimit(measure: .lettersPerWord, whole: letters, section: nil),
      ]
      let report = ReadingReport(whole: entry, sections: [], measures: limits.map(\.measure))
      return ReadingRule.faults(report, limits).map(\.problem)
    }
    #expect(faults(4, 3.6).isEmpty)
    #expect(faults(3.9, 3.6).count == 1 && faults(3.9, 3.4).count == 2)
    #expect(faults(3.9, 3.6)[0].contains("at most 3.9 words in a sentence"))
  }

  @Test("The handout says which rule was used, in the measure of its language")
  func isSaid() throws {
    let wording = try PseudoPack.wording()
    let row = wording.readingRow(nil).text
    let known = wording(
      .readingLengthsAre, ["words": .empty, "letters": .empty, "section": .empty])
    // The same words beside the numbers, which are none yet.
    #expect(row.plain.filter(\.isLetter) == known.plain.filter(\.isLetter))
    #expect(!known.isEmpty)
  }
}
