// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import SampleSupport
import Testing

@testable import DecisionAid

/// Weights of an unusual shape are said to be so, and none are made up.
struct PreferenceSanityTests {
  private static func clinician(_ bytes: [UInt8]) throws -> (
    text: String, document: DecisionDocument
  ) {
    var pipeline = try Samples.pipeline()
    let given = try pipeline.read(bytes, file: "p.xml")
    let page = try Samples.page(try pipeline.generate(bytes, file: "p.xml"), "clinician.html")
    return (page.text, try pipeline.document(of: given))
  }

  /// The points of an own list of three, and what the clinician's copy says of them.
  static let shapes: [(points: [Int], pattern: PreferencePattern, words: [String])] = [
    ([50, 50, 50], .allEqual, ["phrase.pattern-equal", "phrase.warning-all-equal"]),
    ([0, 80, 0], .singleCriterion, ["phrase.pattern-single"]),
    ([40, 80, 0], .someCountForNothing, []),
    ([1, 2, 3], .ordinary, ["phrase.pattern-ordinary", "phrase.warning-looks-like-ranks"]),
    ([20, 80, 45], .ordinary, ["phrase.pattern-ordinary"]),
  ]

  private static func rating(_ points: [Int]) throws -> [UInt8] {
    let answers = zip(
      [("pain-relief", "0", "3"), ("cost", "10000", "0"), ("serious-harm", "40", "0")], points
    ).map { range, points in
      "<rating criterion=\"\(range.0)\" worst=\"\(range.1)\" best=\"\(range.2)\" points=\"\(points)\"/>"
    }.joined()
    let text = String(decoding: try Samples.bytes("02-rating-eu"), as: UTF8.self)
    let start = try #require(text.firstRange(of: "<preferences"))
    let end = try #require(text.firstRange(of: "</preferences>"))
    let own =
      "<preferences status=\"stated\" panel=\"own\" criteria=\"pain-relief cost serious-harm\">"
      + "<weighting method=\"directRating\">\(answers)</weighting>"
    return Array((text[..<start.lowerBound] + own + text[end.lowerBound...]).utf8)
  }

  @Test("The clinician's copy says what shape the weights have, and what is odd", arguments: shapes)
  func saysTheShape(points: [Int], pattern: PreferencePattern, words: [String]) throws {
    let (text, document) = try Self.clinician(Self.rating(points))
    #expect(document.analysis.pattern == pattern)
    let prepared = try #require(Samples.pack)
    let wording = try #require(prepared.wording("en"))
    for id in words { #expect(text.contains(wording.text(id).plain), "\(id)") }
    if pattern == .someCountForNothing {
      #expect(text.contains("count for nothing: no serious harm"))
    }
    let odd = [
      "phrase.warning-all-equal", "phrase.warning-looks-like-ranks", "phrase.pattern-single",
    ]
    for id in odd where !words.contains(id) {
      #expect(!text.contains(wording.text(id).plain), "\(id)")
    }
  }

  @Test(
    "Who was not asked has no weights, in the analysis, the documents and the record",
    arguments: ["22-bare-minimum-eu", "23-not-asked-us", "24-no-clear-preference-in"])
  func makesNoWeightsUp(sample: String) throws {
    let document = try Samples.document(sample)
    #expect(document.profile.preferences.weights == nil && document.readBack == nil)
    #expect(document.analysis.uncertainty == nil && document.analysis.pattern == nil)
    #expect(document.analysis.answers.allSatisfy { $0.comparison == nil })
    let files = try Samples.generate(sample).files
    let record = String(decoding: try #require(files.last).bytes, as: UTF8.self)
    let asked = String(
      decoding: try #require(try Samples.generate("01-swing-us").files.last).bytes, as: UTF8.self)
    for element in ["<weight ", "<part contribution", "<swing alternative"] {
      #expect(!record.contains(element) && asked.contains(element), "\(element)")
    }
    for warning in document.analysis.findings.warnings {
      #expect(![.notElicited, .allEqual, .splitting].contains(warning.kind))
    }
  }

  @Test("Weights that nobody was asked for are labelled so, if a program ever gives them")
  func labelsWeightsThatWereNotAsked() throws {
    let sample = try Samples.document("23-not-asked-us")
    var profile = sample.profile
    profile.preferences.status = .stated
    profile.preferences.weights = try .equal(criteria: profile.preferences.criteria)
    let pack = try #require(Samples.pack)
    let document = try Samples.document(like: sample, profile: profile, pack: pack.pack)
    #expect(document.analysis.findings.warnings.first == .notElicited)
    let items = document.clinicianCopy.sections.flatMap(\.blocks).flatMap { block -> [String] in
      if case .list(_, let items) = block { items.map(\.plain) } else { [] }
    }
    #expect(try items.contains { try $0.says("phrase.warning-not-elicited") })
    #expect(document.analysis.answers.allSatisfy { $0.comparison == nil })
  }
}
