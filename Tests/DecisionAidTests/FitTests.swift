// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack
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

  @Test("The short list answers which procedure, not whether to have one")
  func theShortListAnswersWhichProcedure() throws {
    #expect(
      try answer("08-core-swing-us", 0).outcome == .notCompared(.listLacks(["pain-relief"])))
    #expect(try answer("08-core-swing-us", 1).comparison != nil)
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
    #expect(table.contains("Vertebroplasty") && table.contains("Balloon kyphoplasty"))
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
    #expect(text.contains("Not known yet. Please ask:"))
    #expect(text.contains("Does my pain come from the broken bone?"))
  }

  @Test("An option past a limit of the person is left out of the weighing")
  func anOptionPastALimitIsLeftOut() throws {
    let document = try Samples.document("29-limits-eu")
    #expect(
      document.analysis.brokenLimits.map { "\($0.alternative) \($0.limit.criterion)" } == [
        "vertebroplasty cement-leak", "kyphoplasty cost", "care pain-relief",
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
      let verdict = comparison.verdict
      let blocks = try #require(matters).blocks
      let title = try #require(blocks.firstIndex(of: .heading(wording.text(question.title))))
      guard case .paragraph(let told, .key) = blocks[title + 1] else {
        Issue.record("The verdict stands after its question.")
        continue
      }
      let text = told.plain
      #expect(verdict.share >= 0 && verdict.share <= 1 && verdict.margin >= 0)
      switch verdict.level {
      case .betterOnEverything: #expect(text.contains("at least as good"))
      case .fitsClearlyBetter:
        #expect(text.contains("clearly better"))
        #expect(verdict.margin >= 5 && verdict.share >= 0.805)
      case .fitsSomewhatBetter:
        #expect(text.contains("somewhat better"))
        #expect(verdict.margin >= 2 && verdict.share >= 0.605)
        #expect(!verdict.reasons.isEmpty)
      case .closeCall:
        #expect(!text.contains("better") && !verdict.reasons.isEmpty)
      }
    }
  }

  @Test("Points of contributions add up to the points of the totals", arguments: Samples.names)
  func pointsAddUp(_ name: String) throws {
    for answer in try Samples.document(name).analysis.answers {
      guard let overall = answer.comparison?.overall else { continue }
      for (points, total) in zip(overall.contributionPoints, overall.totalPoints) {
        #expect(points.reduce(0, +) == total)
      }
    }
  }

  @Test("What no study measured is printed as not known, without a picture")
  func whatNoStudyMeasuredIsNotKnown() throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    let table = try #require(page.section("side-by-side"))
    let row = try #require(
      table.descendants.first { $0.name == "tr" && $0.text.hasPrefix("The bone sinks further") })
    #expect(row.elements[2].text.hasPrefix("not known"))
  }
}
