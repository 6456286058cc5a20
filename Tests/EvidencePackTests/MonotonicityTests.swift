// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import SampleSupport
import TestSupport
import Testing

/// What is not known never speaks for a procedure.
struct MonotonicityTests {
  /// How far a state speaks for an alternative: not at all, with care, or without reserve.
  private static func reach(_ status: SuitabilityFinding.Status) -> Int {
    switch status {
    case .contraindicated, .notIndicated, .open: 0
    case .caution: 1
    case .noReasonAgainst: 2
    }
  }

  /// Compares a person with the same person of whom less is known.
  private static func check(
    _ person: TestPerson, less: TestPerson, _ rules: EligibilityRules, _ what: String
  ) {
    // Answers to be asked again count as less than they are: forgetting one can end the doubt.
    let contradictions = person.evaluation(rules).contradictions
    if rules.contradictions.contains(where: {
      !$0.doubts.isEmpty && contradictions.contains($0.id)
    }) {
      return
    }
    for (before, after) in zip(person.statuses(rules), less.statuses(rules)) {
      #expect(reach(after) <= reach(before), "\(what): \(before) became \(after)")
    }
    let (before, after) = (person.evaluation(rules), less.evaluation(rules))
    for rule in rules.rules {
      let truth = after.truth(of: rule.condition)
      #expect(
        truth == .unknown || truth == before.truth(of: rule.condition), "\(what): \(rule.id)")
    }
  }

  @Test(
    .takesLong,
    arguments: stride(
      from: UInt64(1), through: UInt64(Battery.count(short: 3000, long: 30_000)), by: 100
    ).map { $0 })
  func forgettingAFactNeverSpeaksForAProcedure(first: UInt64) throws {
    let rules = try TestPack.pack().eligibility
    for seed in first..<(first + 100) {
      let person = TestPerson.random(seed: seed, rules: rules)
      var generator = SeededGenerator(seed: seed + 1_000_000)
      for fact in person.facts.keys.sorted().shuffled(using: &generator).prefix(4) {
        Self.check(person, less: person.with([fact: .unknown]), rules, "\(seed) \(fact)")
      }
      var less = person
      (less.age, less.sex, less.topCriteria) = (nil, nil, nil)
      Self.check(person, less: less, rules, "\(seed) person")
    }
  }

  /// Facts that rules join, with values on both sides of every bound.
  static let joined: [[(id: String, values: [FactValue])]] = [
    [
      ("fracture-age-weeks", ["2", "3", "8", "14"].map(TestPerson.number)),
      ("best-painkillers-tried", [.named("yes"), .named("no")]),
      ("in-hospital", [.named("yes"), .named("no")]),
      ("unable-to-move", [.named("yes"), .named("no")]),
      ("mri-oedema", [.named("yes"), .named("no")]),
    ],
    [
      ("cause", [.named("osteoporosis"), .named("injury"), .named("cancer")]),
      ("high-energy-injury", [.named("yes"), .named("no")]),
      ("pain-score", ["0", "5", "8"].map(TestPerson.number)),
      ("pain-course", [.named("easing"), .named("worsening"), .named("none")]),
    ],
    [
      ("height-loss-percent", ["20", "30", "60", "85"].map(TestPerson.number)),
      ("kyphosis", [.named("yes"), .named("no")]),
      ("disability-score", ["10", "20"].map(TestPerson.number)),
      ("cleft", [.named("yes"), .named("no")]),
      ("posterior-wall-broken", [.named("yes"), .named("no")]),
    ],
    [
      ("levels", [.levels(["L1"]), .levels(["T2"]), .levels(["T9", "T10", "T11", "T12"])]),
      ("canal-narrowed", [.named("none"), .named("some"), .named("severe")]),
      ("anaesthesia-class", ["3", "4"].map(TestPerson.number)),
      ("in-care-bed", [.named("yes"), .named("no")]),
      ("contrast-allergy", [.named("yes"), .named("no")]),
    ],
    [
      ("nerve-signs", [.named("yes"), .named("no")]), ("infection", [.named("yes"), .named("no")]),
      ("bleeding-problem", [.named("yes"), .named("no")]),
      ("cement-allergy", [.named("yes"), .named("no")]),
      ("pain-at-fracture", [.named("yes"), .named("no")]),
      ("pregnant", [.named("no")]),
    ],
  ]

  @Test(arguments: 0..<joined.count)
  func forgettingAnyPartOfASmallSetNeverSpeaksForAProcedure(index: Int) throws {
    let rules = try TestPack.pack().eligibility
    let set = Self.joined[index]
    // All ways to choose values, then all parts to forget.
    let people = set.reduce([TestPerson.harmless]) { people, fact in
      people.flatMap { person in fact.values.map { person.with([fact.id: $0]) } }
    }
    for person in people {
      for part in 1..<(1 << set.count) {
        let forgotten = set.indices.filter { part >> $0 & 1 == 1 }.map { set[$0].id }
        let less = person.with(
          Dictionary(uniqueKeysWithValues: forgotten.map { ($0, FactValue.unknown) }))
        Self.check(person, less: less, rules, forgotten.joined(separator: " "))
      }
    }
  }
}
