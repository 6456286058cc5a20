// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Foundation
import Markup
import Testing

struct FairStructureTests {
  struct Mutation: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let identifier: String
    /// Text that ends on the line that the refusal names.
    let mark: String

    init(_ old: String, _ new: String, _ identifier: String, _ mark: String) {
      (self.old, self.new, self.identifier, self.mark) = (old, new, identifier, mark)
    }

    var testDescription: String { "\(identifier): \(new.prefix(70))" }
  }

  @Test("A pack whose questions are put fairly is accepted")
  func accepted() throws {
    let (pack, problems) = try FairPack.read(FairPack.text())
    #expect(problems == [])
    #expect(pack.readings.count == 2 && pack.otherMeasures.count == 1 && pack.feelings.count == 2)
    #expect(pack.criteria.map(\.aim).allSatisfy { $0 != nil })
    #expect(pack.limits.ownShare == 0.5)
  }

  static let mutations: [Mutation] = [
    // What holds by definition would win without evidence.
    Mutation(
      "criteria=\"pain-relief recovery height-restoration serious-harm cost\" needs",
      "criteria=\"pain-relief recovery height-restoration serious-harm cost cement-leak\" needs",
      "question.byDefinition",
      "reason=\"reason.no-cement\""),
    Mutation(
      "aim=\"days\"", "aim=\"pain\"", "question.sameAim", "inline=\"criterion.recovery.inline\""),
    Mutation(
      "id=\"recovery\" aim=\"days\"", "id=\"recovery\"", "question.aim",
      "inline=\"criterion.recovery.inline\""),
    Mutation(
      "<uniform low=\"0\" high=\"14\"/>", "<exact value=\"7\"/>", "question.declaredExactly",
      "reason=\"reason.serious-harm.care\""),
    Mutation(
      "basis=\"reference\" sources=\"\">\n        <exact value=\"0\"/>",
      "basis=\"reference\" sources=\"\">\n        <exact value=\"0.1\"/>", "question.reference",
      "reason=\"reason.reference\""),
    Mutation(
      "worst=\"40\" best=\"0\" decimals", "worst=\"20\" best=\"0\" decimals",
      "question.rangeOutside", "id=\"serious-harm\""),
    Mutation(
      "worst=\"90\" best=\"60\"", "worst=\"100\" best=\"0\"", "question.rangeFill",
      "id=\"cement-leak\""),
    Mutation(
      "worst=\"800000\" best=\"0\"", "worst=\"2000000\" best=\"0\"", "question.rangeFill",
      "id=\"cost\""),
    Mutation(
      "        standsIn=\"vertebroplasty\" tieOn", "        tieOn", "question.standsIn",
      "<question id=\"procedure-or-none\""),
    Mutation(
      "standsIn=\"vertebroplasty\"", "standsIn=\"care\"", "question.standsIn",
      "<question id=\"procedure-or-none\""),
    Mutation(
      "tieOn=\"pain-relief\"", "tieOn=\"cement-leak\"", "question.tieOn",
      "<question id=\"procedure-or-none\""),
    Mutation(
      "<under reading=\"open\" certainty=\"low\" reason=\"reason.recovery.care.open\"",
      "<under reading=\"blinded\" certainty=\"low\" reason=\"reason.recovery.care.open\"",
      "evidence.readings", "<performance alternative=\"care\">"),
    Mutation(
      "certainty=\"veryLow\" reason=\"reason.recovery.vertebroplasty\"",
      "reason=\"reason.recovery.vertebroplasty\"", "evidence.readings",
      "reason=\"reason.recovery.vertebroplasty\""),
    // The difference between the procedures may not depend on the reading.
    Mutation(
      "kyphoplasty\" relativeTo=\"vertebroplasty\" operation=\"sum\" certainty=\"low\"\n          reason=\"reason.pain-relief.kyphoplasty\"",
      "kyphoplasty\" certainty=\"low\"\n          reason=\"reason.pain-relief.kyphoplasty\"",
      "question.reading", "id=\"pain-relief\""),
  ]

  @Test("A question that is put unfairly is refused with its place", arguments: mutations)
  func refused(mutation: Mutation) throws {
    let text = try FairPack.text()
    try #require(text.ranges(of: mutation.old).count == 1, "not there exactly once")
    let changed = text.replacing(mutation.old, with: mutation.new)
    let problems = try FairPack.read(changed).problems.filter {
      $0.identifier == mutation.identifier
    }
    let problem = try #require(problems.first)
    #expect(problem.severity == .error)
    let range = try #require(changed.firstRange(of: mutation.mark))
    let line = 1 + changed[..<range.lowerBound].count { $0 == "\n" }
    // The line of an element is that of the end of its start tag.
    #expect(problem.location.line >= line && problem.location.line <= line + 5, "\(problem)")
    #expect(!problem.advice.isEmpty)
  }
}
