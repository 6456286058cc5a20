// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Foundation
import Markup

@testable import DecisionAid
@testable import Interview

/// What the tests of the interview share: the pack of the program, and ways to answer.
enum InterviewFixture {
  /// Digests do not matter here.
  static let hashing = Hashing { _ in [UInt8](repeating: 0, count: 32) }

  /// The pack of the program.
  static func prepared() throws -> PreparedPack { try pack.get() }

  private static let pack = Result { try PreparedPack(PreparedPack.embedded, hashing: hashing) }

  /// An interview that nobody has answered yet.
  static func interview(
    _ settings: InterviewSettings = InterviewSettings(takesShortAnswers: true)
  ) throws -> Talk {
    let prepared = try prepared()
    return Talk(
      try required(
        Interview(pack: prepared.pack, wordings: prepared.wordings, settings: settings)))
  }

  /// An interview that an expectation can answer: expectations take no mutating calls.
  final class Talk {
    private(set) var interview: Interview

    init(_ interview: Interview) { self.interview = interview }

    var question: InterviewQuestion? { interview.question }
    var profileBytes: [UInt8]? { interview.profileBytes }

    func answer(_ text: String) -> InterviewProblem? { interview.answer(text) }
    func goBack() -> Bool { interview.goBack() }
  }

  /// The profile that the program reads from bytes.
  static func read(_ bytes: [UInt8]) throws -> PreferenceProfile {
    try Pipeline(
      pack: prepared(),
      settings: Settings(date: required(CalendarDay("2026-11-22")), selfCheck: false),
      hashing: hashing
    ).read(bytes, file: "new.xml").profile
  }

  /// Answers questions until the one with a key comes; every other gets its answer by key, or an
  /// empty one.
  static func answer(
    _ interview: Talk, upTo key: String?, _ answers: [String: String] = [:]
  ) throws {
    while let question = interview.question, question.key.text != key {
      let text = answers[question.key.text] ?? ""
      if let problem = interview.answer(text) {
        throw Stuck(key: question.key.text, problem: problem.text.plain)
      }
    }
  }

  /// A question that could not be answered.
  struct Stuck: Error {
    let key: String
    let problem: String
  }

  /// The least that gets past the questions before the weights.
  static let start = ["id": "p1", "region": "EU", "preferences": "stated"]

  static func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Stuck(key: "", problem: "missing") }
    return value
  }
}
