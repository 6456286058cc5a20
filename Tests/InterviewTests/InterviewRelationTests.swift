// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import SampleSupport
import Testing

@testable import DecisionAid
@testable import EvidencePack
@testable import Interview

/// Interviews that relate criteria to each other.
struct InterviewRelationTests {
  private static let three = "pain-relief recovery serious-harm"

  /// An interview that has come to a question, with an own list of criteria.
  private func interview(
    _ method: ElicitationMethod, upTo key: String, criteria: String = three,
    _ answers: [String: String] = [:]
  ) throws -> InterviewFixture.Talk {
    let interview = try InterviewFixture.interview(
      InterviewSettings(takesShortAnswers: true, method: method, panel: "own"))
    try InterviewFixture.answer(
      interview, upTo: key,
      InterviewFixture.start.merging(["criteria": criteria]) { $1 }.merging(answers) { $1 })
    return interview
  }

  private func finish(_ interview: InterviewFixture.Talk) throws -> StatedPreferences {
    try InterviewFixture.answer(interview, upTo: nil)
    return try InterviewFixture.read(InterviewFixture.required(interview.profileBytes)).preferences
  }

  @Test("A pair shows both ends of both ranges and takes one of the two and a number")
  func asksPairs() throws {
    let interview = try interview(.pairwise, upTo: "pair.pain-relief.recovery")
    let question = try InterviewFixture.required(interview.question)
    #expect(question.kind.choices.map(\.id) == ["pain-relief", "recovery"])
    #expect(question.kind.choices.allSatisfy { $0.details.count == 2 })
    for wrong in ["", "3", "recovery", "cost 3", "recovery 0", "recovery 10", "recovery -3", "x 3"]
    {
      #expect(interview.answer(wrong) != nil, "\(wrong)")
    }
    #expect(interview.answer("2 2.5") == nil)
    #expect(interview.answer("same") == nil)
    #expect(interview.interview.readBack == nil, "one pair is open")
    #expect(interview.answer("reco 2.5") == nil)
    let sentence = try InterviewFixture.required(interview.interview.readBack).plain
    #expect(try sentence.says("phrase.read-back") || sentence.says("phrase.read-back-level"))
    guard case .pairwise(let answers)? = try finish(interview).elicitation else {
      Issue.record("no comparisons")
      return
    }
    #expect(answers.comparisons.map(\.ratio) == [0.4, 1, 2.5])
  }

  @Test("Answers that contradict each other: the worst three are asked again, twice at most")
  func asksAgain() throws {
    let circle = [
      "pair.pain-relief.recovery": "1 5", "pair.pain-relief.serious-harm": "2 5",
      "pair.recovery.serious-harm": "1 5",
    ]
    let interview = try interview(.pairwise, upTo: "again.1.pain-relief.recovery", circle)
    #expect(try InterviewFixture.required(interview.question).details.count == 1)
    // Another contradiction, so that the second round comes; whoever keeps all is not asked on.
    #expect(interview.answer("1 7") == nil)
    #expect(interview.answer("") == nil)
    #expect(interview.answer("") == nil)
    for key in ["pain-relief.recovery", "pain-relief.serious-harm", "recovery.serious-harm"] {
      #expect(interview.question?.key.text == "again.2.\(key)")
      #expect(interview.answer("") == nil)
    }
    #expect(interview.question?.key.text == "inconsistent")
    #expect(interview.answer("no") != nil)
    #expect(interview.goBack())
    #expect(interview.answer("1 9") == nil)
    #expect(interview.question?.key.text == "inconsistent")
    #expect(interview.answer("accepted") == nil)
    guard case .pairwise(let answers)? = try finish(interview).elicitation else {
      Issue.record("no comparisons")
      return
    }
    #expect(answers.acceptsInconsistency)
    #expect(answers.comparisons.map(\.ratio) == [7, 0.2, 9])
  }

  @Test("Consistent comparisons are not asked again")
  func asksNoMoreThanNeeded() throws {
    let interview = try interview(
      .pairwise, upTo: "feeling.procedure",
      [
        "pair.pain-relief.recovery": "1 4", "pair.pain-relief.serious-harm": "same",
        "pair.recovery.serious-harm": "2 4",
      ])
    #expect(interview.question?.key == .feeling("procedure"))
    #expect(interview.interview.readBack != nil)
  }

  @Test("The best-worst method asks each comparison once")
  func asksBestWorst() throws {
    let interview = try interview(.bestWorst, upTo: "most")
    #expect(interview.answer("serious-harm") == nil)
    #expect(interview.answer("serious-harm") != nil, "not the one that matters most")
    #expect(interview.answer("recovery") == nil)
    var asked: [String] = []
    while let question = interview.question, case .weight = question.key {
      #expect(question.details.count == 2)
      #expect(interview.answer("0.5") != nil)
      #expect(interview.answer("9.5") != nil)
      asked.append(question.key.text)
      #expect(interview.answer(asked.count == 1 ? "8" : "3") == nil)
    }
    #expect(asked == ["from-most.recovery", "from-most.pain-relief", "to-least.pain-relief"])
    guard case .bestWorst(let answers)? = try finish(interview).elicitation else {
      Issue.record("no comparisons")
      return
    }
    #expect(answers.answers.map(\.fromMost) == [3, 8, 1])
    #expect(answers.answers.map(\.toLeast) == [3, 1, 8])
  }

  @Test("Each criterion stands in at least three sets, and in equally many", arguments: 2...20)
  func makesSets(count: Int) {
    let criteria = (0..<count).map { "c\($0)" }
    let sets = PickSets.sets(of: criteria)
    let shown = criteria.map { id in sets.filter { $0.contains(id) }.count }
    #expect(shown.allSatisfy { $0 >= 3 })
    #expect(Set(shown).count == 1)
    #expect(sets.allSatisfy { Set($0).count == $0.count && $0.count == min(sets[0].count, count) })
    if count > 3 {
      // No pair always stands together: every set differs from every other one.
      #expect(Set(sets).count == count)
    }
  }

  @Test("What was picked as mattering most in a set cannot be picked as mattering least")
  func asksSets() throws {
    let interview = try interview(.maxDiff, upTo: "set-most.1")
    for _ in 0..<3 {
      #expect(interview.question?.kind.choices.count == 3)
      #expect(interview.answer("pain-relief") == nil)
      #expect(interview.answer("pain-relief") != nil)
      #expect(interview.answer("recovery") == nil)
    }
    guard case .maxDiff(let answers)? = try finish(interview).elicitation else {
      Issue.record("no counts")
      return
    }
    #expect(answers.map(\.shown) == [3, 3, 3])
    #expect(answers.map(\.most) == [3, 0, 0])
    #expect(answers.map(\.least) == [0, 3, 0])
  }

  @Test("A trade shows four ends and takes a level that gives something up")
  func asksTrades() throws {
    let interview = try interview(.matching, upTo: "trade.recovery", ["most": "pain-relief"])
    #expect(try InterviewFixture.required(interview.question).details.count == 6)
    for wrong in ["3", "3.0", "4", "-1", ""] { #expect(interview.answer(wrong) != nil) }
    #expect(interview.answer("2.4") == nil)
    #expect(interview.answer("0") == nil)
    let weights = try InterviewFixture.required(try finish(interview).weights)
    let sum = 1 + 0.2 + 1
    #expect(
      zip(weights.values, [1 / sum, 0.2 / sum, 1 / sum]).allSatisfy {
        ($0 - $1).magnitude <= 1e-12
      })
  }

  @Test("An interval has its lower number first, and what matters most is not asked")
  func asksIntervals() throws {
    let interview = try interview(.intervalSwing, upTo: "interval.recovery", ["most": "1"])
    for wrong in ["", "50", "60 40", "-1 40", "50 101", "a b"] {
      #expect(interview.answer(wrong) != nil)
    }
    #expect(interview.answer("20 40") == nil)
    #expect(interview.answer("70 70") == nil)
    guard case .intervalSwing(let answers)? = try finish(interview).elicitation else {
      Issue.record("no intervals")
      return
    }
    #expect(answers.map(\.low) == [100, 20, 70])
    #expect(answers.map(\.high) == [100, 40, 70])
  }

  @Test("Weights are read back when they are complete, and not before")
  func readsBack() throws {
    let interview = try interview(
      .swing, upTo: "points.serious-harm", ["most": "pain-relief", "points.recovery": "20"])
    #expect(interview.interview.readBack == nil)
    #expect(interview.answer("50") == nil)
    let sentence = try InterviewFixture.required(interview.interview.readBack).plain
    #expect(sentence.contains("2.0"))
  }
}
