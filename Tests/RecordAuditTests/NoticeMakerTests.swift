// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Markup
import RecordAudit
import SampleSupport
import Testing

/// The letter to a person whose handout comes from withdrawn evidence.
struct RecallNoticeTests {
  /// A letter as text.
  private func letter(
    _ beside: RecallNotice.Beside, to addressee: Addressee = Addressee()
  ) throws -> String {
    let pack = try #require(Samples.pack)
    var maker = try NoticeMaker(pack: pack, hashing: Samples.hashing)
    let withdrawal = try #require(pack.pack.withdrawals.first)
    let bytes = try maker.bytes(
      of: .init(
        document: "0123-4567-89ab-cdef", made: Samples.day("2026-11-22"),
        written: Samples.day("2026-11-30"), withdrawal: withdrawal, addressee: addressee,
        beside: beside))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func addressee(_ profile: String) throws -> Addressee {
    let pack = try #require(Samples.pack)
    return try NoticeMaker(pack: pack, hashing: Samples.hashing)
      .addressee(profile: Array(profile.utf8))
  }

  @Test(
    "Says what was wrong, what it means and what to do", arguments: RecallNotice.Beside.allCases)
  func says(beside: RecallNotice.Beside) throws {
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wordings.first)
    let told = try #require(pack.pack.withdrawals.first).tell
    let page = try letter(beside)
    for words in [
      wording.text(told).plain, "0123-4567-89ab-cdef", "22 November 2026",
      "30 November 2026",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(try page.says("phrase.notice-had"))
    #expect(try page.says("phrase.notice-new-handout") == (beside == .newHandout))
    #expect(try page.says("phrase.notice-urgent") == (beside == .urgentSheet))
    #expect(try page.says("phrase.notice-ask-anew") == (beside == .nothing))
    for words in ["should", "validated", "certified", "version"] {
      #expect(!page.lowercased().contains(words), "\(words)")
    }
  }

  @Test("Names whom to call where the profile does, and else the clinic")
  func names() throws {
    let known = try addressee(
      """
      <preferenceProfile id="a"><person displayName="Ada &lt;Example>"/>
      <clinic name="Clinic" phone="555 0100"/><document edition="largePrint" paper="Letter"/>
      </preferenceProfile>
      """)
    let page = try letter(.nothing, to: known)
    #expect(page.contains("For <bdi dir=\"auto\">Ada &lt;Example&gt;</bdi>"))
    #expect(try page.says("phrase.notice-call"))
    #expect(page.contains("555 0100"))
    #expect(page.contains("class=\"notice largePrint Letter\""))
    let unknown = try letter(.nothing)
    #expect(try unknown.says("phrase.notice-ask"))
    #expect(unknown.contains("class=\"notice standard A4\""))
  }

  @Test(
    "Takes from a profile that is no longer accepted what is usable, and leaves the rest out",
    arguments: [
      "<preferenceProfile id=\"a\"><clinic phone=\"call me\"/><document language=\"xx\" edition=\"huge\"/></preferenceProfile>",
      "<preferenceProfile id=\"a\"><person displayName=\" \"/></preferenceProfile>", "<other/>",
      "no XML", "",
    ])
  func takesWhatIsUsable(profile: String) throws {
    let found = try addressee(profile)
    #expect(found == Addressee())
    #expect(try letter(.nothing, to: found).says("phrase.notice-ask"))
  }
}
