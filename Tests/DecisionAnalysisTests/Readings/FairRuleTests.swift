// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct FairRuleTests {
  struct Rules: Decodable {
    struct Given: Decodable {
      let M: Double
      let P: Double
      let estimateM: Double
      let weights: [String: Double]
      let loo: [String: Double]
      let looP: [String: Double]
      let levels: [String: Double]
      let declaredOne: Double
      let declaredJoint: Double
      let declared: [String: Double]?
    }
    struct Expected: Decodable {
      let strength: Int
      let reasons: [String]
    }
    struct Case: Decodable {
      let name: String
      let given: Given
      let expected: Expected
    }
    let criteria: [String]
    let unfelt: [String]
    let worthwhile: [String: Double]
    let cases: [Case]
  }

  @Test("The rules give each case the strength and the reasons that were written down")
  func strengths() throws {
    let rules = try OracleFile.read("Fair/o09-strength", as: Rules.self)
    #expect(rules.cases.count == 15)
    for one in rules.cases {
      let given = one.given
      var evidence = ReadingEvidence(
        margin: given.M, estimateMargin: given.estimateM, share: given.P, numericError: 0.005,
        criteria: rules.criteria.map { id in
          ReadingEvidence.Weighed(
            criterion: id, weight: (given.weights[id] ?? .nan), isUnfelt: rules.unfelt.contains(id),
            worthwhile: rules.worthwhile[id], levelDifference: (given.levels[id] ?? .nan),
            marginWithout: (given.loo[id] ?? .nan), shareWithout: (given.looP[id] ?? .nan))
        })
      evidence.declared = (given.declared ?? ["any/cell": given.declaredOne]).map { name, margin in
        let parts = name.split(separator: "/").map(String.init)
        return DeclaredLevel(
          cell: CellReference(alternative: parts[1], criterion: parts[0]), margin: margin)
      }
      evidence.declaredJointly = given.declaredJoint
      let verdict = ReadingVerdict(evidence, limits: StrengthLimits())
      #expect(verdict.strength.rawValue == one.expected.strength, "\(one.name)")
      #expect(verdict.reasons.map(FairPersonTests.name) == one.expected.reasons, "\(one.name)")
    }
  }

  enum Side: Decodable {
    case name(String)
    case strength(Int)

    init(from decoder: any Decoder) throws {
      let one = try decoder.singleValueContainer()
      if let name = try? one.decode(String.self) {
        self = .name(name)
      } else {
        self = .strength(try one.decode(Int.self))
      }
    }
  }

  struct Combinations: Decodable {
    struct Case: Decodable {
      let blinded: [Side]
      let open: [Side]
      let cls: String
      let leader: String?
    }
    let cases: [Case]
  }

  @Test("All pairs of readings give the class that was written down")
  func combinations() throws {
    let all = try OracleFile.read("Fair/o10-combine", as: Combinations.self)
    #expect(all.cases.count == 36)
    for one in all.cases {
      let parts = try [one.blinded, one.open].map { side in
        guard case .name(let name) = side[0], case .strength(let strength) = side[1] else {
          throw OtherShape()
        }
        return CombinedVerdict.Part(
          margin: name == "procedure" ? 10 : -10,
          strength: try #require(VerdictStrength(rawValue: strength)))
      }
      let verdict = CombinedVerdict(parts, limits: StrengthLimits())
      #expect(verdict.level == FairPersonTests.classes[one.cls])
      #expect(verdict.namesFirst.map { $0 ? "procedure" : "care" } == one.leader)
    }
  }

  struct OtherShape: Error {}

  @Test("A feeling against the leader, or answers to an earlier list, allow no clear fit")
  func caps() {
    let part = CombinedVerdict.Part(margin: 20, strength: .clearly)
    let verdict = CombinedVerdict(
      [part, part], limits: StrengthLimits(), caps: [.ratherNot, .carriedAnswers])
    #expect(verdict.level == .fitsSomewhatBetter)
    #expect(verdict.reasons == [.ratherNot, .carriedAnswers])
  }

  @Test(
    "Outcomes in which two options are alike hold a verdict back when they are unsure",
    arguments: [
      (0.9, VerdictStrength.clearly), (0.804, .somewhat), (0.604, .none), (0.606, .somewhat),
    ])
  func alike(share: Double, strength: VerdictStrength) {
    var evidence = ReadingEvidence(
      margin: 20, estimateMargin: 20, share: 0.99, numericError: 0.005,
      criteria: [
        .init(
          criterion: "one", weight: 1, levelDifference: 1, marginWithout: nil, shareWithout: nil)
      ])
    evidence.alikeShare = share
    #expect(ReadingVerdict(evidence, limits: StrengthLimits()).strength == strength)
  }

  @Test("Another measure of the same aim takes a verdict away and never gives one")
  func otherMeasure() {
    var evidence = ReadingEvidence(
      margin: -20, estimateMargin: -20, share: 0.99, numericError: 0.005,
      criteria: [
        .init(
          criterion: "one", weight: 1, levelDifference: 1, marginWithout: nil, shareWithout: nil)
      ])
    evidence.otherMeasureMargin = 1
    let verdict = ReadingVerdict(evidence, limits: StrengthLimits())
    #expect(verdict.strength == .none && verdict.reasons == [.otherMeasure])
    evidence.otherMeasureMargin = -1
    #expect(ReadingVerdict(evidence, limits: StrengthLimits()).strength == .clearly)
    evidence.margin = -1
    evidence.otherMeasureMargin = -50
    #expect(ReadingVerdict(evidence, limits: StrengthLimits()).strength == .none)
  }
}
