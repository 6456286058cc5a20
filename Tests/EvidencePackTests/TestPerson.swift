// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

@testable import EvidencePack

/// A person with facts, and what the rules of the embedded pack find for the person.
struct TestPerson: Sendable {
  var facts: [String: FactValue]
  var age: Int?
  var sex: String?
  var topCriteria: [String]?

  /// A person of whom everything is known and nothing calls for care; the values are those of the
  /// facts of `eligibility.xml`.
  static let harmless = TestPerson(
    facts: [
      "cause": .named("osteoporosis"), "levels": .levels(["L1"]),
      "fracture-age-weeks": number("5"), "pain-score": number("7"),
      "pain-at-fracture": .named("yes"), "pain-course": .named("steady"),
      "best-painkillers-tried": .named("yes"), "stable-old-fracture": .named("no"),
      "nerve-signs": .named("no"), "nerve-pain": .named("no"), "infection": .named("no"),
      "infection-signs": .named("no"), "cancer-signs": .named("no"),
      "unstable-spine": .named("no"), "high-energy-injury": .named("no"),
      "mri-done": .named("yes"), "mri-oedema": .named("yes"), "pregnant": .named("no"),
      "bleeding-problem": .named("no"), "cement-allergy": .named("no"),
      "contrast-allergy": .named("no"), "canal-narrowed": .named("none"),
      "posterior-wall-broken": .named("no"), "severe-heart-lung-disease": .named("no"),
      "anaesthesia-class": number("2"), "in-care-bed": .named("no"), "in-hospital": .named("no"),
      "unable-to-move": .named("no"), "height-loss-percent": number("25"),
      "kyphosis": .named("no"), "disability-score": number("15"), "cleft": .named("no"),
      "previous-fractures": number("0"), "bone-density-below": number("2.9"),
      "tuberculosis-area": .named("no"),
    ], age: 74, sex: "female", topCriteria: ["pain-relief"])

  /// A person of whom nothing is known.
  static let unknown = TestPerson(facts: [:])

  static func number(_ text: String) -> FactValue {
    DecimalText(text).map { .number($0) } ?? .unknown
  }

  /// A person with random facts; about a third of them is not known.
  static func random(seed: UInt64, rules: EligibilityRules) -> TestPerson {
    var generator = SeededGenerator(seed: seed)
    var person = TestPerson(facts: [:])
    person.age = Bool.random(using: &generator) ? Int.random(in: 30...95, using: &generator) : nil
    person.sex = [nil, "female", "male", "other"].randomElement(using: &generator) ?? nil
    person.topCriteria =
      [nil, ["cement-leak"], ["cost"], ["pain-relief"]]
      .randomElement(using: &generator) ?? nil
    for fact in rules.facts where Int.random(in: 0..<3, using: &generator) > 0 {
      person.facts[fact.id] = value(of: fact, &generator)
    }
    // A value that contradicts the one that stands in for it is not a loss of knowledge.
    if person.sex == "male" || (person.age ?? 0) >= 56 { person.facts["pregnant"] = .named("no") }
    // Answers to be asked again are a loss of knowledge, and a test of their own.
    if person.facts["previous-fractures"] == number("0") {
      person.facts["stable-old-fracture"] = .named("no")
    }
    if person.facts["pain-score"] == number("0") { person.facts["pain-course"] = .named("none") }
    return person
  }

  private static func value(
    of fact: ClinicalFact, _ generator: inout SeededGenerator
  ) -> FactValue {
    switch fact.kind {
    case .yesNo: return .named(Int.random(in: 0..<4, using: &generator) == 0 ? "yes" : "no")
    case .choice(let choices):
      return choices.randomElement(using: &generator).map { .named($0.id) } ?? .unknown
    case .number(let range, _):
      let whole = Int.random(
        in: Int(range.lowerBound)...min(Int(range.upperBound), 100), using: &generator)
      return number(String(whole))
    case .levels:
      return .levels(
        [["L1"], ["T3"], ["T12", "L1"], ["T4", "T5", "T6", "T7"]]
          .randomElement(using: &generator) ?? ["L1"])
    }
  }

  /// The evaluation for the person.
  func evaluation(_ rules: EligibilityRules) -> ConditionEvaluation {
    let profile = PreferenceProfile(
      id: "p", person: Person(age: age, sex: sex), clinic: Clinic(), choices: DocumentChoices(),
      setting: CareSetting(region: "US", payer: .unknown, prices: []), facts: facts,
      preferences: StatedPreferences(
        status: .notAsked, panel: "seven", criteria: [], limits: [], feelings: []), questions: [],
      remarks: [])
    return ConditionEvaluation(rules: rules, profile: profile, topCriteria: topCriteria)
  }

  /// The states of vertebroplasty, kyphoplasty and care.
  func statuses(_ rules: EligibilityRules) -> [SuitabilityFinding.Status] {
    let evaluation = evaluation(rules)
    return ["vertebroplasty", "kyphoplasty", "care"].map {
      rules.finding(for: $0, evaluation).status
    }
  }

  /// The person with other facts.
  func with(_ changes: [String: FactValue]) -> TestPerson {
    var person = self
    person.facts.merge(changes) { $1 }
    return person
  }
}
