// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

@testable import EvidencePack

struct EligibilityTests {
  private static func rules() throws -> EligibilityRules { try TestPack.pack().eligibility }

  @Test(arguments: ExpectedRule.all)
  func holdsEveryRuleOfTheEvidence(expected: ExpectedRule) throws {
    let rule = try #require(try Self.rules().rules.first { $0.id == expected.id })
    let effects = ["vertebroplasty", "kyphoplasty", "care"].map { rule.effect(on: $0) }
    #expect(effects == expected.effects)
    #expect(rule.level == expected.level)
    #expect(rule.basis.joined(separator: " ") == expected.basis)
    #expect(
      Set(rule.sources).isSuperset(of: expected.sources.split(separator: " ").map(String.init)))
    #expect(rule.conflicts.joined(separator: " ") == expected.conflicts)
  }

  @Test func holdsNoOtherRule() throws {
    #expect(try Self.rules().rules.map(\.id).sorted() == ExpectedRule.all.map(\.id).sorted())
  }

  @Test func findsNothingAgainstAHarmlessPerson() throws {
    let found = TestPerson.harmless.statuses(try Self.rules())
    #expect(found == [.noReasonAgainst, .noReasonAgainst, .noReasonAgainst])
  }

  // What makes each rule apply (EvidencePack.docc/Rules.md, "Rules").
  static let contraindications: [(rule: String, fact: String, value: String)] = [
    ("neuro_deficit", "nerve-signs", "yes"), ("active_infection", "infection", "yes"),
    ("unstable_or_high_energy", "unstable-spine", "yes"),
    ("unstable_or_high_energy", "high-energy-injury", "yes"),
    ("pain_elsewhere", "pain-at-fracture", "no"), ("pregnancy", "pregnant", "yes"),
    ("coagulopathy", "bleeding-problem", "yes"), ("cement_allergy", "cement-allergy", "yes"),
  ]

  @Test(arguments: contraindications)
  func turnsBothProceduresDown(rule: String, fact: String, value: String) throws {
    let rules = try Self.rules()
    // Alone, and whatever else is not known.
    for var person in [TestPerson.harmless, .unknown].map({ $0.with([fact: .named(value)]) }) {
      // At another age a pregnancy would be doubted.
      if fact == "pregnant" { (person.sex, person.age) = ("female", 33) }
      #expect(person.statuses(rules).prefix(2) == [.contraindicated, .contraindicated])
      #expect(person.statuses(rules).last != .contraindicated)
      let finding = rules.finding(for: "kyphoplasty", person.evaluation(rules))
      #expect(finding.applying.contains(.init(rule: rule, effect: .contraindicated)))
      #expect(!finding.takesPart)
    }
  }

  @Test func knowsEveryRuleThatTurnsAProcedureDown() throws {
    let found = try Self.rules().rules.filter { rule in
      rule.effects.contains { $0.effect == .contraindicated }
    }
    #expect(Set(found.map(\.id)) == Set(Self.contraindications.map(\.rule)))
    #expect(found.allSatisfy { [.stopAndRefer, .absolute].contains($0.group) })
  }

  static let notIndicated: [(rule: String, facts: [String: FactValue])] = [
    ("no_symptoms", ["pain-course": .named("none")]),
    ("no_symptoms", ["pain-score": TestPerson.number("0")]),
    (
      "no_symptoms",
      ["stable-old-fracture": .named("yes"), "previous-fractures": TestPerson.number("1")]
    ),
    ("improving", ["pain-course": .named("easing")]), ("no_oedema", ["mri-oedema": .named("no")]),
    (
      "too_early",
      ["fracture-age-weeks": TestPerson.number("2"), "best-painkillers-tried": .named("no")]
    ),
  ]

  @Test(arguments: notIndicated)
  func findsNoReasonForAProcedure(rule: String, facts: [String: FactValue]) throws {
    let rules = try Self.rules()
    let person = TestPerson.harmless.with(facts)
    let finding = rules.finding(for: "vertebroplasty", person.evaluation(rules))
    #expect(person.statuses(rules).prefix(2) == [.notIndicated, .notIndicated])
    #expect(finding.applying.contains(.init(rule: rule, effect: .notIndicated)))
  }

  @Test func neverCallsAProcedureSuitableWhenNothingIsKnown() throws {
    let rules = try Self.rules()
    #expect(TestPerson.unknown.statuses(rules).prefix(2) == [.open, .open])
  }

  @Test func keepsEveryRuleThatAsksForSomethingOpenWhenNothingIsKnown() throws {
    let rules = try Self.rules()
    let evaluation = TestPerson.unknown.evaluation(rules)
    let asking = rules.rules.filter { rule in
      ["vertebroplasty", "kyphoplasty"].contains {
        [.contraindicated, .notIndicated, .caution].contains(rule.effect(on: $0))
      }
    }
    #expect(asking.count == 23)
    for rule in asking {
      var alone = rules
      alone.rules = [rule]
      for alternative in ["vertebroplasty", "kyphoplasty"] {
        let finding = alone.finding(for: alternative, evaluation)
        let effect = rule.effect(on: alternative)
        let expected: SuitabilityFinding.Status = effect == .caution ? .caution : .open
        #expect(finding.status == expected, "\(rule.id) \(alternative)")
        #expect(finding.openRules == [rule.id])
        #expect(!evaluation.openFacts(in: rule.condition).isEmpty)
      }
    }
  }

  static let pregnancies: [(sex: String?, age: Int?, isSettled: Bool)] = [
    ("male", nil, true), ("male", 20, true), ("female", 56, true), (nil, 56, true),
    ("other", 90, true), ("female", 55, false), ("female", nil, false), (nil, 55, false),
    ("other", 40, false), (nil, nil, false),
  ]

  @Test(arguments: pregnancies)
  func settlesPregnancyForMenAndFromFiftySix(sex: String?, age: Int?, isSettled: Bool) throws {
    let rules = try Self.rules()
    let pregnancy = Condition.fact("pregnant", isOneOf: ["yes"])
    for given in [nil, FactValue.unknown] {
      var person = TestPerson.harmless
      (person.sex, person.age) = (sex, age)
      person.facts["pregnant"] = given
      #expect(person.evaluation(rules).truth(of: pregnancy) == (isSettled ? .no : .unknown))
      #expect(person.statuses(rules)[0] == (isSettled ? .noReasonAgainst : .open))
    }
  }

  @Test(arguments: [("female", 55, false), ("female", 56, true), ("male", 33, true)])
  func doubtsAPregnancyThatCannotBeAndClosesNothing(
    sex: String, age: Int, isDoubted: Bool
  ) throws {
    let rules = try Self.rules()
    var person = TestPerson.harmless.with(["pregnant": .named("yes")])
    (person.sex, person.age) = (sex, age)
    let status: SuitabilityFinding.Status = isDoubted ? .open : .contraindicated
    #expect(person.statuses(rules).prefix(2) == [status, status])
    #expect(person.evaluation(rules).contradictions.isEmpty == !isDoubted)
  }

  static let bounds: [(Condition.Bounds, inside: [Double], outside: [Double])] = [
    (.init(below: 3), [0, 2.999], [3, 4]), (.init(atMost: 3), [0, 3], [3.001, 4]),
    (.init(above: 3), [3.001], [3, 0]), (.init(atLeast: 3), [3, 4], [2.999]),
    (.init(atMost: 13, atLeast: 6), [6, 13], [5.9, 13.1]), (.init(), [-1, 1e9], []),
  ]

  @Test(arguments: bounds)
  func measuresNumbersAgainstBounds(
    bounds: Condition.Bounds, inside: [Double], outside: [Double]
  ) {
    #expect(inside.allSatisfy { bounds.contain($0) })
    #expect(!outside.contains { bounds.contain($0) })
  }
}
