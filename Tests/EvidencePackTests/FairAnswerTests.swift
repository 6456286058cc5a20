// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Foundation
import TestSupport
import Testing

/// The pack with readings, against levels and persons that were worked out elsewhere.
struct FairAnswerTests {
  struct Levels: Decodable {
    struct Cell: Decodable {
      let mean: Double
      let estimate: Double
      let interval: [Double]
    }
    struct Row: Decodable { let cells: [String: Cell] }
    let expected: [String: [String: Row]]
  }

  struct Person: Decodable {
    struct Verdict: Decodable {
      let A: String
      let leaderA: String?
      let B: String
      let leaderB: String?
    }
    struct Closed: Decodable { let M: Double }
    struct Expected: Decodable {
      let procedureOfA: String
      let A: [String: Closed]
      let tiePain: Double?
      let pointsTo: String?
      let B: Closed
    }
    let region: String
    let points: [String: Double]
    let expected: Expected
    let verdict: Verdict
  }

  static func oracle<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    try JSONDecoder().decode(
      type, from: Data(Project.bytes("Tests/DecisionAnalysisTests/Oracles/Fair/\(name).json")))
  }

  @Test("The levels of the pack are those that were worked out elsewhere, in every setting")
  func levels() throws {
    let pack = try FairPack.pack.get()
    let oracle = try Self.oracle("o01-levels", as: Levels.self)
    for (setting, rows) in oracle.expected {
      let parts = setting.split(separator: "/").map(String.init)
      for question in pack.questions {
        let problem = try ProblemBuilder.problem(
          of: pack, question: question, reading: parts[1], region: parts[0])
        for (column, criterion) in problem.criteria.enumerated() {
          for (row, option) in problem.alternatives.enumerated() {
            let expected = try #require(rows[criterion.id]?.cells[option])
            let limits = problem.table.combinedInterval(row, column)
            let found = [
              problem.table.mean(row, column), problem.table.estimate(row, column), limits.low,
              limits.high,
            ]
            let wanted = [expected.mean, expected.estimate] + expected.interval
            for (one, other) in zip(found, wanted) {
              #expect(
                (one - other).magnitude < 1e-9 * max(1, other.magnitude),
                "\(setting) \(criterion.id) \(option)")
            }
          }
        }
      }
    }
  }

  static let classes: [String: CombinedVerdict.Class] = [
    "closeCall": .closeCall, "somewhat": .fitsSomewhatBetter, "clearly": .fitsClearlyBetter,
    "dependsOnReading": .dependsOnReading,
  ]

  @Test(
    "Invented persons get the answers that were worked out elsewhere",
    arguments: ["o03-chair", "o04-needles", "o05-straight", "o07-pain-only"])
  func persons(name: String) throws {
    let pack = try FairPack.pack.get()
    let person = try Self.oracle(name, as: Person.self)
    let ids = try #require(pack.panel("seven")).criteria
    let weights = try CriterionWeights(
      criteria: ids, proportionalTo: ids.map { person.points[$0] ?? .nan })
    func answer(_ kind: DecisionQuestion.Kind, _ pair: [String]) throws -> QuestionReadings {
      let question = try #require(pack.questions.first { $0.kind == kind })
      let prepared = try PreparedQuestion(
        question, pack: pack, region: person.region, prices: [])
      return try #require(
        try prepared.answer(
          first: pair[0], second: pair[1], weights: weights,
          uncertainty: .responseError(sigma: pack.simulation.sigma), limits: pack.limits))
    }
    let which = try answer(.whichProcedure, ["vertebroplasty", "kyphoplasty"])
    #expect(which.readings.count == 1)
    #expect((which.readings[0].analysis.comparison.margin - person.expected.B.M).magnitude < 1e-9)
    #expect(which.verdict.level == Self.classes[person.verdict.B])
    #expect(which.named == person.verdict.leaderB)
    let compared = which.named ?? pack.questions.compactMap(\.standsIn).first ?? ""
    #expect(compared == person.expected.procedureOfA)
    let whether = try answer(.procedureOrNone, [compared, "care"])
    for reading in whether.readings {
      let margin = try #require(person.expected.A[reading.id]).M
      #expect((reading.analysis.comparison.margin - margin).magnitude < 1e-9)
    }
    func side(_ id: String?) -> String? { id.map { $0 == "care" ? "care" : "procedure" } }
    #expect(whether.verdict.level == Self.classes[person.verdict.A])
    #expect(side(whether.named) == person.verdict.leaderA)
    #expect(side(whether.pointsTo) == person.expected.pointsTo)
    #expect((whether.tie == nil) == (person.expected.tiePain == nil))
    if let tie = whether.tie, let expected = person.expected.tiePain {
      #expect((tie - expected).magnitude < 1e-9)
    }
  }

  @Test("A feeling against the alternative that leads allows a somewhat better fit at most")
  func feeling() throws {
    let pack = try FairPack.pack.get()
    let question = try #require(pack.questions.first { $0.kind == .procedureOrNone })
    let prepared = try PreparedQuestion(question, pack: pack, region: "US", prices: [])
    let ids = question.criteria
    let weights = try CriterionWeights(
      criteria: ids, proportionalTo: ids.map { $0 == "pain-relief" ? 100 : 1 })
    for caps in [[], [StrengthReason.ratherNot]] {
      let answer = try #require(
        try prepared.answer(
          first: "vertebroplasty", second: "care", weights: weights, uncertainty: .none,
          limits: StrengthLimits(), caps: { $0 == "vertebroplasty" ? caps : [] }))
      #expect(answer.named == "vertebroplasty" && answer.verdict.reasons == caps)
    }
  }
}
