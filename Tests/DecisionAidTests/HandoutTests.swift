// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel
import MarkupTree
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

  static let subjects = [
    Subject(
      name: "what the fracture is and its causes", section: "fracture",
      words: ["vertebral compression fracture", "osteoporosis", "injury", "Cancer"]),
    Subject(
      name: "each option step by step", section: "options",
      words: ["X-ray", "needle", "balloon", "cement", "PMMA", "nurse"]),
    Subject(
      name: "who may benefit and who should not have it", section: "suits-you",
      words: ["Vertebroplasty", "Balloon kyphoplasty", "Care without a procedure"]),
    Subject(
      name: "work-up before deciding", section: "suits-you",
      words: ["Examination", "MRI", "CT", "Bone scan"]),
    Subject(
      name: "benefits with numbers and a pretend procedure", section: "outcomes",
      words: ["pretend procedure", "We are"]),
    Subject(
      name: "recovery and after-care", section: "after-care",
      words: [
        "Same day", "One to two days", "First week", "After that", "Cold packs", "calcium",
        "vitamin D", "Brace", "Physiotherapy", "Check-ups",
      ]),
    Subject(
      name: "the comparison side by side", section: "side-by-side",
      words: [
        "Cement", "Height restored", "Procedure time", "Days of rest", "Extra cost", "Cement leak",
        "May suit",
      ]),
    Subject(
      name: "risks and how they are lowered", section: "outcomes",
      words: ["Serious problems", "How risks are lowered"]),
    Subject(
      name: "costs, what changes them, insurance", section: "cost",
      words: ["on top of care", "the scans", "how many bones", "awake or asleep", "insure"]),
    Subject(
      name: "tips as questions", section: "questions", words: ["Mark the ones", "bone"]),
    Subject(
      name: "common questions", section: "common-questions",
      words: [
        "How long", "more than one broken bone", "Does it last", "How soon can I walk",
        "done again",
      ]),
    Subject(
      name: "a summary that leaves the choice to the reader", section: "summary",
      words: ["The choice is yours"]),
    Subject(
      name: "how the options fit this person", section: "what-matters",
      words: ["out of 100", "What would change it"]),
    Subject(
      name: "when to call at once", section: "call-at-once", words: ["numb", "fever"]),
    Subject(
      name: "about the document", section: "about",
      words: ["Made on", "Who paid for it", "not stated", "To be checked again by"]),
  ]

  @Test("Every subject stands in its section", arguments: subjects)
  func everySubjectStandsInItsSection(_ subject: Subject) throws {
    let page = try Samples.page(try Samples.generate("01-swing-us"), "handout.html")
    let text = try #require(page.section(subject.section)).text
    for words in subject.words { #expect(text.contains(words), "\(words)") }
  }

  @Test("The facts stand before the fit in every handout", arguments: Samples.names)
  func theFactsStandBeforeTheFit(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let ids = page.descendants.filter { $0.name == "section" }.compactMap { $0.attribute("id") }
    let fit = try #require(ids.firstIndex(of: "what-matters"))
    for fact in ["side-by-side", "outcomes", "without-procedure", "suits-you", "cost"] {
      #expect(try #require(ids.firstIndex(of: fact)) < fit)
    }
  }

  @Test("No handout advises, frightens or counts in other ways", arguments: Samples.names)
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

  @Test("Every number outside names and sources says where it comes from", arguments: Samples.names)
  func everyNumberSaysWhereItComesFrom(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let pack = try #require(Samples.pack)
    let levels = pack.pack.criteria.flatMap { criterion in
      pack.pack.options.map { "\(criterion.id).\($0.id)" }
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

  @Test("Marks in a picture are as many as the number beside it", arguments: Samples.names)
  func marksAreAsManyAsTheNumber(_ name: String) throws {
    let page = try Samples.page(try Samples.generate(name), "handout.html")
    let figures = page.descendants.filter { $0.name == "figure" }
    #expect(figures.count == 4)
    for figure in figures {
      let paths = figure.descendants.filter { $0.name == "path" }
      func count(_ kind: String) -> Int {
        paths.filter { $0.attribute("class") == kind }
          .compactMap { $0.attribute("d")?.count { $0 == "M" } }.reduce(0, +)
      }
      let numbers = figure.descendants.filter { $0.attribute("data-from") != nil }.map(\.text)
      #expect(
        Array(numbers.prefix(4)) == ["\(count("filled"))", "100", "\(count("empty"))", "100"])
    }
  }
}
