// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Invented persons whose margins, shares and verdicts were worked out elsewhere.
struct FairPersonTests {
  struct Closed: Decodable {
    let M: Double
    let estimateM: Double
    let contributions: [String: Double]
    let levels: [String: Double]
    let loo: [String: Double]
    let declared: [String: Double]
    let declaredJoint: Double
    let flips: [[Flip]]
    let secondM: Double?
  }

  enum Flip: Decodable {
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      let one = try decoder.singleValueContainer()
      if let text = try? one.decode(String.self) {
        self = .text(text)
      } else {
        self = .number(try one.decode(Double.self))
      }
    }
  }

  struct Share: Decodable {
    let P: Double
    let looP: [String: Double]
    let Palike: Double?
  }

  struct Person: Decodable {
    struct Expected: Decodable {
      let procedureOfA: String
      let A: [String: Closed]
      let tiePain: Double?
      let pointsTo: String?
      let B: Closed
    }
    struct Simulated: Decodable {
      let A: [String: Share]
      let B: Share
    }
    struct Verdict: Decodable {
      let A: String
      let leaderA: String?
      let strengthA: [String: [Strength]]
      let B: String
      let leaderB: String?
      let whyB: [String]
    }
    let region: String
    let points: [String: Double]
    let expected: Expected
    let simulated: Simulated
    let verdict: Verdict
  }

  enum Strength: Decodable {
    case number(Int)
    case names([String])

    init(from decoder: any Decoder) throws {
      let one = try decoder.singleValueContainer()
      if let number = try? one.decode(Int.self) {
        self = .number(number)
      } else {
        self = .names(try one.decode([String].self))
      }
    }
  }

  static let names = ["o03-chair", "o04-needles", "o05-straight", "o07-pain-only"]
  static let list = FairLevels.questionA + ["procedure-time", "cement-leak"]
  /// Half a percentage point and four standard errors of 400,000 draws.
  static let near = 0.005 + 4 * 0.0008

  static func weights(_ person: Person) throws -> CriterionWeights {
    try CriterionWeights(
      criteria: list, proportionalTo: list.map { try #require(person.points[$0]) },
    )
  }

  static func analyse(
    _ reading: PreparedReading, _ person: Person, _ first: String, _ second: String
  ) throws -> ReadingAnalysis {
    try #require(
      try reading.analyse(
        first: first, second: second, weights: weights(person),
        uncertainty: .responseError(sigma: 0.3), limits: StrengthLimits()))
  }

  static func expect(_ analysis: ReadingAnalysis, _ closed: Closed, _ criteria: [String]) {
    let comparison = analysis.comparison
    #expect((comparison.margin - closed.M).magnitude < 1e-9)
    #expect((comparison.estimateMargin - closed.estimateM).magnitude < 1e-9)
    for (index, id) in criteria.enumerated() {
      #expect(
        (comparison.contributions[index] - (closed.contributions[id] ?? .nan)).magnitude < 1e-9,
        "\(id)")
      #expect(
        (comparison.levelDifferences[index] - (closed.levels[id] ?? .nan)).magnitude < 1e-8, "\(id)"
      )
      #expect(
        ((comparison.margin(without: index) ?? .nan) - (closed.loo[id] ?? .nan)).magnitude < 1e-9,
        "\(id)")
    }
    let declared = Dictionary(
      uniqueKeysWithValues: comparison.declared.map {
        ("\($0.cell.criterion)/\($0.cell.alternative)", $0.margin)
      })
    #expect(Set(declared.keys) == Set(closed.declared.keys))
    for (cell, margin) in closed.declared {
      #expect(((declared[cell] ?? .nan) - margin).magnitude < 1e-9, "\(cell)")
    }
    #expect(((comparison.declaredJointly ?? .nan) - closed.declaredJoint).magnitude < 1e-9)
    let flips = comparison.flips.flatMap(\.all)
    #expect(flips.count == closed.flips.count)
    for (flip, expected) in zip(flips, closed.flips) {
      guard case .text(let id) = expected[0], case .number(let weight) = expected[1],
        case .number(let at) = expected[2], case .text(let direction) = expected[3]
      else { Issue.record("a flip of another shape"); continue }
      #expect(flip.target == .criterion(id))
      #expect(distance([flip.currentWeight, flip.flipWeight], [weight, at]) < 1e-9)
      #expect(flip.direction.rawValue == direction)
    }
    if let second = closed.secondM {
      #expect(((analysis.evidence.otherMeasureMargin ?? .nan) - second).magnitude < 1e-9)
    }
  }

  static func name(_ reason: StrengthReason) -> String {
    switch reason {
    case .hangsOn(let id): "hangsOn:\(id)"
    case .hangsOnUnfelt(let id): "hangsOnUnfelt:\(id)"
    case .belowWorthwhile(let id): "belowWorthwhile:\(id)"
    case .restsOnDeclared(let cell?): "restsOnDeclared:\(cell.criterion)/\(cell.alternative)"
    case .restsOnDeclared(nil): "restsOnDeclared"
    case .nearFlip(let id): "nearFlip:\(id)"
    default: "\(reason)"
    }
  }

  @Test("The margins of a procedure or none are those worked out elsewhere", arguments: names)
  func procedureOrNone(name: String) throws {
    let person = try OracleFile.read("Fair/\(name)", as: Person.self)
    for (reading, closed) in person.expected.A {
      let analysis = try Self.analyse(
        FairLevels.procedureOrNone("\(person.region)/\(reading)"), person,
        person.expected.procedureOfA, "care")
      Self.expect(analysis, closed, FairLevels.questionA)
    }
  }

  @Test("The margins of which procedure are those worked out elsewhere", arguments: names)
  func whichProcedure(name: String) throws {
    let person = try OracleFile.read("Fair/\(name)", as: Person.self)
    let analysis = try Self.analyse(
      FairLevels.whichProcedure(person.region), person, "vertebroplasty", "kyphoplasty")
    Self.expect(analysis, person.expected.B, FairLevels.questionB)
  }

  @Test("The shares are those of 400,000 plain draws", arguments: names)
  func shares(name: String) throws {
    let person = try OracleFile.read("Fair/\(name)", as: Person.self)
    let weights = try Self.weights(person)
    func expect(
      _ reading: PreparedReading, _ share: Share, _ criteria: [String], _ pair: [String],
      _ leads: Bool
    ) throws {
      let (leader, rival) = leads ? (pair[0], pair[1]) : (pair[1], pair[0])
      let own = try #require(weights.restricted(to: criteria))
      let shares = try reading.shares(
        first: leader, second: rival, weights: own,
        uncertainty: QuestionUncertainty(.responseError(sigma: 0.3), count: criteria.count))
      #expect(((shares.firstAhead() ?? .nan) - share.P).magnitude < Self.near)
      for (index, id) in criteria.enumerated() {
        #expect(
          ((shares.firstAhead(without: index) ?? .nan) - (share.looP[id] ?? .nan)).magnitude
            < Self.near, "\(id)")
      }
    }
    for (reading, share) in person.simulated.A {
      try expect(
        FairLevels.procedureOrNone("\(person.region)/\(reading)"), share, FairLevels.questionA,
        [person.expected.procedureOfA, "care"], (person.expected.A[reading]?.M ?? .nan) >= 0)
    }
    let prepared = try FairLevels.whichProcedure(person.region)
    try expect(
      prepared, person.simulated.B, FairLevels.questionB, ["vertebroplasty", "kyphoplasty"],
      person.expected.B.M >= 0)
    let alike = try #require(
      try prepared.alikeShare(
        leader: person.expected.B.M >= 0 ? "vertebroplasty" : "kyphoplasty",
        rival: person.expected.B.M >= 0 ? "kyphoplasty" : "vertebroplasty", weights: weights,
        uncertainty: .responseError(sigma: 0.3)))
    #expect((alike - (person.simulated.B.Palike ?? .nan)).magnitude < Self.near)
  }

  static let classes = [
    "closeCall": CombinedVerdict.Class.closeCall, "somewhat": .fitsSomewhatBetter,
    "clearly": .fitsClearlyBetter, "dependsOnReading": .dependsOnReading,
  ]

  @Test("The verdicts and their reasons are those worked out elsewhere", arguments: names)
  func verdicts(name: String) throws {
    let person = try OracleFile.read("Fair/\(name)", as: Person.self)
    var parts: [CombinedVerdict.Part] = []
    var margins: [String: ReadingAnalysis] = [:]
    for reading in ["blinded", "open"] {
      let analysis = try Self.analyse(
        FairLevels.procedureOrNone("\(person.region)/\(reading)"), person,
        person.expected.procedureOfA, "care")
      guard case .number(let strength)? = person.verdict.strengthA[reading]?[0],
        case .names(let reasons)? = person.verdict.strengthA[reading]?[1]
      else { Issue.record("a strength of another shape"); return }
      #expect(analysis.verdict.strength.rawValue == strength, "\(reading)")
      #expect(analysis.verdict.reasons.map(Self.name) == reasons, "\(reading)")
      parts.append(
        CombinedVerdict.Part(
          margin: analysis.comparison.margin, strength: analysis.verdict.strength))
      margins[reading] = analysis
    }
    let combined = CombinedVerdict(parts, limits: StrengthLimits())
    #expect(combined.level == Self.classes[person.verdict.A])
    #expect(combined.namesFirst.map { $0 ? "procedure" : "care" } == person.verdict.leaderA)
    #expect(combined.pointsToFirst.map { $0 ? "procedure" : "care" } == person.expected.pointsTo)
    let blinded = try #require(margins["blinded"]).comparison
    let tie = ReadingTie.level(
      blinded.levelDifferences[0], margin: blinded.margin, other: parts[1].margin,
      weight: blinded.weights[0], worst: 0, best: 3)
    #expect((tie == nil) == (person.expected.tiePain == nil))
    if let tie, let expected = person.expected.tiePain {
      #expect((tie - expected).magnitude < 1e-9)
    }
    let which = try Self.analyse(
      FairLevels.whichProcedure(person.region), person, "vertebroplasty", "kyphoplasty")
    let answer = CombinedVerdict(
      [.init(margin: which.comparison.margin, strength: which.verdict.strength)],
      limits: StrengthLimits())
    #expect(answer.level == Self.classes[person.verdict.B])
    #expect(
      answer.namesFirst.map { $0 ? "vertebroplasty" : "kyphoplasty" } == person.verdict.leaderB)
    #expect(which.verdict.reasons.map(Self.name) == person.verdict.whyB)
  }
}
