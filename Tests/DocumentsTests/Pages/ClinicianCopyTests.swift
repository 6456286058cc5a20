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

  /// The subjects of the printed pages.
  static let subjects: [PageSubject] = [
    PageSubject(
      name: "identity", section: "identity",
      texts: ["phrase.pseudonym", "phrase.age-and-sex", "phrase.setting-row"],
      words: ["01-swing-us", "Wilma Fernleaf"]),
    PageSubject(
      name: "versions", section: "identity",
      texts: [
        "phrase.date-made", "phrase.document-number", "phrase.made-by", "phrase.pack-label",
        "phrase.program-version", "phrase.review-by",
      ]),
    PageSubject(
      name: "both questions", section: "answers",
      texts: ["question.procedure-or-none", "question.which-procedure"]),
    PageSubject(
      name: "class and shares", section: "answers",
      texts: ["phrase.verdict-depends", "phrase.reading-in-brief", "phrase.class-clearly"]),
    PageSubject(
      name: "both readings", section: "answers",
      texts: ["reading.blinded.name", "reading.open.name"]),
    PageSubject(
      name: "scores and contributions", section: "answers",
      texts: ["phrase.scores-caption", "phrase.row-ahead"]),
    PageSubject(
      name: "flips", section: "answers", texts: ["phrase.column-turns", "phrase.column-without"],
      words: ["≤ "]),
    PageSubject(
      name: "lowest certainty", section: "answers",
      texts: ["phrase.column-lowest", "phrase.grade-very-low", "phrase.grade-moderate"]),
    PageSubject(
      name: "eligibility", section: "settle",
      texts: ["phrase.rule-summary-caption", "phrase.all-rules"]),
    PageSubject(
      name: "flags", section: "settle", texts: ["phrase.flags-caption", "flag.fracture-age.brief"]),
    PageSubject(
      name: "the patient's words", section: "settle", texts: ["phrase.patient-asks"],
      words: ["lift my grandson"]),
    PageSubject(
      name: "evidence", section: "levels",
      texts: [
        "phrase.evidence-in-brief-caption", "criterion.cement-leak.name", "phrase.grade-moderate",
      ]),
    PageSubject(name: "sham trials", section: "levels", texts: ["clinician.levels.sham"]),
    PageSubject(name: "tornado", section: "checks", texts: ["phrase.widest"]),
    PageSubject(name: "chosen numbers", section: "checks", texts: ["phrase.chosen"]),
    PageSubject(name: "list guard", section: "checks", texts: ["phrase.left-out-turns"]),
    PageSubject(
      name: "consistency", section: "checks",
      texts: ["phrase.consistency-method", "phrase.pattern-ordinary"]),
    PageSubject(
      name: "read-back", section: "checks",
      texts: ["phrase.consistency-read-back", "phrase.read-back"]),
    PageSubject(name: "model warnings", section: "checks", texts: ["phrase.warnings-in-brief"]),
    PageSubject(
      name: "teach-back", section: "talk", texts: ["teach.options.ask", "teach.options.answer"]),
    PageSubject(
      name: "key", section: "talk",
      texts: ["phrase.teach-back-caption", "phrase.column-explained", "phrase.explained-boxes"]),
    PageSubject(
      name: "record", section: "record",
      texts: [
        "clinician.record.options", "clinician.record.choice", "clinician.record.ready",
        "clinician.record.who", "clinician.record.again", "clinician.record.review",
      ]),
  ]

  @Test("The printed pages hold each subject", arguments: subjects)
  func holdsTheSubject(subject: PageSubject) throws {
    try subject.expect(in: try Self.page("01-swing-us"))
  }

  /// The text that tells a reason on the printed pages.
  private static func text(of reason: StrengthReason) -> String {
    switch reason {
    case .aboutTheSame: "phrase.class-same"
    case .cannotBeToldApart: "phrase.class-apart"
    case .leadersDiffer: "phrase.because-leaders-differ"
    case .hangsOn: "phrase.because-hangs-on"
    case .hangsOnUnfelt: "phrase.because-unfelt"
    case .belowWorthwhile: "phrase.because-small"
    case .restsOnDeclared(let cell):
      cell == nil ? "phrase.because-chosen-together" : "phrase.because-chosen"
    case .nearFlip: "phrase.because-near-flip"
    case .otherMeasure: "phrase.because-other-measure"
    case .alikeOutcomesUnsure: "phrase.because-alike"
    case .pastLimit: "phrase.because-past-limit"
    case .limitNotKnown: "phrase.because-limit-not-known"
    case .ratherNot: "phrase.because-rather-not"
    case .carriedAnswers: "phrase.because-carried"
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
          #expect(try panel.text.says(Self.text(of: reason)), "\(name): \(reason)")
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
    #expect(text.contains(try Said.text("phrase.and-more", ["n": "\(open - 10)"])))
    // Open facts of red flags come before all others.
    #expect(try text.says("fact.nerve-signs.name") && text.says("fact.infection.name"))
    let long = try Self.printed("35-long-name-long-words-eu")
    #expect(try long.says("phrase.cut-short"))
  }

  @Test(
    "What is to be decided with clinicians, and which numbers wait for them, stands in the copy")
  func saysWhatIsDebatable() throws {
    let section = try #require(try Self.page("01-swing-us").section("evidence")).text
    for id in [
      "phrase.review-heading", "clinician.debatable.chosen", "clinician.debatable.subgroups",
    ] {
      #expect(try section.says(id), "\(id)")
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
    #expect(try text.says("phrase.level-check") || text.says("phrase.level-missing"))
    guard case .levels(let levels) = document.profile.facts["levels"] else {
      #expect(try text.says("phrase.level-missing"))
      return
    }
    for level in levels { #expect(text.contains(level)) }
    #expect(try !text.says("phrase.level-missing"))
  }
}
