// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import EvidencePack
import Markup
import SampleSupport
import TestSupport
import Testing

@testable import Documents

/// A language with six categories of plurals, digits of its own and words from right to left goes
/// through the whole pipeline.
struct PseudoLanguageTests {
  @Test("The catalogue of the pseudo-language is accepted")
  func isAccepted() throws {
    #expect(TestPack.problems(of: try PseudoPack.source()).isEmpty)
    #expect(PseudoPack.prepared?.wordings.count == 2)
  }

  @Test(
    "Each category of plurals has words of its own",
    arguments: zip(
      [0, 1, 2, 7, 11, 100], ["zero", "one", "two", "few", "many", nil] as [String?]))
  func plurals(_ number: Int, _ category: String?) throws {
    let wording = try PseudoPack.wording()
    let text = try #require(wording.catalogue.texts["criterion.procedure-time.level"])
    #expect(text.variants.count == 5)
    let n = wording.number(number, from: .range(criterion: "procedure-time"))
    let written = wording.text("criterion.procedure-time.level", ["n": n]).plain
    #expect(n.plain == PseudoLanguage.digits("\(number)"))
    // The maker of the catalogue ends the words of a category with its name.
    let last = try #require(written.split(separator: " ").last)
    let names = ["zero", "one", "two", "few", "many"].map { PseudoLanguage.words($0) }
    #expect(
      names.firstIndex(of: String(last))
        == category.flatMap { name in
          ["zero", "one", "two", "few", "many"].firstIndex(of: name)
        })
  }

  @Test("A figure can choose the words, too")
  func countedFigure() throws {
    let source = try TestPack.text("text.en.xml").replacing(
      "one=\"{n} minute\">{n} minutes</text>",
      with: "one=\"{n} minute\" >{n} minutes</text>"
    ).replacing(
      "<text id=\"option.care.finish\">",
      with:
        "<text id=\"option.care.finish\" counts=\"=review-months\" one=\"Once in {=review-months}.\">"
    )
    let files = PreparedPack.embedded.files.map {
      $0.name == "text.en.xml" ? PackSource.File(name: $0.name, bytes: Array(source.utf8)) : $0
    }
    let pack = try PreparedPack(PackSource(files), hashing: TestPack.hashing)
    let wording = try #require(pack.wording("en"))
    // Three months are no one.
    #expect(wording.text("option.care.finish").plain.contains("3"))
    #expect(!wording.text("option.care.finish").plain.contains("Once in"))
  }

  @Test(
    "Documents of every kind are made, checked and proved in it",
    arguments: [
      "02-rating-eu", "12-cancer-us", "13-stop-nerve-signs-us", "23-not-asked-us",
      "35-long-name-long-words-eu", "48-pairwise-us", "55-under-age-us",
    ])
  func pipeline(_ name: String) throws {
    let profile = String(decoding: try Samples.bytes(name), as: UTF8.self)
    var pipeline = try Pipeline(
      pack: #require(PseudoPack.prepared), settings: Settings(date: Samples.day(Project.day)),
      hashing: TestPack.hashing)
    let made = try pipeline.generate(
      Array(PseudoPack.profile(profile).utf8), file: "\(name).xml")
    for file in made.files where file.name.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(page.contains("dir=\"rtl\"") && page.contains("lang=\"\(PseudoLanguage.code)\""))
      #expect(page.contains("[data-from]{unicode-bidi:isolate}"))
      #expect(page.contains("counter(page,arabic-indic)"))
      #expect(page.contains("ol{list-style-type:arabic-indic}"))
    }
    let record = try #require(made.files.first { $0.name == "record.xml" })
    #expect(String(decoding: record.bytes, as: UTF8.self).contains("wordsPerSentence="))
  }
}
