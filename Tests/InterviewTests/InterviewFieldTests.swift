// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import TestSupport
import Testing

@testable import DecisionAid
@testable import Interview

/// Answers in any order, as a page with many fields gives them.
struct InterviewFieldTests {
  private static func interview() throws -> Interview {
    try InterviewFixture.interview(InterviewSettings(takesShortAnswers: false)).interview
  }

  private static func key(_ text: String, _ interview: Interview) throws -> InterviewKey {
    try #require(interview.key(named: text), "\(text)")
  }

  /// Enters answers one by one.
  @discardableResult
  private static func enter(
    _ answers: KeyValuePairs<String, String>, _ interview: inout Interview
  ) throws -> [InterviewChange] {
    try answers.map { try interview.answer($1, to: key($0, interview)) }
  }

  /// A complete interview in the order of its questions, and its answers.
  private static func linear(
    _ method: ElicitationMethod
  ) throws -> (interview: Interview, answers: [(key: String, text: String)]) {
    var interview = try interview()
    var answers: [(key: String, text: String)] = []
    let chosen = [
      "id": "p1", "region": "US", "preferences": "stated", "panel": "own", "age": "71",
      "criteria": "pain-relief recovery serious-harm", "method": method.rawValue,
      "prices": "vertebroplasty", "price.vertebroplasty": "2000 3000", "limits": "serious-harm",
      "limit.serious-harm": "5", "question.1": "How long?", "remark.1": "None.", "phone": "1",
      "most": "serious-harm", "least": "recovery", "branch.relief": "40", "branch.burden": "35",
      "branch.risk": "25", "branch.freedom": "0", "points.pain-relief": "20",
      "points.recovery": "30", "points.serious-harm": "50", "rank.pain-relief": "2",
      "rank.recovery": "3", "rank.serious-harm": "1", "interval.pain-relief": "40 60",
      "interval.recovery": "10 90", "pair.pain-relief.recovery": "pain-relief 5",
      "pair.pain-relief.serious-harm": "serious-harm 5", "pair.recovery.serious-harm": "recovery 5",
      "again.1.pain-relief.recovery": "pain-relief 7", "inconsistent": "accepted",
      "from-most.recovery": "8", "from-most.pain-relief": "3", "to-least.pain-relief": "3",
      "trade.pain-relief": "4", "trade.recovery": "3",
    ]
    while let question = interview.question {
      var text = chosen[question.key.text] ?? ""
      if case .choice(let choices) = question.kind, text.isEmpty, question.empty == .refused {
        text = choices[0].id
      }
      if text.isEmpty,
        question.key.text.hasPrefix("branch.") || question.key.text.hasPrefix("points.")
      {
        text = "100"
      }
      let problem = interview.answer(text)
      try #require(problem == nil, "\(question.key.text): \(problem?.text.plain ?? "")")
      answers.append((question.key.text, text))
    }
    return (interview, answers)
  }

  static let typed: [(key: String, text: String, isTaken: Bool)] = [
    ("fact.fracture-age-weeks", "5", true), ("fact.fracture-age-weeks", "0007", false),
    ("fact.fracture-age-weeks", "5.5", false), ("fact.fracture-age-weeks", "-0", false),
    ("fact.previous-fractures", "2.5", false), ("fact.bone-density-below", "2.9", true),
    ("fact.bone-density-below", "2.90", false), ("fact.bone-density-below", "unknown", true),
    ("age", "74", true), ("age", "074", false), ("age", "74.5", false), ("age", "120", false),
    ("phone", "555-0142 ext. 3", true), ("phone", "Dr A", false), ("phone", "\u{200B}", true),
  ]

  @Test("Answers follow the grammar of profiles", arguments: typed)
  func followsTheGrammar(key: String, text: String, isTaken: Bool) throws {
    var interview = try Self.interview()
    let place = try Self.key(key, interview)
    _ = interview.answer(text, to: place)
    if case .refused = interview.field(place) {
      #expect(!isTaken)
    } else {
      #expect(isTaken)
    }
  }

  @Test(
    "Any order of answers gives the same profile as the order of the questions",
    arguments: ElicitationMethod.allCases)
  func orderDoesNotMatter(method: ElicitationMethod) throws {
    let (linear, answers) = try Self.linear(method)
    let expected = try #require(linear.profileBytes)
    var random = SeededGenerator(
      seed: UInt64(method.rawValue.utf8.reduce(7) { ($0 * 31 + Int($1)) % 1_000_003 }))
    for order in [Array(answers.reversed()), answers.shuffled(using: &random)] {
      var interview = try Self.interview()
      for (key, text) in order {
        let change = try interview.answer(text, to: Self.key(key, interview))
        #expect(change.moot.isEmpty, "\(key)")
      }
      #expect(interview.faults.isEmpty && interview.missing.isEmpty)
      #expect(interview.profileBytes == expected)
    }
    var batch = try Self.interview()
    let change = batch.answer(try answers.map { (try Self.key($0.key, batch), $0.text) })
    #expect(change.faults.isEmpty && batch.profileBytes == expected)
  }

  @Test("Another method drops the answers of the method before, also where keys are the same")
  func anotherMethodDropsAnswers() throws {
    var (interview, _) = try Self.linear(.swing)
    let change = try #require(Self.enter(["method": "directRating"], &interview).last)
    #expect(
      change.moot.map(\.text).sorted() == ["most", "points.pain-relief", "points.recovery"])
    #expect(interview.profileBytes == nil)
    #expect(
      interview.missing.map(\.text)
        == ["points.pain-relief", "points.recovery", "points.serious-harm"])
    #expect(try interview.field(Self.key("points.recovery", interview)) == .open)
    try Self.enter(
      ["points.pain-relief": "1", "points.recovery": "2", "points.serious-harm": "3"], &interview)
    let profile = try InterviewFixture.read(#require(interview.profileBytes))
    guard case .directRating(let answers)? = profile.preferences.elicitation else {
      Issue.record("no ratings")
      return
    }
    #expect(answers.map(\.points) == [1, 2, 3])
  }

  @Test("A weight is dropped when what it was compared with, or its range, changes")
  func anotherBasisDropsAnswers() throws {
    var (interview, _) = try Self.linear(.swing)
    let other = try #require(Self.enter(["most": "recovery"], &interview).last)
    #expect(other.moot.map(\.text) == ["points.pain-relief", "points.recovery"])
    // Prices belong to their region; the ranges of these three criteria do not.
    let moved = try #require(Self.enter(["region": "EU"], &interview).last)
    #expect(moved.moot.map(\.text) == ["price.vertebroplasty"])
  }

  @Test("Every fault comes with its key, and an entry that is refused is kept until it is replaced")
  func faultsHaveKeys() throws {
    var interview = try Self.interview()
    let changes = try Self.enter(
      ["age": "seventy", "id": "p1", "region": "nowhere", "fact.pain-score": "11"], &interview)
    #expect(changes.flatMap(\.faults).map(\.key.text) == ["age", "region", "fact.pain-score"])
    #expect(interview.faults.map(\.key.text) == ["age", "region", "fact.pain-score"])
    guard case .refused("seventy", let problem) = try interview.field(Self.key("age", interview))
    else {
      Issue.record("not kept")
      return
    }
    #expect(!problem.text.plain.contains("seventy"))
    try Self.enter(["age": "70"], &interview)
    #expect(try interview.field(Self.key("age", interview)) == .taken("70", values: ["70"]))
    #expect(try interview.field(Self.key("id", interview)) == .taken("p1", values: ["p1"]))
    #expect(interview.faults.count == 2)
  }

  @Test("A share that changes makes the last one wrong, and nothing is dropped")
  func sharesAreJudgedTogether() throws {
    var (interview, _) = try Self.linear(.hundredPoints)
    let change = try #require(Self.enter(["points.pain-relief": "10"], &interview).last)
    #expect(change == InterviewChange(faults: [], moot: []))
    #expect(interview.faults.map(\.key.text) == ["points.serious-harm"])
    #expect(interview.profileBytes == nil)
    try Self.enter(["points.serious-harm": "60"], &interview)
    #expect(interview.faults.isEmpty && interview.profileBytes != nil)
  }

  @Test("A refused answer that leads to other questions drops none of their answers")
  func refusedLeadingAnswerDropsNothing() throws {
    var (interview, _) = try Self.linear(.bestWorst)
    let expected = interview.profileBytes
    let change = try #require(Self.enter(["most": "nothing"], &interview).last)
    #expect(change.faults.map(\.key.text) == ["most"] && change.moot.isEmpty)
    #expect(
      try interview.field(Self.key("from-most.recovery", interview)) == .waiting("8"))
    try Self.enter(["most": "serious-harm"], &interview)
    #expect(interview.profileBytes == expected)
  }

  @Test("The questions of a part stand together, and what is missing is known")
  func partsAndMissing() throws {
    var interview = try Self.interview()
    #expect(interview.questions(in: .person).map(\.key.text) == ["id", "name", "age", "sex"])
    #expect(interview.missing.map(\.text) == ["id", "region", "preferences"])
    try Self.enter(["prices": "vertebroplasty", "preferences": "stated"], &interview)
    #expect(
      interview.questions(in: .care).map(\.key.text)
        == ["region", "payer", "prices", "price.vertebroplasty"])
    #expect(
      interview.missing.map(\.text) == ["id", "region", "price.vertebroplasty"])
    try Self.enter(
      ["preferences": "notAsked", "prices": "", "id": "p1", "region": "EU"], &interview)
    #expect(interview.missing.isEmpty && interview.profileBytes == nil)
    interview.leaveRestEmpty()
    #expect(interview.question == nil)
    #expect(try InterviewFixture.read(#require(interview.profileBytes)).id == "p1")
    #expect(InterviewQuestion.Group.allCases.allSatisfy { !interview.questions(in: $0).isEmpty })
  }

  @Test("An answer that is taken back drops what followed from it, and the linear order goes on")
  func clearing() throws {
    var (interview, _) = try Self.linear(.rankOrder)
    let prices = try Self.key("prices", interview)
    let dropped = interview.clear(prices)
    #expect(dropped.map(\.text) == ["price.vertebroplasty"])
    #expect(interview.question?.key == prices)
    let problem = interview.answer("")
    #expect(problem == nil && interview.question == nil && interview.profileBytes != nil)
    let isBack = interview.goBack()
    #expect(isBack && interview.question?.key == prices)
  }

  @Test("An answer of an option of the command stays")
  func optionsStay() throws {
    var interview = try InterviewFixture.interview(
      InterviewSettings(takesShortAnswers: false, method: .swing)
    ).interview
    try Self.enter(["preferences": "stated", "method": "matching"], &interview)
    #expect(
      try interview.field(Self.key("method", interview)) == .taken("swing", values: ["swing"]))
  }
}
