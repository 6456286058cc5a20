// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

@testable import DecisionAid
@testable import EvidencePack
@testable import Interview

@Suite struct InterviewTests {
  @Test func `The questions come in the order of the parts and end with the telephone`() throws {
    let interview = try InterviewFixture.interview()
    var keys: [String] = []
    while let question = interview.question {
      keys.append(question.key.text)
      let answers = InterviewFixture.start.merging(["preferences": "notAsked"]) { $1 }
      #expect(interview.answer(answers[question.key.text] ?? "") == nil)
    }
    #expect(
      Array(keys.prefix(10)) == [
        "id", "name", "age", "sex", "region", "payer", "prices", "language", "edition", "paper",
      ])
    #expect(keys.filter { $0.hasPrefix("fact.") }.count == 35)
    #expect(
      Array(keys.suffix(8)) == [
        "preferences", "panel", "limits", "question.1", "remark.1", "clinic", "clinician", "phone",
      ])
  }

  @Test func `Empty answers give the least profile, and it is read as valid`() throws {
    let interview = try InterviewFixture.interview()
    try InterviewFixture.answer(
      interview, upTo: nil, ["id": "p1", "region": "EU", "preferences": "notAsked"])
    let profile = try InterviewFixture.read(
      InterviewFixture.required(interview.profileBytes))
    #expect(profile.id == "p1")
    #expect(profile.person == Person())
    #expect(profile.facts.isEmpty)
    #expect(profile.setting.payer == .unknown)
    #expect(profile.preferences.weights == nil)
  }

  @Test func `There is no profile while a question is open`() throws {
    let interview = try InterviewFixture.interview()
    #expect(interview.profileBytes == nil)
    try InterviewFixture.answer(
      interview, upTo: "phone", ["id": "p1", "region": "EU", "preferences": "notAsked"])
    #expect(interview.profileBytes == nil)
  }

  @Test func `A refused answer asks the same question again and is not repeated`() throws {
    let interview = try InterviewFixture.interview()
    let problem = try InterviewFixture.required(interview.answer("../secret name"))
    #expect(interview.question?.key == .id)
    #expect(!problem.text.plain.contains("secret"))
    #expect(!problem.advice.plain.contains("secret"))
    #expect(interview.answer("") != nil)
  }

  @Test func `Going back asks the question before again, also behind an option`() throws {
    let interview = try InterviewFixture.interview(
      InterviewSettings(takesShortAnswers: true, method: .rankOrder, panel: "b"))
    #expect(!interview.goBack())
    try InterviewFixture.answer(interview, upTo: "rule", InterviewFixture.start)
    #expect(interview.goBack())
    #expect(interview.question?.key == .preferences)
  }

  @Test func `An empty answer takes the shown id and day`() throws {
    let interview = try InterviewFixture.interview(
      InterviewSettings(takesShortAnswers: true, suggestedID: "ward-b", today: "2026-11-22"))
    try InterviewFixture.answer(
      interview, upTo: "rank.height-restoration",
      ["region": "EU", "preferences": "stated", "panel": "b", "method": "rankOrder"])
    for rank in ["1", "2", "2", "4", "5"] { #expect(interview.answer(rank) == nil) }
    try InterviewFixture.answer(interview, upTo: nil)
    let profile = try InterviewFixture.read(
      InterviewFixture.required(interview.profileBytes))
    #expect(profile.id == "ward-b")
    #expect(profile.preferences.asked == "2026-11-22")
  }

  @Test func `Choices take their number, their beginning or their name`() throws {
    for text in ["2", "EU", "eu", "e"] {
      let interview = try InterviewFixture.interview()
      try InterviewFixture.answer(interview, upTo: "region", ["id": "p1"])
      #expect(interview.answer(text) == nil)
    }
    let interview = try InterviewFixture.interview()
    try InterviewFixture.answer(interview, upTo: "payer", InterviewFixture.start)
    #expect(interview.answer("p") != nil, "patient or public")
    #expect(interview.answer("9") != nil)
  }

  @Test func `A yes or no fact is asked by its clinical name, whose yes means yes`() throws {
    let interview = try InterviewFixture.interview()
    let prepared = try InterviewFixture.prepared()
    for question in interview.interview.everyQuestion {
      guard case .fact(let id) = question.key, case .yesNo = question.kind,
        let fact = prepared.pack.eligibility.fact(id)
      else { continue }
      let name = interview.interview.wording.text(fact.name).plain
      let ask = interview.interview.wording.text(fact.ask).plain
      #expect(question.text.plain.contains(name))
      #expect(!question.help.contains { $0.plain == ask })
    }
  }

  @Test func `Own words go on until an empty answer and keep their order`() throws {
    let interview = try InterviewFixture.interview()
    try InterviewFixture.answer(
      interview, upTo: nil,
      [
        "id": "p1", "region": "EU", "preferences": "notAsked", "question.1": "One <&> \"two\"?",
        "question.2": "  Three   four?  ", "remark.1": "Five",
      ])
    let profile = try InterviewFixture.read(
      InterviewFixture.required(interview.profileBytes))
    #expect(profile.questions == ["One <&> \"two\"?", "Three four?"])
    #expect(profile.remarks == ["Five"])
  }

  @Test func `No more than fifty questions and remarks are taken`() throws {
    let interview = try InterviewFixture.interview()
    var answers = ["id": "p1", "region": "EU", "preferences": "notAsked"]
    for number in 1...50 { answers["question.\(number)"] = "q" }
    try InterviewFixture.answer(interview, upTo: nil, answers)
    let profile = try InterviewFixture.read(
      InterviewFixture.required(interview.profileBytes))
    #expect(profile.questions.count == 50)
  }
}
