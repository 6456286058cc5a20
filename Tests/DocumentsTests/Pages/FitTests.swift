// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack
import SampleSupport
import Testing

/// What is said of the fit follows from what was asked, and from nothing else.
@Suite struct FitTests {
  private func answer(_ name: String, _ question: Int) throws -> QuestionAnswer {
    try Samples.document(name).analysis.answers[question]
  }

  @Test(
    "Nothing is compared without weights of the person's own",
    arguments: [
      ("23-not-asked-us", QuestionAnswer.Reason.notAsked),
      ("22-bare-minimum-eu", .notAsked), ("24-no-clear-preference-in", .noClearPreference),
      ("26-equal-weights-eu", .equalWeights), ("12-cancer-us", .otherEvidence),
    ])
  func nothingIsComparedWithoutWeights(_ name: String, _ reason: QuestionAnswer.Reason) throws {
    for question in 0...1 {
      #expect(try answer(name, question).outcome == .notCompared(reason))
    }
  }

  @Test("A panel answers the question that it was made for, and not the other")
  func aPanelAnswersItsQuestion() throws {
    #expect(
      try answer("08-b-swing-us", 0).outcome
        == .notCompared(.listLacks(["pain-relief", "serious-harm"])))
    #expect(try answer("08-b-swing-us", 1).comparison != nil)
    #expect(try answer("60-chronic-oedema-panel-a-eu", 0).comparison != nil)
    #expect(
      try answer("60-chronic-oedema-panel-a-eu", 1).outcome
        == .notCompared(.listLacks(["procedure-time", "cement-leak"])))
  }

  @Test("Whoever makes a list leaves out what counts for nothing")
  func anOwnListIsAnswered() throws {
    let found = try #require(try answer("09-own-list-eu", 1).comparison)
    #expect(found.readings[0].analysis.comparison.criteria == ["recovery"])
    #expect(try answer("25-one-criterion-us", 1).outcome == .notCompared(.noWeight))
  }

  @Test("What the person does not want at all is left out at the person's wish")
  func whatIsNotWantedIsLeftOut() throws {
    let document = try Samples.document("62-never-cement-in")
    #expect(document.analysis.declined == ["vertebroplasty", "kyphoplasty"])
    #expect(try answer("62-never-cement-in", 0).outcome == .notCompared(.tooFewAlternatives))
    let page = try Samples.page(try Samples.generate("62-never-cement-in"), "handout.html")
    let text = try #require(page.section("what-matters")).text
    #expect(try text.says("phrase.status-declined"))
    // The person can change their mind: the ways stay on the page, with their boxes.
    #expect(try #require(page.section("next-steps")).text.contains("vertebroplasty"))
  }

  @Test("A feeling moves no number and stands beside the points")
  func aFeelingMovesNoNumber() throws {
    let with = try answer("56-chair-us", 0)
    let text = String(decoding: try Samples.bytes("56-chair-us"), as: UTF8.self)
    let without = text.split(separator: "\n").filter { !$0.contains("<feeling ") }
      .joined(separator: "\n")
    var pipeline = try Samples.pipeline()
    let given = try pipeline.read(Array(without.utf8), file: "p.xml")
    #expect(try pipeline.document(of: given).analysis.answers[0] == with)
    let page = try Samples.page(try Samples.generate("56-chair-us"), "handout.html")
    #expect(
      try #require(page.section("what-matters")).text.says("feeling.care.told"))
  }

  @Test(
    "A procedure that a rule rules out is not weighed and stays visible with its reason",
    arguments: [
      "15-stop-pain-elsewhere-eu", "16-stop-no-symptoms-us", "17-stop-pregnancy-eu",
      "18-stop-bleeding-in", "19-stop-cement-allergy-us",
    ])
  func aRuledOutProcedureStaysVisible(_ name: String) throws {
    let document = try Samples.document(name)
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let text = try #require(page.section("suits-you")).text
    for option in ["vertebroplasty", "kyphoplasty"] {
      #expect(!document.analysis.takesPart(option))
      let finding = try #require(document.analysis.finding(option))
      let against = finding.applying.first {
        $0.effect == .contraindicated || $0.effect == .notIndicated
      }
      let pack = try #require(Samples.pack)
      let rule = try #require(pack.pack.eligibility.rules.first { $0.id == against?.rule })
      let reason = try #require(pack.wording("en")).text(rule.reason).plain
      #expect(text.contains(reason))
    }
    #expect(document.analysis.answers.allSatisfy { $0.comparison == nil })
    let table = try #require(page.section("side-by-side")).text
    for option in ["vertebroplasty", "kyphoplasty"] {
      #expect(try table.says("option.\(option).name"))
    }
  }

  @Test("With every fact unknown no procedure is said to suit, and questions are asked")
  func withEveryFactUnknown() throws {
    let document = try Samples.document("21-all-facts-unknown-us")
    for option in ["vertebroplasty", "kyphoplasty"] {
      #expect(document.analysis.finding(option)?.status == .open)
    }
    #expect(document.analysis.openFacts.count >= 10)
    let page = try Samples.page(
      try Samples.generate("21-all-facts-unknown-us"), "handout.html")
    let text = try #require(page.section("suits-you")).text
    #expect(try text.says("phrase.open-heading"))
    #expect(try text.says("fact.pain-at-fracture.ask"))
  }

  @Test("An option past a limit of the person is left out of the weighing")
  func anOptionPastALimitIsLeftOut() throws {
    let document = try Samples.document("29-limits-eu")
    #expect(
      document.analysis.brokenLimits.map { "\($0.alternative) \($0.limit.criterion)" } == [
        "vertebroplasty cement-leak", "vertebroplasty serious-harm", "kyphoplasty serious-harm",
        "care pain-relief",
      ])
  }

  @Test("A close call names no option as the better one", arguments: Samples.withHandout)
  func aCloseCallNamesNoOption(_ name: String) throws {
    let document = try Samples.document(name)
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    let matters = document.handout.sections.first { $0.id == "what-matters" }
    for (question, answer) in zip(pack.pack.questions, document.analysis.answers) {
      guard let comparison = answer.comparison else { continue }
      let blocks = try #require(matters).blocks
      let title = try #require(blocks.firstIndex(of: .heading(wording.text(question.title))))
      guard case .paragraph(let told, .key) = blocks[title + 1] else {
        Issue.record("The verdict stands after its question.")
        continue
      }
      let text = told.plain
      let evidence = comparison.readings.map(\.analysis.evidence)
      #expect(evidence.allSatisfy { $0.share >= 0 && $0.share <= 1 })
      switch comparison.verdict.level {
      case .fitsClearlyBetter:
        #expect(try text.says("phrase.verdict-clearly") && comparison.named != nil)
        #expect(evidence.allSatisfy { $0.margin.magnitude >= 5 && $0.share >= 0.955 })
      case .fitsSomewhatBetter:
        #expect(try text.says("phrase.verdict-somewhat") && comparison.named != nil)
        #expect(evidence.allSatisfy { $0.margin.magnitude >= 2 && $0.share >= 0.805 })
      case .closeCall, .dependsOnReading:
        #expect(comparison.named == nil)
        for id in ["phrase.verdict-clearly", "phrase.verdict-somewhat"] {
          #expect(try !text.says(id))
        }
        let verdicts = comparison.readings.map(\.analysis.verdict)
        #expect(verdicts.contains { $0.strength == .none && $0.reasons.count == 1 })
      }
    }
  }

  @Test("What each point adds adds up to the lead that is printed", arguments: Samples.withHandout)
  func pointsAddUp(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let caption = try #require(try Said.parts("phrase.parts-caption").first)
    let tables = page.section("what-matters")?.descendants.filter {
      $0.name == "table" && $0.text.hasPrefix(caption)
    }
    var rest = try #require(tables)[...]
    for answer in try Samples.document(name).analysis.answers {
      guard let comparison = answer.comparison else { continue }
      let next = rest.popFirst()
      let table = try #require(next)
      let rows = table.descendants.filter { $0.name == "tr" }.dropFirst()
      for column in comparison.readings.indices {
        let isWhether =
          Samples.pack?.pack.questions.first { $0.id == answer.question }?.kind
          == .procedureOrNone
        let side =
          isWhether
          ? try Said.text("phrase.a-procedure") : try #require(Samples.inline(comparison.first))
        let first = try Said.text("phrase.part-for", ["points": "", "side": side])
        let points = try rows.map { row -> Int in
          let text = row.elements[column + 1].text
          let number = try #require(Int(text.prefix { $0.isNumber }))
          return text.hasSuffix(first) || number == 0 ? number : -number
        }
        #expect(points.dropLast().reduce(0, +) == points.last, "\(answer.question)")
        let margin = comparison.readings[column].analysis.comparison.margin
        #expect(points.last == Int(margin.rounded()))
      }
    }
  }

  @Test("What no study measured is printed as not known, without a picture")
  func whatNoStudyMeasuredIsNotKnown() throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    let table = try #require(page.section("side-by-side"))
    let name = try Said.text("criterion.further-collapse.name")
    let row = try #require(
      table.descendants.first { $0.name == "tr" && $0.text.hasPrefix(name) })
    #expect(row.elements[2].text.hasPrefix(try Said.text("phrase.not-known")))
  }
}
