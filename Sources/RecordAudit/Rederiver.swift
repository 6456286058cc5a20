// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup

/// Makes the documents of a record again from the record alone, and compares.
///
/// The record names program, pack, date, edition, paper, order and reason, and holds the profile.
/// Nothing is guessed: with another program or pack than the record names nothing is made. Printed
/// pages (PDF) are not compared, since no record names them.
public struct Rederiver: Sendable {
  private let pack: PreparedPack
  private let hashing: Hashing

  /// A way to make documents again with a pack.
  public init(pack: PreparedPack, hashing: Hashing) {
    self.pack = pack
    self.hashing = hashing
  }

  /// Makes the documents of a record again.
  ///
  /// - Returns: whether they are the same, the first difference, or what is needed to make them.
  /// - Throws: `PipelineFailure.notReadable` when the file is no XML; `.refused` when it is no record,
  ///   or when no documents can be made from what it holds.
  public func rederive(
    _ bytes: [UInt8], file: String
  ) throws(PipelineFailure) -> Rederivation {
    let record = try AuditedRecord(bytes, file: file)
    if let requirement = record.requirement { return .needs(requirement) }
    let identity: DocumentIdentity
    do throws(RecordFault) {
      identity = try RecordReader(file: file).identity(of: record.root)
    } catch {
      throw .refused([error.diagnostic])
    }
    if let requirement = requirement(of: record, identity) { return .needs(requirement) }
    let profile = try profile(in: record)
    let canonicalProfile = CanonicalXML.bytes(of: profile)
    let profileDigest = hashing.hexadecimal(canonicalProfile)
    if profileDigest != identity.profileDigest {
      return .different(
        RecordDifference(
          RecordPlace.root + "/r:inputs/r:input[@kind='profile']/@sha256",
          recorded: identity.profileDigest, madeAgain: profileDigest,
          note: "The profile in the element given is not the one that the record names."))
    }
    let generation = try generate(canonicalProfile, identity, file: file)
    guard let again = generation.files.first(where: { $0.name == RecordXML.file.name }) else {
      throw .selfCheckFailed([])
    }
    let comparison = RecordComparison(
      recorded: record, madeAgain: try AuditedRecord(again.bytes, file: RecordXML.file.name))
    if let difference = try comparison.difference(bytes, again.bytes) {
      return .different(difference)
    }
    let canonical = try RecordComparison.canonicalForm(of: bytes, file: file)
    return .identical(
      RederivedDocuments(
        identity: identity,
        artefacts: generation.files.filter { $0.name != RecordXML.file.name }.map {
          FileStamp(
            name: $0.name, bytes: $0.bytes.count, digest: hashing.hexadecimal($0.bytes))
        }, recordDigest: hashing.hexadecimal(again.bytes),
        added: record.proofs.map(\.name), isReencoded: canonical != bytes))
  }

  /// Which program and pack the record names, where they are not those at hand.
  private func requirement(
    of record: AuditedRecord, _ identity: DocumentIdentity
  ) -> Requirement? {
    let program = record.root.first("program")?.attribute("name") ?? ""
    if program != ProgramVersion.name || identity.program != ProgramVersion.current {
      return .program(name: program, version: identity.program)
    }
    let own = pack.pack.identity
    if identity.pack != own.id || identity.packVersion != own.version
      || identity.packDigest != pack.digest
    {
      return .pack(
        id: identity.pack, version: identity.packVersion, digest: identity.packDigest)
    }
    return nil
  }

  private func profile(in record: AuditedRecord) throws(PipelineFailure) -> MarkupElement {
    if let profile = record.root.first("given")?.elements.first { return profile }
    throw .refused([
      Diagnostic(
        .error, "record.given", at: SourceLocation(file: record.file),
        "The record holds no profile.",
        advice: "Take the record as it was written, unchanged.")
    ])
  }

  private func generate(
    _ profile: [UInt8], _ identity: DocumentIdentity, file: String
  ) throws(PipelineFailure) -> Generation {
    do throws(PipelineFailure) {
      var pipeline = try Pipeline(
        pack: pack, settings: Settings(recordedIn: identity), hashing: hashing)
      return try pipeline.generate(profile, file: "the profile in \(file)")
    } catch .refused(let found) {
      throw .refused(
        [
          Diagnostic(
            .error, "record.refused", at: SourceLocation(file: file),
            "No documents can be made from what the record holds.",
            advice: "Look at what follows; the record was changed, or not written by this program.")
        ] + found)
    }
  }
}

extension Settings {
  /// The settings that a record states: with its profile and pack they give the same documents.
  init(recordedIn identity: DocumentIdentity) {
    self.init(
      date: identity.date, edition: identity.choices.edition, paper: identity.choices.paper,
      orderSeed: identity.order.origin == .given ? identity.order.seed : nil,
      expiryReason: identity.expiryReason)
  }
}
