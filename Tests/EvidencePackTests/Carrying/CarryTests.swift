// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Foundation
import Markup
import SampleSupport
import TestSupport
import Testing

@testable import EvidencePack

/// Answers to the list of pack 1, read for the pack of today: the frozen samples of pack 1.
struct CarryTests {
  static let folder = "Tests/Fixtures/PackOneProfiles"
  static let files = Project.files(in: folder)

  static func tree(_ file: String) throws -> MarkupElement {
    try XMLReader().read(
      Project.bytes("\(folder)/\(file)"), file: file, limit: XMLReader.profileLimit, schema: nil
    ).root
  }

  /// The profile with its answers carried; as it is where nothing of it belongs to an earlier list.
  static func carried(_ file: String, orders: Bool = true) throws -> PreferenceProfile {
    let pack = try TestPack.pack()
    let tree = try tree(file)
    let result = AnswerCarrying(to: pack, carriesOrders: orders).carry(tree, file: file)
    let read = ProfileReader(pack: pack, languages: ["en"])
      .read(result.carried?.profile ?? tree, file: file)
    try #require(!read.diagnostics.hasErrors, "\(read.diagnostics.all)")
    return read.profile
  }

  @Test("There are the 54 samples of pack 1")
  func frozen() { #expect(Self.files.count == 54) }

  @Test("Without carrying, a profile of pack 1 is refused with the sentence that names carry")
  func refusedWithoutCarrying() throws {
    let pack = try TestPack.pack()
    let read = ProfileReader(pack: pack, languages: ["en"])
      .read(try Self.tree("01-swing-us.xml"), file: "p.xml")
    #expect(read.diagnostics.all.map(\.identifier) == ["profile.earlierList"])
    #expect(read.diagnostics.all[0].advice.contains("decision-aid carry OLD --output NEW"))
    #expect(read.diagnostics.all[0].location.line > 0)
  }

  struct Oracle: Decodable { let expected: [String: Double] }

  @Test("The weights of a carried profile are those that were worked out elsewhere")
  func weights() throws {
    let profile = try Self.carried("01-swing-us.xml")
    let weights = try #require(profile.preferences.weights)
    let oracle = try JSONDecoder().decode(
      Oracle.self,
      from: Data(
        Project.bytes("Tests/DecisionAnalysisTests/Oracles/Fair/o02-carry-answers.json")))
    #expect(Set(weights.criteria) == Set(oracle.expected.keys))
    for (id, weight) in zip(weights.criteria, weights.values) {
      // The points are written with nine digits after the point.
      #expect((weight - (oracle.expected[id] ?? .nan)).magnitude < 1e-9, "\(id)")
    }
    #expect(profile.preferences.carriedFrom == "1.1.0" && profile.preferences.panel == "seven")
  }

  @Test(
    "An order cannot be carried: the person is asked again",
    arguments: ["04-rank-centroid-eu.xml", "05-rank-sum-in.xml", "07-rank-ties-us.xml"])
  func orders(file: String) throws {
    let pack = try TestPack.pack()
    let found = try #require(
      AnswerCarrying(to: pack).carry(try Self.tree(file), file: file).carried)
    #expect(!found.hasAnswers && found.weights == nil && found.askAgain == [])
    let profile = try Self.carried(file, orders: false)
    #expect(profile.preferences.status == .notAsked && profile.preferences.weights == nil)
    #expect(!profile.facts.isEmpty)
  }

  @Test("What is asked no more, and what is asked again, is named")
  func namesWhatIsLost() throws {
    let pack = try TestPack.pack()
    let found = try #require(
      AnswerCarrying(to: pack).carry(try Self.tree("01-swing-us.xml"), file: "p").carried)
    #expect(found.askAgain == ["recovery", "serious-harm"])
    #expect(found.dropped.map(\.criterion) == ["further-collapse", "keeping-options-open"])
  }

  @Test("A profile of today is not carried")
  func nothingToCarry() throws {
    let tree = try XMLReader().read(
      Project.bytes("Profiles/01-swing-us.xml"), file: "p", limit: XMLReader.profileLimit,
      schema: nil
    ).root
    let result = AnswerCarrying(to: try TestPack.pack()).carry(tree, file: "p")
    #expect(result.carried == nil)
    #expect(result.diagnostics.all.map(\.identifier) == ["carry.notEarlier"])
  }

  @Test("A carried answer allows a somewhat better fit at most, and says so")
  func capped() throws {
    let profile = try Self.carried("39-height-first-us.xml")
    let found = try Self.analysis(profile).answers.compactMap(\.comparison).filter {
      $0.named != nil
    }
    #expect(!found.isEmpty)
    for answer in found {
      #expect(answer.verdict.level == .fitsSomewhatBetter)
      #expect(answer.verdict.reasons.contains(.carriedAnswers))
    }
  }

  static func analysis(_ profile: PreferenceProfile) throws -> PersonAnalysis {
    try PersonAnalysis(
      pack: TestPack.pack(), profile: profile,
      prepared: PreparedDecision(
        pack: TestPack.pack(), region: profile.setting.region, prices: profile.setting.prices))
  }

  /// The answers of the frozen samples, without what holds carried answers back.
  private static let answers = Result { () -> [(file: String, analysis: PersonAnalysis)] in
    try files.map { file in
      var profile = try carried(file)
      profile.preferences.carriedFrom = nil
      return (file, try analysis(profile))
    }
  }

  /// How often each answer to a question is given, by its class and what it names or points to.
  private static func counts(_ kind: DecisionQuestion.Kind) throws -> [String: Int] {
    let pack = try TestPack.pack()
    let place = try #require(pack.questions.firstIndex { $0.kind == kind })
    var counts: [String: Int] = [:]
    for (_, analysis) in try answers.get() {
      let key: String
      switch analysis.answers[place].outcome {
      case .notCompared(let reason): key = reason.name
      case .compared(let found):
        let named = found.named ?? found.pointsTo
        let side = named.map { kind == .procedureOrNone && $0 != "care" ? "procedure" : $0 }
        key = [found.verdict.level.rawValue, side].compactMap { $0 }.joined(separator: " ")
      }
      counts[key, default: 0] += 1
    }
    return counts
  }

  // Worked out elsewhere: 35 are compared on a procedure or none, one of them with facts open.
  @Test(
    "The samples of pack 1 have the answers to a procedure or none that were worked out elsewhere")
  func procedureOrNone() throws {
    let counts = try Self.counts(.procedureOrNone)
    let depends = counts.filter { $0.key.hasPrefix("dependsOnReading") }.values.reduce(0, +)
    #expect(depends == 29, "\(counts)")
    #expect(counts["dependsOnReading procedure"] == 10, "\(counts)")
    #expect(counts["fitsSomewhatBetter procedure"] == 3 && counts["closeCall"] == 2, "\(counts)")
    #expect(counts["factsOpen"] == 1 && counts["fitsSomewhatBetter care"] == nil, "\(counts)")
    #expect(counts.keys.allSatisfy { !$0.hasPrefix("fitsClearlyBetter") }, "\(counts)")
  }

  @Test("The samples of pack 1 have the answers to which procedure that were worked out elsewhere")
  func whichProcedure() throws {
    let counts = try Self.counts(.whichProcedure)
    let vertebroplasty = counts.filter { $0.key.hasSuffix("Better vertebroplasty") }
    #expect(vertebroplasty.values.reduce(0, +) == 9, "\(counts)")
    #expect(counts["fitsClearlyBetter vertebroplasty"] == 4, "\(counts)")
    let kyphoplasty = counts.filter { $0.key.hasSuffix("Better kyphoplasty") }
    #expect(kyphoplasty.values.reduce(0, +) == 3 && counts["closeCall"] == 24, "\(counts)")
    #expect(counts["factsOpen"] == 1 && counts["noWeight"] == 1, "\(counts)")
  }
}
