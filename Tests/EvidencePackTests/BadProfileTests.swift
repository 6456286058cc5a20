// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup
import SampleSupport
import TestSupport
import Testing

struct BadProfileTests {
  /// Words that stand in every bad profile and must stand in no message.
  private static let planted = ["Zebulon", "Quagga", "Walrus", "PLANTED", "Planted", "555-0199"]

  private static func problems(_ text: String) throws -> [Diagnostic] {
    let pipeline = try TestPack.pipeline()
    do throws(PipelineFailure) {
      return try pipeline.read(Array(text.utf8), file: "profile.xml").warnings
    } catch {
      return error.diagnostics
    }
  }

  @Test(
    "A profile with one mistake is refused or warned of at its line, and a good one is not",
    arguments: ProfileMutation.all)
  func isToldAtItsLine(mutation: ProfileMutation) throws {
    let found = try Self.problems(mutation.text())
    guard let identifier = mutation.expected.identifier else {
      #expect(found == [])
      return
    }
    #expect(found.map(\.identifier) == [identifier], "\(found)")
    let place = SourceLocation(file: "profile.xml", line: try mutation.line())
    #expect(found.map(\.location) == [place])
    let isRefused = mutation.expected == .refused(identifier)
    #expect(found.map(\.severity) == [isRefused ? .error : .warning])
    for word in Self.planted { #expect(!"\(found)".contains(word), "\(word)") }
  }

  @Test(
    "Every way of asking that mistakes are made in is accepted without one",
    arguments: AskedWay.allCases)
  func isAcceptedWithoutAMistake(way: AskedWay) throws {
    #expect(try Self.problems(GoodProfile.text(id: "good", asked: way)) == [])
  }

  @Test func everyMistakeHasANameOfItsOwn() {
    let names = ProfileMutation.all.map(\.name)
    #expect(Set(names).count == names.count && !names.contains("plain"))
  }

  @Test("Words that cannot be seen are not given")
  func leavesOutBlankWords() throws {
    let profile = try TestPack.pipeline().read(
      Array(ProfileMutation.named("blank-words").text().utf8), file: "p"
    ).profile
    #expect(profile.person.displayName == nil)
    let clinic = profile.clinic
    #expect(clinic.name == nil && clinic.clinician == nil && clinic.phone == nil)
    #expect(profile.questions == ["PLANTED?"])
  }

  static let causes: [(name: String, words: String)] = [
    ("age-120", "whole years, from 1 to 119"), ("age-half", "whole years"),
    ("empty-line-first", "not even an empty line"),
    ("no-namespace", "xmlns=\"urn:spine-decision-aid:preference-profile:1\""),
    ("xml-lang", "xml:lang"), ("phone-words", "+ - ( ) /"),
    ("number-with-decimals", "a whole number from 0 to 20"),
    ("number-two-decimals", "at most one decimal"),
  ]

  @Test("A refusal names the cause and the repair", arguments: causes)
  func namesTheCause(name: String, words: String) throws {
    let found = try Self.problems(ProfileMutation.named(name).text())
    #expect(found.count == 1 && found[0].description.contains(words), "\(found)")
  }

  @Test func readsLineEndsAndAMarkAsTheSameProfile() throws {
    let pipeline = try TestPack.pipeline()
    let plain = try pipeline.read(Array(GoodProfile.text().utf8), file: "p")
    let other = try pipeline.read(GoodProfile.bytesWithMarkAndReturns(), file: "p")
    #expect(plain.profile == other.profile)
    #expect(plain.tree == other.tree)
  }
}
