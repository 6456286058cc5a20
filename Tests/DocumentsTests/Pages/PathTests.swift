// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Foundation
import Markup
import SampleSupport
import Testing

/// Persons for whom nothing is chosen today: an option is closed, a fact is open, or other evidence
/// applies.
@Suite struct PathTests {
  /// A sample profile with texts replaced by others, each where it first stands.
  static func made(_ name: String, _ changes: [(String, String)] = []) throws -> Generation {
    var text = String(decoding: try Samples.bytes(name), as: UTF8.self)
    for (old, new) in changes {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    var pipeline = try Samples.pipeline()
    return try pipeline.generate(Array(text.utf8), file: "profile.xml")
  }

  /// The texts that tell how the options fit.
  private static let verdicts = [
    "phrase.verdict-clearly", "phrase.verdict-somewhat", "phrase.verdict-depends",
    "phrase.read-clearly", "phrase.class-close", "phrase.share-ahead",
  ]

  /// Samples whose procedures a rule closes, with the text that says why.
  static let closed = [
    ("15-stop-pain-elsewhere-eu", "rule.pain-elsewhere.because"),
    ("16-stop-no-symptoms-us", "rule.no-symptoms.because"),
    ("17-stop-pregnancy-eu", "rule.pregnancy.because"),
    ("18-stop-bleeding-in", "rule.coagulopathy.because"),
    ("19-stop-cement-allergy-us", "rule.cement-allergy.because"),
    ("44-early-easing-eu", "rule.improving.because"),
  ]

  @Test("A closed option stays visible with its reason and has no box", arguments: closed)
  func aClosedOptionHasNoBox(_ name: String, _ because: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let first = try #require(page.section("summary")).text
    let told = try #require(try Said.parts("phrase.closed-because").first)
    for option in ["vertebroplasty", "kyphoplasty"] {
      #expect(first.contains(try Said.text("option.\(option).name") + told), "\(option)")
    }
    #expect(try first.says(because))
    #expect(try first.says("phrase.opens-heading"))
    #expect(try !first.says("phrase.choice-reminder"))
    let boxes = try #require(page.section("next-steps")).text
    for option in ["vertebroplasty", "kyphoplasty"] {
      #expect(try !boxes.says("handout.next-steps.after.\(option)"))
    }
    #expect(try boxes.says("handout.next-steps.after.care"))
  }

  @Test("An option that no rule closes keeps its box")
  func anOpenOptionKeepsItsBox() throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    let boxes = try #require(page.section("next-steps")).text
    #expect(try boxes.says("handout.next-steps.after.kyphoplasty"))
    #expect(try page.section("summary")?.text.says("phrase.closed-because") == false)
  }

  @Test("The first page of no handout tells how the options fit", arguments: Samples.withHandout)
  func theFirstPageTellsNoFit(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let first = try #require(page.section("summary")).text
    for id in Self.verdicts { #expect(try !first.says(id), "\(id)") }
  }

  @Test("While a fact could rule an option out nothing is compared, and it is asked for first")
  func openFactsComeFirst() throws {
    for made in [
      try Samples.generate("21-all-facts-unknown-us"),
      try Self.made(
        "01-swing-us", [("id=\"mri-oedema\" value=\"yes\"", "id=\"mri-oedema\" value=\"unknown\"")]),
    ] {
      let page = try Samples.page(made, "handout.html")
      #expect(try page.section("summary")?.text.says("phrase.settle-heading") == true)
      #expect(try page.text.says("phrase.not-compared-facts-open"))
      for id in Self.verdicts { #expect(try !page.text.says(id), "\(id)") }
      let copy = try Samples.page(made, "clinician.html")
      #expect(try copy.section("identity")?.text.says("phrase.settle-clinician") == true)
      #expect(made.facts.answers.allSatisfy { $0.verdict == "factsOpen" && $0.leader == nil })
    }
  }

  @Test("With no fact known, the facts of red flags are asked for first")
  func redFlagsAreAskedForFirst() throws {
    let page = try Samples.page(
      try Samples.generate("21-all-facts-unknown-us"), "handout.html")
    #expect(try page.section("summary")?.text.says("fact.nerve-signs.settle") == true)
  }

  @Test("With cancer the handout holds the rows of cancer, and no number of weak bones")
  func cancerHasItsOwnRows() throws {
    let made = try Samples.generate("12-cancer-us")
    let page = try Samples.page(made, "handout.html")
    for id in ["cancer.care.rays", "cancer.care.team", "cancer.care.medicine"] {
      #expect(try page.text.says(id), "\(id)")
    }
    #expect(page.text.contains("24 of 100"))
    for section in ["side-by-side", "without-procedure", "what-matters", "experts"] {
      #expect(page.section(section) == nil, "\(section)")
    }
    let copy = try Samples.page(made, "clinician.html")
    #expect(copy.section("cancer")?.text.isEmpty == false)
    for section in ["levels", "evidence", "talk", "fit"] {
      #expect(copy.section(section) == nil, "\(section)")
    }
    #expect(!page.text.contains("8.3") && !copy.text.contains("8.3"))
  }

  @Test("No number of the cancer handout comes from a study of weak bones")
  func noNumberOfWeakBones() throws {
    let document = try Samples.document("12-cancer-us")
    let pack = try #require(Samples.pack).pack
    let wording = try #require(Samples.pack?.wording("en"))
    var own: Set<String> = []
    for result in pack.outcomes.filter({ $0.block == .cancer }).flatMap(\.results) {
      own.formUnion([result.figure].compactMap { $0 })
      for case .evidence(let id) in result.instead.map({ wording.text($0).sources }) ?? [] {
        own.insert(id)
      }
    }
    for position in pack.guidelines.filter(\.isOtherEvidence) {
      for case .evidence(let id) in wording.text(position.says).sources { own.insert(id) }
    }
    // Scales and what is true by definition are no results of a study.
    let neutral = Set(pack.figures.filter { $0.certainty == .byDefinition }.map(\.id))
    for section in document.handout.sections {
      section.blocks.forEachText { text in
        for case .evidence(let id) in text.sources {
          #expect(own.contains(id) || neutral.contains(id), "\(section.id): \(id)")
        }
      }
    }
  }

  @Test("The checklist asks of the cancer handout what applies, and names the rest")
  func theChecklistOfTheCancerHandout() throws {
    let document = try Samples.document("12-cancer-us")
    let pack = try #require(Samples.pack?.pack)
    let report = ChecklistReport(
      try Checklist.embedded(), subject: ChecklistSubject(document: document, pack: pack))
    #expect(report.showsAllCheckable && (3...12).contains(report.counts().checkable))
    #expect(report.counts().notApplicable > 15)
  }

  @Test("Under 18 a short page says whom to ask, and compares nothing", arguments: [1, 7, 17])
  func underAge(_ age: Int) throws {
    let made = try Self.made("55-under-age-us", [("age=\"17\"", "age=\"\(age)\"")])
    let page = try Samples.page(made, "handout.html")
    for id in ["under-age.summary.title", "under-age.doctor", "under-age.call.title"] {
      #expect(try page.text.says(id), "\(id)")
    }
    #expect(page.text.contains("911"))
    for words in ["vertebroplasty", "kyphoplasty", "i choose"] {
      #expect(!page.text.lowercased().contains(words), "\(words)")
    }
    #expect(made.facts.answers.allSatisfy { $0.verdict == "otherEvidence" })
  }

  @Test("From 18 to 49 the age is a point to settle, and no gate", arguments: [18, 49, 50])
  func betweenEighteenAndFifty(_ age: Int) throws {
    let made = try Self.made("01-swing-us", [("age=\"74\"", "age=\"\(age)\"")])
    #expect(made.facts.answers.allSatisfy { $0.verdict != "otherEvidence" })
    let page = try Samples.page(made, "handout.html")
    #expect(try page.text.says("flag.below-fifty.patient") == (age < 50))
  }

  @Test("An age that is not known is asked about, and the fit says so")
  func anUnknownAgeIsAskedAbout() throws {
    let made = try Self.made("01-swing-us", [("age=\"74\"", "")])
    let page = try Samples.page(made, "handout.html")
    #expect(try page.text.says("condition.under-age.proviso"))
  }

  @Test(
    "A man, or a person of 90 years, is not told that she is pregnant",
    arguments: [("sex=\"female\"", "sex=\"male\""), ("age=\"33\"", "age=\"90\"")])
  func nobodyIsToldToBePregnant(_ old: String, _ new: String) throws {
    let made = try Self.made("17-stop-pregnancy-eu", [(old, new)])
    #expect(made.warnings.contains { $0.identifier == "profile.contradiction" })
    let page = try Samples.page(made, "handout.html")
    for id in ["rule.pregnancy.reason", "rule.pregnancy.because"] {
      #expect(try !page.text.says(id), "\(id)")
    }
    // It is asked again before anything is compared.
    #expect(try page.section("summary")?.text.says("fact.pregnant.settle") == true)
    let copy = try Samples.page(made, "clinician.html")
    #expect(
      try copy.text.says("contradiction.pregnant-male.clinician")
        || copy.text.says("contradiction.pregnant-age.clinician"))
  }

  @Test("A pain of nothing that gets worse counts as not known")
  func noPainThatGetsWorse() throws {
    let made = try Self.made(
      "13-stop-nerve-signs-us",
      [
        ("id=\"nerve-signs\" value=\"yes\"", "id=\"nerve-signs\" value=\"no\""),
        ("id=\"pain-score\" value=\"7\"", "id=\"pain-score\" value=\"0\""),
      ])
    #expect(made.warnings.contains { $0.identifier == "profile.contradiction" })
    #expect(made.facts.answers.allSatisfy { $0.verdict == "factsOpen" })
  }

  @Test("A payment rule is told to the people of its country alone")
  func aPaymentRuleIsToldAtHome() throws {
    for name in ["02-rating-eu", "47-interval-swing-eu", "03-hundred-in"] {
      let page = try Samples.page(try Samples.generate(name), "handout.html")
      #expect(try !page.text.says("rule.us-coverage.reason"), "\(name)")
      #expect(page.section("experts")?.text.contains("Medicare") == false, "\(name)")
    }
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    #expect(page.section("experts")?.text.contains("Medicare") == true)
  }
}
