// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import EvidencePack
import Markup
import SampleSupport
import Testing

/// What a pack says of versions that are not to be used any more.
struct WithdrawalTests {
  /// The embedded pack with other withdrawals.
  private func source(_ list: String) throws -> PackSource {
    let text = try TestPack.text("evidence.xml")
    let changed = text.replacing(/<withdrawals>.*<\/withdrawals>/.dotMatchesNewlines()) { _ in
      "<withdrawals>\(list)</withdrawals>"
    }
    try #require(changed != text)
    return TestPack.source("evidence.xml", text: changed)
  }

  private func withdrawal(_ versions: String, _ more: String = "") -> String {
    "<withdrawal versions=\"\(versions)\" on=\"2026-11-30\" \(more)"
      + " reason=\"withdrawal.list.reason\" tell=\"withdrawal.list.tell\"/>"
  }

  @Test func theEmbeddedPackWithdrawsItsFirstVersionAndNotItself() throws {
    let pack = try TestPack.pack()
    #expect(pack.ownWithdrawal == nil)
    let outcomes = try #require(pack.withdrawals.first).outcomes
    #expect(!outcomes.isEmpty)
    for outcome in outcomes {
      // Both versions asked about the same list.
      for version in ["1.0.0", "1.1.0"] {
        #expect(
          pack.withdrawal(of: pack.identity.id, version: version, outcomes: [outcome]) != nil)
      }
    }
    #expect(pack.withdrawal(of: "other", version: "1.0.0", outcomes: outcomes) == nil)
    #expect(pack.withdrawal(of: pack.identity.id, version: "1.0.0", outcomes: ["x"]) == nil)
    #expect(pack.withdrawal(of: pack.identity.id, version: "9.9.9", outcomes: outcomes) == nil)
  }

  @Test func aPackThatNamesItsOwnVersionIsReadAndNotUsed() throws {
    let version = try TestPack.pack().identity.version
    let pack = try PreparedPack(
      source(withdrawal("0.0.1 \(version)")), hashing: TestPack.hashing)
    #expect(pack.pack.ownWithdrawal?.versions == ["0.0.1", version])
    let day = try #require(CalendarDay("2026-11-22"))
    #expect {
      _ = try Pipeline(pack: pack, settings: Settings(date: day), hashing: TestPack.hashing)
    } throws: { error in
      guard case PipelineFailure.withdrawn(let found) = error else { return false }
      return found.map(\.identifier) == ["pack.withdrawn"]
    }
  }

  @Test func severalCanSpeakOfOneVersionWithDifferentAnswers() throws {
    let list = withdrawal("0.0.1", "outcomes=\"a b\"") + withdrawal("0.0.1 0.0.2", "outcomes=\"c\"")
    #expect(TestPack.problems(of: try source(list)).isEmpty)
  }

  static let faults: [(list: [(versions: String, more: String)], identifier: String)] = [
    ([("0.0.1", ""), ("0.0.1", "")], "evidence.withdrawals"),
    ([("0.0.1", ""), ("0.0.2 0.0.1", "outcomes=\"a\"")], "evidence.withdrawals"),
    ([("0.0.1", "outcomes=\"a b\""), ("0.0.1", "outcomes=\"b\"")], "evidence.withdrawals"),
    ([("0.0.1 0.0.1", "")], "evidence.withdrawals"), ([("", "")], "xml.value"),
    ([("1.0", "")], "xml.value"), ([("0.0.1", "on=\"2026-02-30\"")], ""),
    ([("0.0.1", "outcomes=\"1\"")], "xml.value"),
    ([("0.0.1", "why=\"x\"")], "xml.attributeUnknown"),
  ]

  @Test(arguments: faults.indices)
  func isRefusedWhereItContradictsItself(index: Int) throws {
    let fault = Self.faults[index]
    let source = try source(fault.list.map { withdrawal($0.versions, $0.more) }.joined())
    let found = TestPack.problems(of: source)
    #expect(!found.isEmpty)
    #expect(
      fault.identifier.isEmpty || found.contains { $0.identifier == fault.identifier }, "\(found)")
    #expect(found.allSatisfy { $0.location.file == "evidence.xml" && $0.location.line > 0 })
  }

  /// What people are told, and what is wrong with it.
  static let told: [(text: String, identifier: String)] = [
    (
      "The methodological inadequacies of our evaluation necessitated a retrospective reassessment "
        + "of preference heterogeneity.", "withdrawal.readingLevel"
    ),
    ("The old handout was wrong for one in ten people.", "withdrawal.words"),
    ("It is unlikely that this touches you.", "withdrawal.words"),
    ("The handout of 2025 was wrong.", "text.digits"),
  ]

  @Test(arguments: told.indices)
  func isRefusedWhereWhatPeopleAreToldIsHardToRead(index: Int) throws {
    let (told, identifier) = Self.told[index]
    let text = try TestPack.text("text.en.xml")
    let changed = text.replacing(/(<text id="withdrawal.list.tell">)[^<]+/) { "\($0.1)\(told)" }
    let found = TestPack.problems(of: TestPack.source("text.en.xml", text: changed))
    #expect(found.map(\.identifier) == [identifier])
    #expect(found.allSatisfy { $0.location.file == "text.en.xml" && $0.location.line > 0 })
  }

  @Test(arguments: ["reason", "tell"])
  func isRefusedWithoutItsTexts(name: String) throws {
    let text = try TestPack.text("text.en.xml")
    let changed = text.replacing(
      "id=\"withdrawal.list.\(name)\"", with: "id=\"withdrawal.list.other\"")
    let found = TestPack.problems(of: TestPack.source("text.en.xml", text: changed))
    #expect(Set(found.map(\.identifier)) == ["text.missing", "text.unused"])
  }
}
