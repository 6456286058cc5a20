// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

/// The handout holds every subject in its place, facts before fit, and nothing that advises.
@Suite struct HandoutTests {
  /// A subject of the documents' contents, the section that holds it, and words that show it.
  struct Subject: Sendable, CustomTestStringConvertible {
    let name: String
    let section: String
    let words: [String]
    var testDescription: String { name }
  }

  /// The numbers are those of the subjects in `content.md`.
  static let subjects = [
    Subject(
      name: "1: what the fracture is and its causes", section: "fracture",
      words: ["vertebral compression fracture", "osteoporosis", "injury", "cancer"]),
    Subject(
      name: "2: each option step by step", section: "options",
      words: [
        "Before", "MRI", "fluoroscopy", "needle", "balloon", "cement", "PMMA", "nurse",
        "blood pressure",
      ]),
    Subject(
      name: "3: who may benefit and who should not have it", section: "suits-you",
      words: ["Vertebroplasty", "Balloon kyphoplasty", "Care without a procedure"]),
    Subject(
      name: "4: work-up before deciding", section: "suits-you",
      words: ["press on your back", "MRI", "CT", "bone scan"]),
    Subject(
      name: "5: benefits with numbers, certainty and a pretend procedure", section: "outcomes",
      words: ["pretend procedure", "sure", "64 of 100", "36 did not"]),
    Subject(
      name: "6: recovery and after-care", section: "after-care",
      words: [
        "Same day", "One to two days", "First week", "After that", "Cold packs", "Pain medicine",
        "calcium", "vitamin D", "Brace", "Physiotherapy", "Check-ups",
      ]),
    Subject(
      name: "7: the comparison side by side", section: "side-by-side",
      words: [
        "Cement", "Less pain", "A straighter back", "A shorter procedure", "Days you do not lose",
        "Less to pay", "Fewer cement leaks", "No serious harm",
        "May suit",
      ]),
    Subject(
      name: "8: common and serious risks, and how they are lowered", section: "outcomes",
      words: [
        "A new broken spine bone", "Serious problems", "lung", "infection", "Death",
        "How risks are lowered",
      ]),
    Subject(
      name: "9: costs, what changes them, insurance", section: "cost",
      words: ["hospital or clinic", "the scans", "number of bones", "numbed", "insurer"]),
    Subject(
      name: "10: tips as questions", section: "questions",
      words: ["How do we know that this broken bone is what hurts?", "My own questions"]),
    Subject(
      name: "11: common questions", section: "common-questions",
      words: [
        "How long", "more than one bone", "Does it last", "How soon can I walk", "done again",
      ]),
    Subject(
      name: "12: a summary that leaves the choice to the reader", section: "summary",
      words: ["The choice is yours"]),
    Subject(
      name: "13: how the options fit this person", section: "what-matters",
      words: ["of 100", "What would change it", "mirror"]),
    Subject(name: "when to call at once", section: "call-at-once", words: ["numb", "fever"]),
    Subject(
      name: "what usually happens without a procedure", section: "without-procedure",
      words: ["2 to 3 weeks", "53 of 100", "47 did not", "40 of 100"]),
    Subject(
      name: "where experts disagree", section: "experts",
      words: ["do not agree", "(2013)", "Cochrane review (2018)", "Paid for by a device maker"]),
    Subject(
      name: "readiness, next steps and undecided as a full outcome", section: "next-steps",
      words: ["not decided yet", "decide with me", "full answer"]),
    Subject(name: "a worksheet", section: "worksheet", words: ["hope", "fear", "lean", "Tick"]),
    Subject(name: "a part for family", section: "family", words: ["You can help", "take notes"]),
    Subject(
      name: "about the document", section: "about",
      words: ["Made on", "Who paid for it", "To be checked again by", "not yet asked"]),
    Subject(name: "sources", section: "sources", words: ["1", "Cochrane 2018", "KAST 2014"]),
  ]

  @Test("Every subject stands in its section", arguments: subjects)
  func everySubjectStandsInItsSection(_ subject: Subject) throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    let text = try #require(page.section(subject.section)).text
    for words in subject.words { #expect(text.contains(words), "\(words)") }
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
