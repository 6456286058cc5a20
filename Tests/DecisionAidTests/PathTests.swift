// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Foundation
import Markup
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

  static let closed = [
    ("15-stop-pain-elsewhere-eu", "because the pain does not come from the broken bone"),
    ("16-stop-no-symptoms-us", "because this break does not hurt or has healed"),
    ("17-stop-pregnancy-eu", "because you are pregnant"),
    ("18-stop-bleeding-in", "because you bleed easily"),
    ("19-stop-cement-allergy-us", "because you may be allergic to bone cement"),
    ("44-early-easing-eu", "because your pain is getting better by itself"),
  ]

  @Test("A closed option stays visible with its reason and has no box", arguments: closed)
  func aClosedOptionHasNoBox(_ name: String, _ because: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let first = try #require(page.section("summary")).text
    for option in ["Vertebroplasty", "Balloon kyphoplasty"] {
      #expect(first.contains("\(option)Not for you now, \(because)"), "\(option)")
    }
    #expect(first.contains("What could open the question again?"))
    #expect(!first.contains("The choice is yours"))
    let boxes = try #require(page.section("next-steps")).text
    #expect(!boxes.contains("ask for a date") && !boxes.contains("I choose vertebroplasty"))
    #expect(boxes.contains("I choose care without a procedure"))
  }

  @Test("An option that no rule closes keeps its box")
  func anOpenOptionKeepsItsBox() throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    let boxes = try #require(page.section("next-steps")).text
    #expect(boxes.contains("I choose balloon kyphoplasty. Next: ask for a date."))
    #expect(page.section("summary")?.text.contains("Not for you now") == false)
  }

  @Test("The first page of no handout tells how the options fit", arguments: Samples.withHandout)
  func theFirstPageTellsNoFit(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let first = try #require(page.section("summary")).text
    for words in ["fits you", "fit you clearly", "close call", "clearly better", "somewhat better"]
    {
      #expect(!first.replacing("Which way forward fits you", with: "").contains(words), "\(words)")
    }
  }

  @Test("While a fact could rule an option out nothing is compared, and it is asked for first")
  func openFactsComeFirst() throws {
    for made in [
      try Samples.generate("21-all-facts-unknown-us"),
      try Self.made(
        "01-swing-us", [("id=\"mri-oedema\" value=\"yes\"", "id=\"mri-oedema\" value=\"unknown\"")]),
    ] {
      let page = try Samples.page(made, "handout.html")
      #expect(page.section("summary")?.text.contains("First, find out these things") == true)
      #expect(page.text.contains("some facts need to be found out"))
      for words in ["clearly better", "somewhat better", "points of 100", "came out ahead"] {
        #expect(!page.text.contains(words), "\(words)")
      }
      let copy = try Samples.page(made, "clinician.html")
      #expect(copy.section("identity")?.text.contains("Settle first") == true)
      #expect(made.facts.answers.allSatisfy { $0.verdict == "factsOpen" && $0.leader == nil })
    }
  }

  @Test("With no fact known, the facts of red flags are asked for first")
  func redFlagsAreAskedForFirst() throws {
    let page = try Samples.page(
      try Samples.generate("21-all-facts-unknown-us"), "handout.html")
    #expect(page.section("summary")?.text.contains("Are your nerves well?") == true)
  }
}
