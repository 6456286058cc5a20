// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Foundation
import TestSupport
import Testing

@testable import DecisionAid
@testable import Interview

/// The answers files in `Tests/Fixtures/Answers`, at least one for each way of asking.
struct AnswersFixtureTests {
  private static let folder = "Tests/Fixtures/Answers"

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(Project.root)/\(folder)")) ?? [])
    .sorted()

  private static func profile(_ file: String) throws -> PreferenceProfile {
    let bytes = try Project.bytes("\(folder)/\(file)")
    let (interview, diagnostics) = ScriptedInterview.run(
      try InterviewFixture.interview(InterviewSettings(takesShortAnswers: false)).interview,
      answers: bytes, file: file)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return try InterviewFixture.read(InterviewFixture.required(interview.profileBytes))
  }

  @Test("Every answers file gives a profile that the program reads as valid", arguments: files)
  func givesAProfile(file: String) throws {
    let profile = try Self.profile(file)
    #expect((profile.preferences.weights != nil) == (profile.preferences.status == .stated))
  }

  /// The file and the sample profile that holds the same answers.
  static let pairs = [
    ("interval-swing.txt", "47-interval-swing-eu"), ("best-worst.txt", "51-best-worst-us"),
    ("branch-first.txt", "54-branch-first-eu"), ("swing.txt", "29-limits-eu"),
    ("rank-order.txt", "07-rank-ties-us"),
  ]

  @Test("The same answers in an interview and in a profile are the same answers", arguments: pairs)
  func equalsTheSample(file: String, sample: String) throws {
    let bytes = try Project.bytes("Profiles/\(sample).xml")
    #expect(
      try Self.profile(file).preferences.elicitation
        == InterviewFixture.read(bytes).preferences.elicitation)
  }

  @Test("A pair that was asked again takes the new answer, and the others stay")
  func takesTheNewAnswer() throws {
    let preferences = try Self.profile("pairwise-asked-again.txt").preferences
    guard case .pairwise(let answers)? = preferences.elicitation else {
      Issue.record("no comparisons")
      return
    }
    #expect(answers.comparisons.map(\.ratio) == [5, 0.5, 1 / 9.0])
    #expect(answers.rule == .eigenvector)
    #expect(!answers.acceptsInconsistency)
    #expect(preferences.weights?.notes == [])
  }

  @Test("Every method has a file")
  func coversEveryMethod() throws {
    let methods = try Self.files.compactMap {
      try Self.profile($0).preferences.elicitation?.method
    }
    for method in ElicitationMethod.allCases {
      #expect(methods.contains { $0.name == method.rawValue }, "\(method)")
    }
    for rule in PriorityRule.allCases {
      #expect(methods.contains(.elicited(.pairwise, rule: rule.rawValue)), "\(rule)")
    }
  }
}
