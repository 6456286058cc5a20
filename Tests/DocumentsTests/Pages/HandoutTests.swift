// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

/// The handout holds every subject in its place, facts before fit, and nothing that advises.
@Suite struct HandoutTests {
  /// The numbers are those of EvidencePack.docc/Handout.md, "Subjects of the documents".
  static let subjects: [PageSubject] = [
    PageSubject(
      name: "1: what the fracture is and its causes", section: "fracture",
      texts: ["handout.fracture.what", "handout.fracture.causes"]),
    PageSubject(
      name: "2: each option step by step", section: "options",
      texts: [
        "option.aspect.preparation", "option.both.preparation", "option.vertebroplasty.guidance",
        "option.vertebroplasty.steps", "option.kyphoplasty.steps", "option.vertebroplasty.finish",
      ]),
    PageSubject(
      name: "3: who may benefit and who should not have it", section: "suits-you",
      texts: ["option.vertebroplasty.name", "option.kyphoplasty.name", "option.care.name"]),
    PageSubject(
      name: "4: work-up before deciding", section: "suits-you", texts: ["handout.suits-you.work-up"]
    ),
    PageSubject(
      name: "5: benefits with numbers, certainty and a pretend procedure", section: "outcomes",
      texts: ["group.sham-trials", "criterion.further-collapse.sure"],
      words: ["64 of 100", "36 did not"]),
    PageSubject(
      name: "6: recovery and after-care", section: "after-care",
      texts: [
        "option.aspect.same-day", "option.aspect.two-days", "option.aspect.first-week",
        "option.aspect.later", "handout.after-care.all.cold", "handout.after-care.all.medicine",
        "handout.after-care.all.food", "handout.after-care.all.brace",
        "handout.after-care.all.physiotherapy", "handout.after-care.all.check",
      ]),
    PageSubject(
      name: "7: the comparison side by side", section: "side-by-side",
      texts: [
        "phrase.row-cement", "criterion.pain-relief.name", "criterion.height-restoration.name",
        "criterion.procedure-time.name", "criterion.recovery.name", "criterion.cost.name",
        "criterion.cement-leak.name", "criterion.serious-harm.name", "phrase.row-suits",
      ]),
    PageSubject(
      name: "8: common and serious risks, and how they are lowered", section: "outcomes",
      texts: [
        "outcome.new-fracture-care-trial.name", "handout.outcomes.rare.heading",
        "outcome.lung-oxygen.name", "outcome.infection.name", "outcome.death-thirty-days.name",
        "handout.outcomes.lower",
      ]),
    PageSubject(
      name: "9: costs, what changes them, insurance", section: "cost", texts: ["handout.cost.price"]
    ),
    PageSubject(
      name: "10: tips as questions", section: "questions",
      texts: ["ask.sure", "handout.questions.own"]),
    PageSubject(
      name: "11: common questions", section: "common-questions",
      texts: [
        "handout.common-questions.long.question", "handout.common-questions.several.question",
        "handout.common-questions.permanent.question", "handout.common-questions.walk.question",
        "handout.common-questions.repeat.question",
      ]),
    PageSubject(
      name: "12: a summary that leaves the choice to the reader", section: "summary",
      texts: ["phrase.choice-reminder"]),
    PageSubject(
      name: "13: how the options fit this person", section: "what-matters",
      texts: ["phrase.what-would-change", "handout.what-matters.lead"], words: ["of 100"]),
    PageSubject(
      name: "when to call at once", section: "call-at-once",
      texts: ["handout.call-at-once.sign.groin", "handout.call-at-once.sign.infection"]),
    PageSubject(
      name: "what usually happens without a procedure", section: "without-procedure",
      words: ["2 to 3 weeks", "53 of 100", "47 did not", "40 of 100"]),
    PageSubject(
      name: "where experts disagree", section: "experts", texts: ["handout.experts.disagree"],
      words: ["(2013)", "Cochrane review (2018)", "Paid for by a device maker"]),
    PageSubject(
      name: "readiness, next steps and undecided as a full outcome", section: "next-steps",
      texts: [
        "handout.next-steps.after.undecided", "handout.next-steps.after.together",
        "handout.next-steps.fine",
      ]),
    PageSubject(
      name: "a worksheet", section: "worksheet",
      texts: ["handout.worksheet.hope", "handout.worksheet.why", "handout.next-steps.lead"]),
    PageSubject(
      name: "a part for family", section: "family",
      texts: ["handout.family.lead", "handout.family.help.visit"]),
    PageSubject(
      name: "about the document", section: "about",
      texts: ["phrase.date-made", "phrase.funding", "phrase.review-by", "handout.about.honest"]),
    PageSubject(name: "sources", section: "sources", words: ["1", "Cochrane 2018", "KAST 2014"]),
  ]

  @Test("Every subject stands in its section", arguments: subjects)
  func everySubjectStandsInItsSection(_ subject: PageSubject) throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    try subject.expect(in: page)
  }

  @Test("The facts stand before the fit in every handout", arguments: Samples.withHandout)
  func theFactsStandBeforeTheFit(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let ids = page.descendants.filter { $0.name == "section" }.compactMap { $0.attribute("id") }
    let fit = try #require(ids.firstIndex(of: "what-matters"))
    for fact in ["side-by-side", "outcomes", "without-procedure", "suits-you", "cost"] {
      #expect(try #require(ids.firstIndex(of: fact)) < fit)
    }
  }

  @Test("No handout advises, frightens or counts in other ways", arguments: Samples.withHandout)
  func noHandoutAdvises(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let own = Set(page.descendants.filter { $0.name == "bdi" }.map(\.text))
    var text = page.descendants.first { $0.name == "main" }?.text.lowercased() ?? ""
    for words in own { text = text.replacing(words.lowercased(), with: "") }
    for forbidden in [
      "you should", "we recommend", "we advise", "your risk", "certified", "validated",
      "clinically tested",
    ] {
      #expect(!text.contains(forbidden), "\(forbidden)")
    }
    #expect(!text.contains(/\b(1|one) in (\d|two|three|four|five|six|ten|a )/))
  }

  @Test(
    "Every number outside names and sources says where it comes from",
    arguments: Samples.withHandout)
  func everyNumberSaysWhereItComesFrom(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let pack = try #require(Samples.pack)
    let levels = pack.pack.shownCriteria.flatMap { criterion in
      pack.pack.options.flatMap { option in
        ["\(criterion.id).\(option.id)"]
          + pack.pack.readings.map { "\(criterion.id).\(option.id).\($0.id)" }
      }
    }
    let known = Set(
      pack.pack.figures.map(\.id) + levels + pack.pack.criteria.map { "\($0.id).range" })
    for section in page.descendants where section.name == "section" {
      // Names of guidelines and studies hold years and volumes.
      if ["experts", "sources"].contains(section.attribute("id") ?? "") { continue }
      for element in section.descendants {
        if let source = element.attribute("data-from") {
          let isOwn = ["profile.", "analysis.", "document.", "source."].contains {
            source.hasPrefix($0)
          }
          #expect(isOwn || known.contains(source), "\(source)")
        } else if element.name != "bdi" {
          for case .text(let text) in element.children {
            let rest = text.replacing(/VERTOS [245]|[TL]\d{1,2}/, with: "")
            #expect(!rest.contains { $0.isNumber }, "\(text)")
          }
        }
      }
    }
  }

  @Test(
    "A page holds no script, and a policy that allows its own style alone",
    arguments: [
      "handout.html", "clinician.html",
    ])
  func aPageHoldsNoScript(_ file: String) throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), file)
    let names = Set(page.descendants.map(\.name))
    #expect(names.isDisjoint(with: ["script", "img", "iframe", "object", "form", "link", "a"]))
    let attributes = Set(page.descendants.flatMap { $0.attributes.map(\.name) })
    #expect(!attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "href" })
    let policy = page.descendants.first { $0.attribute("http-equiv") == "Content-Security-Policy" }
    let content = try #require(policy?.attribute("content"))
    #expect(content.hasPrefix("default-src 'none'; style-src 'sha256-"))
    let styles = page.descendants.filter { $0.name == "style" }.map(\.text)
    #expect(styles.count == 2)
    for style in styles {
      let digest = Samples.hashing.base64(Array(style.utf8))
      #expect(content.contains("'sha256-\(digest)'"))
    }
  }

  @Test("Marks in a picture are as many as the number beside it", arguments: Samples.withHandout)
  func marksAreAsManyAsTheNumber(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let pictures = page.descendants.filter { element in
      element.elements.contains { $0.attribute("class") == "icons" }
    }
    // Two of the course, two of sinking, three of leaks and two for each trial of new fractures.
    #expect(pictures.count >= 11)
    for picture in pictures {
      let paths = picture.elements.flatMap(\.descendants).filter { $0.name == "path" }
      func count(_ kind: String) -> Int {
        paths.filter { $0.attribute("class") == kind }
          .compactMap { $0.attribute("d")?.count { $0 == "M" } }.reduce(0, +)
      }
      let numbers = picture.descendants.filter { $0.attribute("data-from") != nil }
      let source = try #require(numbers.first?.attribute("data-from"))
      let own = numbers.filter { $0.attribute("data-from") == source }.map(\.text)
      #expect(count("filled") + count("empty") == 100)
      #expect(own.first == "\(count("filled"))" && numbers.dropFirst().first?.text == "100")
      #expect(count("filled") == 0 || own.dropFirst(2).first == "\(count("empty"))")
    }
  }
}
