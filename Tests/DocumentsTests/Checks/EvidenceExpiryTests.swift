// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import Markup
import SampleSupport
import Testing

@testable import DecisionAid

/// Evidence past its day of review gives a notice, past its last day it is refused.
struct EvidenceExpiryTests {
  private static func generate(
    on date: String, because reason: String? = nil
  ) throws -> (handout: DocumentBody, clinician: DocumentBody, record: String, page: String) {
    var pipeline = try Pipeline(
      pack: try #require(Samples.pack),
      settings: Settings(date: Samples.day(date), orderSeed: 0, expiryReason: reason),
      hashing: Samples.hashing)
    let bytes = try Samples.bytes("01-swing-us")
    let given = try pipeline.read(bytes, file: "p.xml")
    let document = try pipeline.document(of: given)
    let files = try pipeline.generate(bytes, file: "p.xml").files
    return (
      document.handout, document.clinicianCopy,
      String(decoding: try #require(files.last).bytes, as: UTF8.self),
      String(decoding: try #require(files.first).bytes, as: UTF8.self)
    )
  }

  /// The warnings of the first section.
  private static func notices(_ body: DocumentBody) -> [String] {
    (body.sections.first?.blocks ?? []).compactMap { block in
      if case .paragraph(let text, .warning) = block { text.plain } else { nil }
    }
  }

  private static func refusal(on date: String, because reason: String? = nil) -> [Diagnostic] {
    do {
      _ = try generate(on: date, because: reason)
      return []
    } catch PipelineFailure.refused(let found) {
      return found
    } catch {
      return []
    }
  }

  @Test(
    "A notice stands first in both documents from the day after the day of review",
    arguments: [
      ("2027-11-21", false), ("2027-11-22", false), ("2027-11-23", true), ("2028-11-22", true),
    ])
  func notice(date: String, isDue: Bool) throws {
    let made = try Self.generate(on: date)
    for body in [made.handout, made.clinician] {
      #expect(Self.notices(body).count == (isDue ? 1 : 0), "\(date)")
    }
    #expect(!made.record.contains("<usedAfterExpiry"))
  }

  @Test("After the last day documents are refused, with the day and what to do")
  func expired() throws {
    #expect(Self.refusal(on: "2028-11-22").isEmpty)
    let found = Self.refusal(on: "2028-11-23")
    #expect(found.map(\.identifier) == ["evidence.expired"])
    #expect(found.allSatisfy { $0.problem.contains("2028-11-22") })
    #expect(found.allSatisfy { $0.advice.contains("--allow-expired") })
  }

  @Test("A reason is printed in both documents and recorded")
  func reason() throws {
    let reason = "The new <pack> is \"under review\" & late."
    let made = try Self.generate(on: "2028-11-23", because: reason)
    for body in [made.handout, made.clinician] {
      let notices = Self.notices(body)
      #expect(
        notices.count == 1 && notices[0].contains(reason) && notices[0].contains("22 November 2028")
      )
    }
    #expect(made.page.contains("<bdi dir=\"auto\">The new &lt;pack&gt;"))
    #expect(
      made.record.contains("<usedAfterExpiry>The new &lt;pack&gt; is \"under review\" &amp; late."))
  }

  @Test("A reason without need is refused", arguments: ["2026-11-22", "2027-11-23", "2028-11-22"])
  func reasonWithoutNeed(_ date: String) {
    #expect(
      Self.refusal(on: date, because: "We have no other.").map(\.identifier)
        == ["evidence.notExpired"])
  }

  @Test(
    "A reason has 5 to 300 characters and none that controls others",
    arguments: [
      ("", false), ("abcd", false), ("a b c d", false), ("abcde", true),
      (String(repeating: "x", count: 300), true), (String(repeating: "x", count: 301), false),
      ("line\nline", false), ("tab\there", false), ("back\u{202E}wards", false),
      ("zero\u{200B}width", false), ("nul\u{0}byte", false), ("überprüft am Montag", true),
    ])
  func form(text: String, isReason: Bool) {
    #expect(EvidenceExpiry.isReason(text) == isReason)
    let found = Self.refusal(on: "2028-11-23", because: text).map(\.identifier)
    #expect(found == (isReason ? [] : ["evidence.reason"]))
  }
}
