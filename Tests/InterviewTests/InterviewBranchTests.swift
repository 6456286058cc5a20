// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import SampleSupport
import Testing

@testable import DecisionAid
@testable import Interview

/// Points that are shared out over branches first.
struct InterviewBranchTests {
  private func interview(_ panel: String) throws -> InterviewFixture.Talk {
    let interview = try InterviewFixture.interview(
      InterviewSettings(takesShortAnswers: true, method: .branchFirst, panel: panel))
    try InterviewFixture.answer(interview, upTo: "branch.relief", InterviewFixture.start)
    return interview
  }

  private func answers(_ interview: InterviewFixture.Talk) throws -> [BranchShare] {
    try InterviewFixture.answer(interview, upTo: nil)
    let profile = try InterviewFixture.read(InterviewFixture.required(interview.profileBytes))
    guard case .branchFirst(let shares)? = profile.preferences.elicitation else { return [] }
    return shares
  }

  @Test("Branches come first, with their criteria and both ends of every range")
  func branchesComeFirst() throws {
    let interview = try interview("seven")
    let question = try InterviewFixture.required(interview.question)
    #expect(try question.text.plain.says("criterion.pain-relief.inline"))
    #expect(question.details.count == 6)
    var asked: [String] = []
    for points in ["40", "30", "30"] {
      asked.append(try InterviewFixture.required(interview.question).key.text)
      #expect(interview.answer(points) == nil)
    }
    #expect(asked == ["branch.relief", "branch.burden", "branch.risk"])
    let inside = try InterviewFixture.required(interview.question)
    #expect(inside.key.text == "points.pain-relief" && inside.details.count == 2)
    #expect(inside.text.plain.contains("100 left to share"))
  }

  @Test("All points of the branches, and of each branch, must be shared out exactly")
  func allPointsAreSharedOut() throws {
    let interview = try interview("b")
    #expect(interview.answer("30") == nil)
    #expect(interview.question?.text.plain.contains("70 left") == true)
    #expect(interview.answer("71") != nil)
    #expect(interview.answer("50") == nil)
    #expect(interview.answer("19") != nil, "less than all")
    #expect(interview.answer("20") == nil)
    // The only criterion of its branch is not asked about.
    #expect(interview.question?.key.text == "points.procedure-time")
    #expect(interview.answer("10") == nil)
    #expect(interview.answer("91") != nil)
    #expect(interview.answer("60") == nil)
    #expect(interview.answer("29.5") != nil, "less than all")
    #expect(interview.answer("30") == nil)
    let shares = try answers(interview)
    #expect(shares.map(\.points) == [30, 50, 20])
    #expect(shares.map { $0.answers.map(\.points) } == [[100], [10, 60, 30], [100]])
  }

  @Test("A branch without points has nothing to share out, and nothing is made up for it")
  func aBranchWithoutPoints() throws {
    let interview = try interview("b")
    for points in ["0", "0", "100"] { #expect(interview.answer(points) == nil) }
    #expect(interview.question?.key.text.hasPrefix("points.") == false)
    let shares = try answers(interview)
    #expect(shares.map { $0.answers.map(\.points) } == [[0], [0, 0, 0], [100]])
  }
}
