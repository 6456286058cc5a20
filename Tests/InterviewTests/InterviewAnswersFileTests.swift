// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup
import Testing

@testable import DecisionAid
@testable import Interview

@Suite struct InterviewAnswersFileTests {
  private func run(
    _ text: String, method: ElicitationMethod? = nil
  ) throws -> (interview: Interview, diagnostics: [Diagnostic]) {
    try run(bytes: Array(text.utf8), method: method)
  }

  private func run(
    bytes: [UInt8], method: ElicitationMethod? = nil
  ) throws -> (interview: Interview, diagnostics: [Diagnostic]) {
    let settings = InterviewSettings(takesShortAnswers: false, method: method)
    return ScriptedInterview.run(
      try InterviewFixture.interview(settings).interview, answers: bytes, file: "a.txt")
  }

  @Test func `Comments, empty lines, line ends of Windows and a byte order mark are read`() throws {
    let text =
      "\u{FEFF}# comment\r\n\r\n  id : p1\r\nregion:EU\r\npreferences: notAsked\r\n"
      + "phone: 5 ext. 7\r\nclinic: Spine: #7\r\n"
    let (interview, diagnostics) = try run(text)
    #expect(diagnostics.isEmpty)
    let profile = try InterviewFixture.read(
      InterviewFixture.required(interview.profileBytes))
    #expect(profile.clinic.phone == "5 ext. 7" && profile.clinic.name == "Spine: #7")
  }

  @Test func `Every mistake is reported with its line and without what was written`() throws {
    let (_, diagnostics) = try run(
      """
      id: p1
      Wilma Fernleaf
      wilma: x
      age: seventy
      region: EU
      age: 70
      fact.pain-score: 11
      preferences: notAsked
      method: swing
      """)
    #expect(
      diagnostics.map { "\($0.location.line) \($0.identifier)" } == [
        "2 answers.line", "3 answers.unknownKey", "4 answers.value", "6 answers.duplicate",
        "7 answers.value", "9 answers.notAsked",
      ])
    #expect(!diagnostics.contains { "\($0)".lowercased().contains("wilma") })
    #expect(!diagnostics.contains { "\($0)".contains("seventy") })
  }

  @Test func `A missing answer is named; an answer that shapes the rest ends the search`() throws {
    let (_, diagnostics) = try run("name: x\nlanguage: en\n")
    #expect(diagnostics.map(\.identifier) == ["answers.missing", "answers.missing"])
    #expect(diagnostics.map(\.problem).joined().contains("region"))
  }

  @Test func `Every missing weight is named, and no sum is worked out over the others`() throws {
    let (_, diagnostics) = try run(
      "id: p1\nregion: EU\npreferences: stated\npanel: b\nmethod: hundredPoints\n"
        + "points.cost: 90\npoints.cement-leak: 1,5\n")
    #expect(
      diagnostics.map(\.identifier) == [
        "answers.missing", "answers.missing", "answers.missing", "answers.value",
      ])
  }

  @Test func `Short answers are for people, not for files`() throws {
    let (_, diagnostics) = try run("id: p1\nregion: 2\npreferences: notAsked\n")
    #expect(diagnostics.map(\.identifier) == ["answers.value"])
  }

  @Test func `A line that is not UTF-8 is refused`() throws {
    let (_, diagnostics) = try run(
      bytes: Array("id: p1\nregion: EU\npreferences: notAsked\nname: ".utf8) + [0xFF, 0x0A])
    #expect(diagnostics.first?.identifier == "answers.encoding")
    #expect(diagnostics.first?.location.line == 4)
  }

  @Test func `A line that contradicts an option of the command is refused`() throws {
    let (_, diagnostics) = try run(
      "id: p1\nregion: EU\npreferences: notAsked\nmethod: swing\n", method: .rankOrder)
    #expect(diagnostics.map(\.identifier) == ["answers.option"])
  }

  @Test func `Control characters and those that turn the reading order are refused`() throws {
    for sign in ["\u{202E}", "\u{2066}", "\u{7}", "\u{FFFE}"] {
      let (_, diagnostics) = try run(
        "id: p1\nname: a\(sign)b\nregion: EU\npreferences: notAsked\n")
      #expect(diagnostics.map(\.identifier) == ["answers.value"])
    }
  }

  @Test(arguments: 1...20) func `Whatever the interview takes, the program reads as valid`(
    seed: Int
  ) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let texts = [
      "", "yes", "unknown", "0", "1", "2", "5", "50", "99.5", "100", "0.123456789", "T12 l1",
      "2 3", "12 13000", "atMost 3", "atLeast 0.5 atMost 900000", "-", "2024-02-29", "007", "1e3",
      "شخص <&>\"'", "]]>", "stated", "own", "1 2 3", "999999999999", "-0",
      "10 90", "1 3", "2 7", "same", "accepted", "3",
    ]
    let methods = ElicitationMethod.allCases
    let interview = try InterviewFixture.interview(
      InterviewSettings(takesShortAnswers: true, method: methods[seed % methods.count]))
    var steps = 0
    while interview.question != nil && steps < 3_000 {
      steps += 1
      if interview.answer(texts[pick(texts.count)]) != nil && pick(40) == 0 {
        _ = interview.goBack()
      }
    }
    guard let bytes = interview.profileBytes else { return }
    _ = try InterviewFixture.read(bytes)
  }
}
