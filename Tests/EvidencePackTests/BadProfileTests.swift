// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup
import Testing

struct BadProfileTests {
  private static let folder = "Tests/Fixtures/BadProfiles"

  /// Words that stand in every bad profile and must stand in no message.
  private static let planted = ["Zebulon", "Quagga", "Walrus", "PLANTED", "Planted", "555-0199"]

  /// The file, and the identifier and line of the refusal.
  static let refusals: [(file: String, identifier: String, line: Int)] = [
    ("age-120.xml", "xml.value", 4),
    ("age-half.xml", "xml.value", 4),
    ("all-zero.xml", "profile.weights", 46),
    ("asked-1999.xml", "xml.value", 46),
    ("asked-five-digit-year.xml", "xml.value", 46),
    ("asked-time-zone.xml", "xml.value", 46),
    ("asked-tomorrow.xml", "profile.asked", 46),
    ("best-is-worst.xml", "profile.weights", 48),
    ("best-to-worst-differs.xml", "profile.weights", 48),
    ("best-worst-above-nine.xml", "profile.weights", 49),
    ("best-worst-unnamed.xml", "profile.weightingAttribute", 46),
    ("bidi-override-name.xml", "profile.directionalControl", 4),
    ("branch-above-hundred.xml", "profile.weights", 47),
    ("branch-inside-110.xml", "profile.weights", 52),
    ("branch-missing.xml", "profile.weights", 46),
    ("branch-other.xml", "profile.weights", 61),
    ("branch-shares-outside.xml", "xml.elementUnexpected", 61),
    ("branch-sum-90.xml", "profile.weights", 46),
    ("branch-twice.xml", "profile.weights", 60),
    ("branch-unknown.xml", "profile.weights", 61),
    ("doctype-external.xml", "xml.doctype", 3),
    ("doctype-internal.xml", "xml.doctype", 3),
    ("doctype-parameter.xml", "xml.doctype", 3),
    ("duplicate-criterion.xml", "profile.weights", 51),
    ("empty-line-first.xml", "xml.declarationPlace", 2),
    ("fact-out-of-range.xml", "profile.factValue", 12),
    ("foreign-attribute.xml", "profile.weightingRule", 46),
    ("foreign-element.xml", "profile.weightingElement", 50),
    ("id-leading-dash.xml", "xml.value", 3),
    ("id-slash.xml", "xml.value", 3),
    ("id-too-long.xml", "xml.value", 3),
    ("id-traversal.xml", "xml.value", 3),
    ("interval-low-above-high.xml", "profile.weights", 48),
    ("interval-without-hundred.xml", "profile.weights", 46),
    ("language-unknown.xml", "profile.language", 6),
    ("limit-without-bound.xml", "profile.limit", 57),
    ("missing-criterion.xml", "profile.weights", 46),
    ("negative-weight.xml", "xml.value", 50),
    ("no-namespace.xml", "xml.namespace", 3),
    ("not-asked-with-weighting.xml", "profile.weightingNotStated", 45),
    ("number-leading-zeros.xml", "profile.factValue", 11),
    ("number-minus-zero.xml", "profile.factValue", 11),
    ("number-two-decimals.xml", "profile.factValue", 43),
    ("number-with-decimals.xml", "profile.factValue", 42),
    ("own-panel-without-criteria.xml", "profile.ownList", 45),
    ("pairwise-inconsistent.xml", "profile.weights", 50),
    ("pairwise-missing.xml", "profile.weights", 50),
    ("pairwise-nan.xml", "xml.value", 50),
    ("pairwise-not-reciprocal.xml", "profile.weights", 53),
    ("pairwise-twice.xml", "profile.weights", 53),
    ("pairwise-with-itself.xml", "profile.weights", 53),
    ("pairwise-without-range.xml", "profile.weights", 46),
    ("pairwise-wrong-range.xml", "profile.weights", 48),
    ("pairwise-zero.xml", "profile.weights", 50),
    ("phone-letters-after.xml", "xml.value", 5),
    ("phone-words.xml", "xml.value", 5),
    ("points-sum-99.xml", "profile.weights", 46),
    ("price-low-above-high.xml", "profile.priceRange", 8),
    ("price-outside-anchors.xml", "profile.priceOutsideAnchors", 8),
    ("sets-picked-too-often.xml", "profile.weights", 47),
    ("sets-picks-differ.xml", "profile.weights", 46),
    ("sets-shown-zero.xml", "profile.weights", 48),
    ("stated-without-weighting.xml", "profile.noWeighting", 45),
    ("stylesheet-pi.xml", "xml.schemaLocation", 5),
    ("trade-contradicts.xml", "profile.weights", 52),
    ("trade-missing.xml", "profile.weights", 49),
    ("trade-outside-range.xml", "profile.weights", 51),
    ("trade-wrong-way.xml", "profile.weights", 51),
    ("unknown-choice.xml", "profile.factValue", 9),
    ("unknown-fact.xml", "profile.unknownFact", 44),
    ("unknown-panel.xml", "profile.panel", 45),
    ("unknown-region.xml", "profile.region", 7),
    ("weights-comma.xml", "xml.value", 50),
    ("weights-german.xml", "xml.value", 50),
    ("weights-hex.xml", "xml.value", 50),
    ("weights-infinite.xml", "xml.value", 50),
    ("weights-nan.xml", "xml.value", 50),
    ("weights-overflow.xml", "xml.value", 50),
    ("wrong-anchors.xml", "profile.weights", 49),
    ("xml-lang.xml", "xml.attributeUnknown", 3),
    ("xinclude.xml", "xml.elementUnexpected", 59),
  ]

  /// The files that are accepted with a warning: its identifier and line.
  static let warned: [(file: String, identifier: String, line: Int)] = [
    ("warn-contradiction.xml", "profile.contradiction", 26),
    ("warn-contradicts.xml", "profile.comparisonsContradict", 46),
    ("warn-few-sets.xml", "profile.fewShowings", 46),
    ("warn-limit-without-weight.xml", "profile.limitWithoutWeight", 51),
    ("warn-ranks-as-ratings.xml", "profile.looksLikeRanks", 46),
  ]

  static let accepted = [
    "asked-today.xml", "blank-words.xml", "crlf-bom.xml", "hostile-name.xml", "plain.xml",
  ]

  private static func problems(_ path: String) throws -> [Diagnostic] {
    let bytes = try TestPack.bytes(path)
    let pipeline = try TestPack.pipeline()
    do throws(PipelineFailure) {
      return try pipeline.read(bytes, file: "profile.xml").warnings
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: refusals)
  func isRefusedAtItsLine(file: String, identifier: String, line: Int) throws {
    let found = try Self.problems("\(Self.folder)/\(file)")
    #expect(found.map(\.identifier) == [identifier], "\(found)")
    #expect(found.map(\.location) == [SourceLocation(file: "profile.xml", line: line)])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test("A profile that is odd but valid is accepted with a warning", arguments: warned)
  func isAcceptedWithAWarning(file: String, identifier: String, line: Int) throws {
    let found = try Self.problems("\(Self.folder)/\(file)")
    #expect(found.map(\.identifier) == [identifier], "\(found)")
    #expect(found.map(\.location) == [SourceLocation(file: "profile.xml", line: line)])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: refusals.map(\.file) + warned.map(\.file))
  func isRefusedWithoutQuotingThePerson(file: String) throws {
    let message = "\(try Self.problems("\(Self.folder)/\(file)"))"
    #expect(!message.isEmpty)
    for word in Self.planted { #expect(!message.contains(word)) }
  }

  @Test(arguments: accepted)
  func isAcceptedWhereTheFileIsGood(file: String) throws {
    #expect(try Self.problems("\(Self.folder)/\(file)") == [])
  }

  @Test func knowsEveryFileOfTheFolder() {
    let known = Self.refusals.map(\.file) + Self.warned.map(\.file) + Self.accepted
    #expect(known.sorted() == TestPack.files(in: Self.folder))
  }

  @Test("Words that cannot be seen are not given")
  func leavesOutBlankWords() throws {
    let profile = try TestPack.pipeline().read(
      TestPack.bytes("\(Self.folder)/blank-words.xml"), file: "p"
    ).profile
    #expect(profile.person.displayName == nil)
    let clinic = profile.clinic
    #expect(clinic.name == nil && clinic.clinician == nil && clinic.phone == nil)
    #expect(profile.questions == ["PLANTED?"])
  }

  static let causes: [(file: String, words: String)] = [
    ("age-120.xml", "whole years, from 1 to 119"), ("age-half.xml", "whole years"),
    ("empty-line-first.xml", "not even an empty line"),
    ("no-namespace.xml", "xmlns=\"urn:spine-decision-aid:preference-profile:1\""),
    ("xml-lang.xml", "xml:lang"), ("phone-words.xml", "+ - ( ) /"),
    ("number-with-decimals.xml", "a whole number from 0 to 20"),
    ("number-two-decimals.xml", "at most one decimal"),
  ]

  @Test("A refusal names the cause and the repair", arguments: causes)
  func namesTheCause(file: String, words: String) throws {
    let found = try Self.problems("\(Self.folder)/\(file)")
    #expect(found.count == 1 && found[0].description.contains(words), "\(found)")
  }

  @Test func readsLineEndsAndAMarkAsTheSameProfile() throws {
    let pipeline = try TestPack.pipeline()
    let plain = try pipeline.read(TestPack.bytes("\(Self.folder)/plain.xml"), file: "p")
    let other = try pipeline.read(TestPack.bytes("\(Self.folder)/crlf-bom.xml"), file: "p")
    #expect(plain.profile == other.profile)
    #expect(plain.tree == other.tree)
  }
}
