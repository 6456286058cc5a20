// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Foundation
import SampleSupport
import Testing

/// What is not known, and what is written oddly, never turns quietly into a result.
@Suite struct UnknownTests {
  /// A sample profile with one text replaced by another.
  private func profile(_ name: String, _ old: String, _ new: String) throws -> [UInt8] {
    let text = String(decoding: try Samples.bytes(name), as: UTF8.self)
    try #require(text.contains(old))
    return Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
  }

  private func text(_ bytes: [UInt8], _ section: String) throws -> String {
    var pipeline = try Samples.pipeline()
    let page = try Samples.page(
      try pipeline.generate(bytes, file: "profile.xml"), "handout.html")
    return try #require(page.section(section)).text
  }

  @Test("An unknown cause is asked for, and the fit says that it counts on it")
  func anUnknownCauseIsAskedFor() throws {
    let bytes = try profile(
      "37-pain-relief-first-us", "<fact id=\"cause\" value=\"osteoporosis\"/>", "")
    #expect(try text(bytes, "suits-you").says("fact.cause.ask"))
    #expect(
      try text(bytes, "what-matters").says("condition.cancer.proviso"))
  }

  @Test("Without word of an MRI scan the handout says that one comes first, and asks")
  func withoutWordOfAnMRIScan() throws {
    let bytes = try profile("01-swing-us", "<fact id=\"mri-done\" value=\"yes\"/>", "")
    let text = try text(bytes, "suits-you")
    #expect(try text.says("rule.mri-first.reason"))
    #expect(try text.says("fact.mri-done.ask"))
  }

  @Test(
    "A number, a word or an answer that is out of form is refused, never replaced",
    arguments: [
      ("02-rating-eu", "payer=\"public\"", "payer=\" public \""),
      ("02-rating-eu", "age=\"79\"", "age=\" 79\""),
      ("02-rating-eu", "status=\"stated\"", "status=\"stated \""),
      ("02-rating-eu", " points=\"", " points=\" "), ("02-rating-eu", " points=\"", " points=\"9"),
    ])
  func anOddFormIsRefused(_ name: String, _ old: String, _ new: String) throws {
    let bytes = try profile(name, old, new)
    let pipeline = try Samples.pipeline()
    #expect(throws: PipelineFailure.self) { try pipeline.read(bytes, file: "profile.xml") }
  }

  @Test(
    "A limit is held against the printed level, and by its whole range where that was chosen",
    arguments: [
      ("serious-harm\" atMost=\"15", []),
      ("serious-harm\" atMost=\"14", ["kyphoplasty"]),
      ("recovery\" atMost=\"0.9", ["vertebroplasty", "kyphoplasty"]),
      ("recovery\" atMost=\"1", []), ("pain-relief\" atLeast=\"0.8", ["care"]),
      ("cement-leak\" atMost=\"73", ["vertebroplasty"]),
      ("further-collapse\" atMost=\"12", ["care"]),
    ])
  func aLimitIsHeldAgainstThePrintedLevel(_ limit: String, _ broken: [String]) throws {
    let bytes = try profile(
      "01-swing-us", "</weighting>", "</weighting><limit criterion=\"\(limit)\"/>")
    var pipeline = try Samples.pipeline()
    let given = try pipeline.read(bytes, file: "profile.xml")
    let analysis = try pipeline.document(of: given).analysis
    #expect(analysis.brokenLimits.map(\.alternative) == broken)
  }
}
