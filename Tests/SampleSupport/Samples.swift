// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Markup
import Synchronization
import TestSupport
import Testing

/// The sample profiles and what the program makes of them.
package enum Samples {
  package static let hashing = TestPack.hashing
  package static let pack: PreparedPack? = TestPack.embedded

  /// The names of all sample profiles.
  package static let names = Project.ids

  /// The samples to which a rule applies that cannot wait: they have the urgent sheet.
  package static let urgent = Project.urgentIDs

  /// The samples that have the handout with the comparison, and not one of other evidence.
  package static let withHandout = Project.comparedIDs

  /// A day that a test names; far in the past when the test names none.
  package static func day(_ text: String) -> CalendarDay {
    CalendarDay(text) ?? CalendarDay(daysSince1970: -1_000_000)
  }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try Project.bytes("Profiles/\(name).xml")
  }

  /// A pipeline of its own.
  package static func pipeline() throws -> Pipeline {
    try Pipeline(
      pack: try #require(pack), settings: Settings(date: day(Project.day), orderSeed: 0),
      hashing: hashing)
  }

  /// What was made before, by name, and the pipeline that made it: the same profile gives the same
  /// documents, many tests look at each, and the decision of a region is prepared once.
  private struct Made {
    var pipeline: Pipeline?
    var generations: [String: Generation] = [:]
    var documents: [String: DecisionDocument] = [:]

    mutating func with<Value>(_ body: (inout Pipeline) throws -> Value) throws -> Value {
      var pipeline = try pipeline ?? Samples.pipeline()
      defer { self.pipeline = pipeline }
      return try body(&pipeline)
    }
  }

  private static let made = Mutex(Made())

  /// The files of a sample profile.
  package static func generate(_ name: String) throws -> Generation {
    try made.withLock { made in
      if let kept = made.generations[name] { return kept }
      let generation = try made.with {
        try $0.generate(try bytes(name), file: "\(name).xml")
      }
      made.generations[name] = generation
      return generation
    }
  }

  /// The document of a sample profile, before it is written to files.
  package static func document(_ name: String) throws -> DecisionDocument {
    try made.withLock { made in
      if let kept = made.documents[name] { return kept }
      let document = try made.with { pipeline in
        try pipeline.document(of: try pipeline.read(try bytes(name), file: "\(name).xml"))
      }
      made.documents[name] = document
      return document
    }
  }

  /// A document like another one, made from another pack, profile or analysis.
  package static func document(
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
  package static func inline(_ option: String) -> String? {
    guard let pack, let text = pack.pack.option(option)?.inline else { return nil }
    return pack.wording("en")?.text(text).plain
  }

  /// The bytes of the record of a sample profile.
  package static func record(_ name: String) throws -> [UInt8] {
    try #require(generate(name).files.first { $0.name == "record.xml" }).bytes
  }

  /// The tree of a record.
  package static func tree(_ record: [UInt8]) throws -> MarkupElement {
    try XMLReader().read(record, file: "record.xml", limit: 1 << 24, schema: nil).root
  }

  /// The tree of a page.
  package static func page(_ generation: Generation, _ name: String) throws -> MarkupElement {
    let file = try #require(generation.files.first { $0.name == name })
    return try XMLReader().read(
      Array(file.bytes.dropFirst(HTMLBytes.documentType.count)), file: name, limit: 1 << 24,
      schema: nil
    ).root
  }
}

extension MarkupElement {
  /// The element itself and all elements inside, in document order.
  package var descendants: [MarkupElement] { [self] + elements.flatMap(\.descendants) }

  /// The section of a page with an id.
  package func section(_ id: String) -> MarkupElement? {
    descendants.first { $0.name == "section" && $0.attribute("id") == id }
  }
}
