// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import Markup
import SampleSupport
import Testing

/// What stands on the two printed pages of the clinician's copy.
struct ClinicianCopyTests {
  private static func page(_ name: String) throws -> MarkupElement {
    try Samples.page(try Samples.generate(name), "clinician.html")
  }

  /// The text of the sections that are printed.
  private static func printed(_ name: String) throws -> String {
    try page(name).descendants.filter {
      $0.name == "section" && $0.attribute("class") != "screen"
    }.map(\.text).joined(separator: "\n")
  }

  /// A subject of the printed pages, its section, and words that show it.
  static let subjects: [(subject: String, section: String, words: [String])] = [
    (
      "identity", "identity",
      ["Pseudonym", "01-swing-us", "Wilma Fernleaf", "Age and sex", "Setting"]
    ),
    (
      "versions", "identity",
      ["Made on", "Document", "Made with", "Evidence", "version", "To be checked again by"]
    ),
    ("both questions", "answers", ["A procedure, or care without one?", "which of the two?"]),
    (
      "class and shares", "answers",
      ["depends on how you read the studies", "leads by", "is ahead in", "fits clearly better"]
    ),
    ("both readings", "answers", ["Where people did not know", "Where people knew"]),
    (
      "scores and contributions", "answers",
      ["Question 1, in points", "Question 2, in points", "Ahead by"]
    ),
    ("flips", "answers", ["turns at", "≤ ", "lead without"]),
    ("lowest certainty", "answers", ["Lowest certainty", "very low", "moderate"]),
    ("eligibility", "settle", ["Suitability by published rules", "All rules and limits together"]),
    ("flags", "settle", ["none changes a number", "Fracture age: studies conflict."]),
    ("the patient's words", "settle", ["The patient asks", "lift my grandson"]),
    ("evidence", "levels", ["Level, range and certainty", "Fewer cement leaks", "moderate"]),
    ("sham trials", "levels", ["The balloon has no sham trial"]),
    ("tornado", "checks", ["These move the lead most, in points:"]),
    ("chosen numbers", "checks", ["All chosen numbers at their worse limits"]),
    ("list guard", "checks", ["turn"]),
    ("consistency", "checks", ["Method: swing weighting", "No unusual pattern"]),
    ("read-back", "checks", ["Read back to the patient:", "times as much as"]),
    ("model warnings", "checks", ["Model warnings"]),
    ("teach-back", "talk", ["How would you tell your family", "Cement through a needle"]),
    ("key", "talk", ["The key stands on this copy alone", "Explained again", "☐ no ☐ yes"]),
    (
      "record", "record",
      [
        "Options discussed", "not decided yet", "decide with me", "Readiness", "Who decided",
        "Explained again", "Next review",
      ]
    ),
  ]

  @Test("The printed pages hold each subject", arguments: subjects)
  func holdsTheSubject(subject: String, section: String, words: [String]) throws {
    let found = try #require(try Self.page("01-swing-us").section(section))
    #expect(found.attribute("class") == nil)
    for word in words { #expect(found.text.contains(word), "\(subject): \(word)") }
  }

  /// Words that show a reason on the printed pages.
  private static func words(of reason: StrengthReason) -> String {
    switch reason {
    case .aboutTheSame: "about the same"
    case .cannotBeToldApart: "cannot be told apart"
    case .leadersDiffer: "lead to different ways"
    case .hangsOn, .hangsOnUnfelt, .belowWorthwhile: "It rests on one point"
    case .restsOnDeclared(let cell): cell == nil ? "could turn it together" : "could turn it"
    case .nearFlip: "A little more or less weight"
    case .otherMeasure: "measured in another way"
    case .alikeOutcomesUnsure: "is too unsure"
    case .pastLimit, .limitNotKnown: "your limit"
    case .ratherNot: "You would rather not have it."
    case .carriedAnswers: "an older list"
    }
  }

  @Test("Every reading says why its verdict is not stronger, on the printed pages")
  func everyReadingSaysWhy() throws {
    var reasons = 0
    for name in Samples.withHandout {
      let document = try Samples.document(name)
      let answers = try #require(try Self.page(name).section("answers"))
      let panels = answers.descendants.filter { $0.attribute("class") == "panel" }
      for (panel, answer) in zip(panels, document.analysis.answers) {
        guard let comparison = answer.comparison else { continue }
        let found =
          comparison.readings.flatMap(\.analysis.verdict.reasons)
          + comparison.verdict.reasons
        for reason in found {
          #expect(panel.text.contains(Self.words(of: reason)), "\(name): \(reason)")
        }
        reasons += found.count
      }
    }
    #expect(reasons > 40)
  }

  @Test("What speaks against an option is never left out on paper", arguments: Samples.names)
  func keepsRedFlags(_ name: String) throws {
    let document = try Samples.document(name)
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    let text = try Self.printed(name)
    for (rule, truth) in zip(pack.pack.eligibility.rules, document.analysis.ruleTruths)
    where truth == .yes {
      let against = rule.effects.contains {
        $0.effect == .contraindicated || $0.effect == .notIndicated
      }
      if against || rule.urgent != nil {
        #expect(text.contains(wording.text(rule.brief).plain), "\(rule.id)")
      }
      if rule.urgent != nil { #expect(text.contains(wording.text(rule.clinician).plain)) }
    }
  }

  @Test("What is cut on paper stands in full on screen", arguments: Samples.withHandout)
  func nothingIsLostOnScreen(_ name: String) throws {
    let document = try Samples.document(name)
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    let page = try Self.page(name)
    let screen = page.descendants.filter { $0.attribute("class") == "screen" }.map(\.text).joined()
    for (rule, truth) in zip(pack.pack.eligibility.rules, document.analysis.ruleTruths)
    where truth == .yes {
      #expect(screen.contains(wording.text(rule.clinician).plain), "\(rule.id)")
    }
    for flag in pack.pack.eligibility.flags where document.analysis.flags.contains(flag.id) {
      #expect(screen.contains(wording.text(flag.clinician).plain), "\(flag.id)")
    }
    for fact in pack.pack.eligibility.facts where document.analysis.openFacts.contains(fact.id) {
      #expect(screen.contains(wording.text(fact.name).plain), "\(fact.id)")
    }
    for words in document.profile.questions + document.profile.remarks {
      #expect(screen.contains(words))
    }
    let printed = document.clinicianCopy.sections.filter { !$0.isScreenOnly }
    #expect(
      printed.map(\.id) == [
        "identity", "facts", "answers", "settle", "levels", "checks", "talk", "record",
      ])
  }

  @Test("Long lists are cut and say how many more there are")
  func longListsSayHowMany() throws {
    let open = try Samples.document("21-all-facts-unknown-us").analysis.openFacts.count
    let text = try Self.printed("21-all-facts-unknown-us")
    #expect(open > 11)
    #expect(text.contains("and \(open - 10) more: see the screen version or the record"))
    // Open facts of red flags come before all others.
    #expect(text.contains("Neurological deficit") && text.contains("Active infection"))
    let long = try Self.printed("35-long-name-long-words-eu")
    #expect(long.contains("cut short; all of it stands in the record"))
  }

  @Test(
    "What is to be decided with clinicians, and which numbers wait for them, stands in the copy")
  func saysWhatIsDebatable() throws {
    let section = try #require(try Self.page("01-swing-us").section("evidence")).text
    for words in [
      "Numbers that need clinical review before use", "To decide with clinicians",
      "chosen ranges", "no reading of its own for severe fresh",
    ] {
      #expect(section.contains(words), "\(words)")
    }
    let pack = try #require(Samples.pack).pack
    #expect(pack.numbersToReview.count == 13)
    // Each number that is marked stands in the table of the printed page with its mark.
    let levels = try #require(try Self.page("01-swing-us").section("levels")).text
    #expect(levels.contains("†"))
  }

  @Test("The record says which sections are for the screen alone")
  func theRecordSaysWhatIsShown() throws {
    let record = try #require(try Samples.generate("01-swing-us").files.last)
    let text = String(decoding: record.bytes, as: UTF8.self)
    #expect(text.contains("<section id=\"sensitivity\" shown=\"screen\">"))
    #expect(text.contains("<section id=\"answers\">"))
  }

  /// Samples of each region, with and without weights.
  static let regions = ["01-swing-us", "02-rating-eu", "03-hundred-in", "23-not-asked-us"]

  @Test("Every figure of a teach-back answer is printed in the handout", arguments: regions)
  func answersComeFromTheHandout(_ name: String) throws {
    let record = try #require(try Samples.generate(name).files.last)
    let root = try XMLReader().read(
      Array(record.bytes), file: "record.xml", limit: 1 << 24, schema: nil
    ).root
    let shown = Set(Self.numbers(try #require(root.first("handout"))))
    let table = try #require(
      root.first("clinicianCopy")?.descendants.first { $0.attribute("id") == "teach-back-key" })
    for number in Self.numbers(table) { #expect(shown.contains(number), "\(number)") }
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    for prompt in pack.pack.teachBack {
      for case .number(let number, let source) in wording.text(prompt.answer).runs {
        #expect(shown.contains("\(source.text) \(number)"), "\(prompt.answer): \(source)")
      }
    }
  }

  private static func numbers(_ element: MarkupElement) -> [String] {
    element.descendants.filter { $0.name == "n" }.map {
      "\($0.attribute("from") ?? "") \($0.text)"
    }
  }

  @Test("Teach-back asks about the options first, then what matters most to this person")
  func asksWhatMattersMost() throws {
    let document = try Samples.document("01-swing-us")
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    let table = try #require(
      document.clinicianCopy.sections.flatMap(\.blocks).compactMap { block -> Table? in
        if case .table(let table) = block, table.id == "teach-back-key" { table } else { nil }
      }.first)
    let weights = try #require(document.profile.preferences.weights)
    let top = weights.criteria.indices.sorted { weights.values[$0] > weights.values[$1] }
      .prefix(3).map { weights.criteria[$0] }
    let own = top.compactMap { id in pack.pack.teachBack.first { $0.criterion == id } }
    let first = try #require(pack.pack.teachBack.first)
    #expect(table.rows.map { $0[0] } == ([first] + own).map { wording.text($0.ask) })
    #expect(own.count == 3)
  }

  @Test("The key is absent from the handout", arguments: regions)
  func theKeyIsAbsentFromTheHandout(_ name: String) throws {
    let handout = try Samples.page(try Samples.generate(name), "handout.html").text
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    for prompt in pack.pack.teachBack {
      #expect(!handout.contains(wording.text(prompt.ask).plain))
      #expect(!handout.contains(wording.text(prompt.answer).plain))
    }
  }

  @Test(
    "The patient's facts stand before what fits, with a check against the wrong level",
    arguments: Samples.names)
  func factsComeFirst(_ name: String) throws {
    let document = try Samples.document(name)
    let page = try Samples.page(try Samples.generate(name), "clinician.html")
    let sections = page.descendants.filter { $0.name == "section" }.compactMap {
      $0.attribute("id")
    }
    let facts = try #require(sections.firstIndex(of: "facts"))
    for later in ["answers", "settle"] {
      if let place = sections.firstIndex(of: later) { #expect(facts < place) }
    }
    let text = try #require(page.section("facts")).text
    #expect(text.contains("Against the wrong level"))
    guard case .levels(let levels) = document.profile.facts["levels"] else {
      #expect(text.contains("the level is not given"))
      return
    }
    for level in levels { #expect(text.contains(level)) }
    #expect(!text.contains("the level is not given"))
  }
}
