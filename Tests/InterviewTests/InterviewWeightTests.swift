// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Testing

@testable import DecisionAid
@testable import Interview

@Suite struct InterviewWeightTests {
  /// An interview that has come to the first weight of the short list.
  private func interview(_ method: ElicitationMethod) throws -> InterviewFixture.Talk {
    let interview = try InterviewFixture.interview(
      InterviewSettings(takesShortAnswers: true, method: method, panel: "b"))
    try InterviewFixture.answer(
      interview, upTo: method == .swing ? "most" : "points.height-restoration",
      InterviewFixture.start)
    return interview
  }

  private func finish(_ interview: InterviewFixture.Talk) throws -> PreferenceProfile {
    try InterviewFixture.answer(interview, upTo: nil)
    return try InterviewFixture.read(InterviewFixture.required(interview.profileBytes))
  }

  @Test func `Swing shows both ends of every range before asking which change matters most`()
    throws
  {
    let interview = try interview(.swing)
    let choices = try InterviewFixture.required(interview.question).kind.choices
    #expect(choices.count == 5)
    #expect(choices.allSatisfy { $0.details.count == 2 })
    #expect(choices.contains { $0.details[0].plain.contains("€10,000") })
  }

  @Test func `The change that matters most has all points and is not asked again`() throws {
    let interview = try interview(.swing)
    #expect(interview.answer("cement-leak") == nil)
    var asked: [String] = []
    while let question = interview.question, case .weight(let key) = question.key,
      key.name == "points"
    {
      #expect(question.details.count == 2)
      asked += key.subjects
      #expect(interview.answer("100.5") != nil)
      #expect(interview.answer("-1") != nil)
      #expect(interview.answer("") != nil)
      #expect(interview.answer("12.5") == nil)
    }
    #expect(asked == ["height-restoration", "procedure-time", "recovery", "cost"])
    let profile = try finish(interview)
    guard case .swing(let answers)? = profile.preferences.elicitation else {
      Issue.record("no swing")
      return
    }
    #expect(answers.map(\.points) == [12.5, 12.5, 12.5, 12.5, 100])
    #expect(answers.map(\.worst) == [0, 60, 7, 10000, 90])
  }

  @Test func `Shares show what is left, and all points must be shared out exactly`() throws {
    let interview = try interview(.hundredPoints)
    for share in ["33.3", "33.3", "33.3"] { #expect(interview.answer(share) == nil) }
    #expect(interview.question?.text.plain.contains("0.1") == true)
    #expect(interview.answer("0.2") != nil)
    #expect(interview.answer("0") == nil)
    #expect(interview.answer("0.05") != nil, "less than all")
    #expect(interview.answer("0.1") == nil)
    let profile = try finish(interview)
    #expect(profile.preferences.weights?.notes.isEmpty == true)
  }

  @Test func `Ratings cannot all be zero`() throws {
    let interview = try interview(.directRating)
    for _ in 0..<4 { #expect(interview.answer("0") == nil) }
    #expect(interview.answer("0.0") != nil)
    #expect(interview.answer("1") == nil)
    #expect(try finish(interview).preferences.weights?.values.last == 1)
  }

  @Test func `An own list names at least two criteria, in the order of the pack`() throws {
    let interview = try InterviewFixture.interview()
    try InterviewFixture.answer(
      interview, upTo: "criteria", InterviewFixture.start.merging(["panel": "own"]) { $1 })
    #expect(interview.answer("cost") != nil)
    #expect(interview.answer("cost cost") != nil)
    #expect(interview.answer("cost, 1") == nil)
    try InterviewFixture.answer(interview, upTo: "rank.pain-relief", ["method": "rankOrder"])
    #expect(interview.answer("3") != nil, "two places only")
    for rank in ["1", "1"] { #expect(interview.answer(rank) == nil) }
    let profile = try finish(interview)
    #expect(profile.preferences.criteria == ["pain-relief", "cost"])
    #expect(profile.preferences.weights?.values == [0.5, 0.5])
  }

  @Test func `A limit is on the bad side unless it says otherwise`() throws {
    let interview = try InterviewFixture.interview()
    try InterviewFixture.answer(
      interview, upTo: nil,
      [
        "id": "p1", "region": "EU", "preferences": "noClearPreference",
        "limits": "cost pain-relief recovery", "limit.cost": "5000", "limit.pain-relief": "0.5",
        "limit.recovery": "atLeast 1 atMost 2.5",
      ])
    let limits = try InterviewFixture.read(
      InterviewFixture.required(interview.profileBytes)
    ).preferences.limits
    #expect(limits.map(\.criterion) == ["pain-relief", "recovery", "recovery", "cost"])
    #expect(limits.map(\.isHighest) == [false, false, true, true])
  }

  @Test func `A price is one number or two, within the range that weights are asked with`() throws {
    let interview = try InterviewFixture.interview()
    try InterviewFixture.answer(
      interview, upTo: "price.vertebroplasty",
      ["id": "p1", "region": "EU", "prices": "vertebroplasty"])
    for wrong in ["", "16000.5", "2 1", "1 2 3", "1,5", "€5", "-3", "1e3", "007"] {
      #expect(interview.answer(wrong) != nil)
    }
    #expect(interview.answer("3200.50 4000") == nil)
  }
}
