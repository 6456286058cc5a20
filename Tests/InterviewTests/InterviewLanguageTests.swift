// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack
import SampleSupport
import TestSupport
import Testing

@testable import Interview

/// Questions of fact are answered in the words of the catalogue's language.
struct InterviewLanguageTests {
  /// A question of fact in a language.
  private func question(_ kind: AnswerKind) -> InterviewQuestion {
    InterviewQuestion(
      key: .fact("mri-done"), group: .facts, text: .empty, kind: kind, empty: .notKnown, help: [])
  }

  @Test(
    "The words of the language mean yes, no and not known", arguments: ["yes", "no", "unknown"])
  func ownWords(_ id: String) throws {
    let wording = try PseudoPack.wording()
    let kind = AnswerKind.yesNo(wording.conventions.answers)
    let reading = AnswerReading(wording: wording, takesShortAnswers: true, today: nil)
    let word = PseudoLanguage.words(id)
    #expect(try reading.values(of: word, to: question(kind)) == [id])
    // A part of the word that no other begins with, and the value that files hold.
    #expect(try reading.values(of: String(word.prefix(2)), to: question(kind)) == [id])
    #expect(try reading.values(of: id, to: question(kind)) == [id])
    #expect(KindText(wording: wording).describe(kind).plain.contains(word))
  }

  @Test("The word for not known leaves a number and levels open")
  func unknownNumber() throws {
    let wording = try PseudoPack.wording()
    let reading = AnswerReading(wording: wording, takesShortAnswers: true, today: nil)
    let word = PseudoLanguage.words("unknown")
    for kind in [AnswerKind.number(0...10, decimals: 0, isFact: true), .levels] {
      #expect(try reading.values(of: word, to: question(kind)) == ["unknown"])
      #expect(throws: InterviewProblem.self) {
        try reading.values(of: PseudoLanguage.words("yes"), to: question(kind))
      }
    }
  }
}
