// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import DecisionAid
import Documents
import EvidencePack
import Foundation
import Markup
import Synchronization
import Testing

/// The sample profiles and what the program makes of them.
enum Samples {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let hashing = Hashing { Array(SHA256.hash(data: $0)) }
  static let pack: PreparedPack? = try? PreparedPack(PreparedPack.embedded, hashing: hashing)

  /// The names of all sample profiles.
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Profiles").path)) ?? [])
    .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()

  /// The samples to which a rule applies that cannot wait: they have the urgent sheet.
  static let urgent = [
    "10-young-injury-us", "13-stop-nerve-signs-us", "14-stop-infection-eu", "20-stop-unstable-eu",
    "45-many-cautions-us",
  ]

  /// The samples that have the handout with the comparison, and not one of other evidence.
  static let withHandout = names.filter {
    !urgent.contains($0) && !["12-cancer-us", "55-under-age-us", "61-myeloma-us"].contains($0)
  }

  /// A day that a test names; far in the past when the test names none.
  static func day(_ text: String) -> CalendarDay {
    CalendarDay(text) ?? CalendarDay(daysSince1970: -1_000_000)
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: "Profiles/\(name).xml")))
  }

  static func pipeline() throws -> Pipeline {
    try Pipeline(
      pack: try #require(pack), settings: Settings(date: day("2026-11-22"), orderSeed: 0),
      hashing: hashing)
  }

  /// What was made before, by name: the same profile gives the same documents, and many tests look
  /// at each.
  private static let made = Mutex<[String: Generation]>([:])

  static func generate(_ name: String) throws -> Generation {
    if let kept = made.withLock({ $0[name] }) { return kept }
    var pipeline = try pipeline()
    let generation = try pipeline.generate(try bytes(name), file: "\(name).xml")
    made.withLock { $0[name] = generation }
    return generation
  }

  static func document(_ name: String) throws -> DecisionDocument {
    var pipeline = try pipeline()
    let given = try pipeline.read(try bytes(name), file: "\(name).xml")
    return try pipeline.document(of: given)
  }

  /// A document like another one, made from another pack, profile or analysis.
  static func document(
    like sample: DecisionDocument, profile: PreferenceProfile? = nil,
    analysis: PersonAnalysis? = nil, pack: EvidencePack
  ) throws -> DecisionDocument {
    let profile = profile ?? sample.profile
    let wording = try #require(Samples.pack?.wording(sample.identity.language))
    var prepared = PreparedDecisions(pack: pack)
    let made =
      try analysis
      ?? PersonAnalysis(
        pack: pack, profile: profile, prepared: prepared.decision(profile.setting))
    var composer = Composer(pack: pack, wording: wording)
    return composer.document(
      for: profile, given: sample.given, analysis: made, identity: sample.identity)
  }

  /// The name of an option inside a sentence.
  static func inline(_ option: String) -> String? {
    guard let pack, let text = pack.pack.option(option)?.inline else { return nil }
    return pack.wording("en")?.text(text).plain
  }

  /// The tree of a page.
  static func page(_ generation: Generation, _ name: String) throws -> MarkupElement {
    let file = try #require(generation.files.first { $0.name == name })
    return try XMLReader().read(
      Array(file.bytes.dropFirst(HTMLBytes.documentType.count)), file: name, limit: 1 << 24,
      schema: nil
    ).root
  }
}

extension MarkupElement {
  /// The element itself and all elements inside, in document order.
  var descendants: [MarkupElement] { [self] + elements.flatMap(\.descendants) }

  /// The section of a page with an id.
  func section(_ id: String) -> MarkupElement? {
    descendants.first { $0.name == "section" && $0.attribute("id") == id }
  }
}
