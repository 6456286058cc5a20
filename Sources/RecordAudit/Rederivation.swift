// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup

/// What came of making the documents of a record again from the record alone.
public enum Rederivation: Sendable, Equatable {
  /// Everything is the same.
  case identical(RederivedDocuments)
  /// Something is not; the first thing that was found.
  case different(FirstDifference)
  /// The documents cannot be made again with what is at hand.
  case needs(Requirement)
}

/// What was made again and is the same as what a record states.
public struct RederivedDocuments: Sendable, Equatable {
  /// What the documents are, and from what they were made.
  public var identity: DocumentIdentity
  /// The pages, with their digests.
  public var artefacts: [FileStamp]
  /// The SHA-256 of the record as it was made again: its canonical form without proof and signature.
  public var recordDigest: String
  /// The names of what others added to the record.
  public var added: [String]
  /// Whether the bytes of the file are another form of the same content, such as with other line
  /// ends or a byte-order mark.
  public var isReencoded: Bool
}

extension Rederivation {
  /// Whether everything is the same.
  public var isIdentical: Bool { if case .identical = self { true } else { false } }

  /// The outcome as lines of plain text, without line feeds.
  ///
  /// - Parameter file: the name of the record's file.
  public func lines(file: String) -> [String] {
    switch self {
    case .identical(let documents): documents.lines(file: file)
    case .different(let difference): difference.lines(file: file)
    case .needs(let requirement): ["\(file) \(requirement)"]
    }
  }
}

extension RederivedDocuments {
  fileprivate func lines(file: String) -> [String] {
    let digests =
      [("profile", identity.profileDigest), ("evidence pack", identity.packDigest)]
      + artefacts.map { ($0.name, $0.digest) } + [("record", recordDigest)]
    var lines = [
      "\(file) is identical to what decision-aid \(identity.program) makes from it with "
        + "evidence pack \(identity.pack) \(identity.packVersion).",
      "  document \(identity.document) of \(identity.date)",
    ]
    lines += digests.map { name, digest in
      "  \(name)\(String(repeating: " ", count: max(1, 16 - name.utf8.count)))sha256 \(digest)"
    }
    if !added.isEmpty {
      lines.append("  Not made again and not checked here: \(added.joined(separator: ", ")).")
    }
    if isReencoded {
      lines.append(
        "  The file is another form of the same content: its line ends, encoding mark or other "
          + "signs were changed, so its bytes have another digest.")
    }
    return lines
  }
}

extension FirstDifference {
  /// The longest value that is shown, in characters.
  private static let longest = 300

  fileprivate func lines(file: String) -> [String] {
    func shown(_ value: String?) -> String {
      guard let value else { return "nothing" }
      let line = String(value.map { $0.isNewline ? " " : $0 })
      return "\"" + line.prefix(Self.longest) + (line.count > Self.longest ? "...\"" : "\"")
    }
    var lines = ["\(file) differs from what is made from it.", "  first at    \(place)"]
    if let note {
      lines.append("  \(note)")
    }
    if recorded != nil || madeAgain != nil {
      lines += ["  recorded    \(shown(recorded))", "  made again  \(shown(madeAgain))"]
    }
    return lines
  }
}

/// Makes the documents of records again, each from the record alone, and compares.
///
/// A record names program, pack, date, edition, paper, order and reason, and holds the profile.
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
  /// - Throws: `PipelineFailure.refused` when no documents can be made from what the record holds.
  public func rederive(_ record: RecordFile) throws(PipelineFailure) -> Rederivation {
    if let requirement = record.requirement { return .needs(requirement) }
    let identity: DocumentIdentity
    do throws(RecordFault) {
      identity = try RecordReader(file: record.file).identity(of: record.root)
    } catch {
      throw .refused([error.diagnostic])
    }
    if let requirement = requirement(of: record, identity) { return .needs(requirement) }
    let profile = try profile(in: record)
    let canonicalProfile = CanonicalXML.bytes(of: profile)
    let profileDigest = hashing.hexadecimal(canonicalProfile)
    if profileDigest != identity.profileDigest {
      return .different(
        FirstDifference(
          RecordPlace.root + "/r:inputs/r:input[@kind='profile']/@sha256",
          recorded: identity.profileDigest, madeAgain: profileDigest,
          note: "The profile in the element given is not the one that the record names."))
    }
    let generation = try generate(canonicalProfile, identity, file: record.file)
    guard let again = generation.files.first(where: { $0.name == RecordXML.file.name }) else {
      throw .selfCheckFailed([])
    }
    let madeAgain = try RecordFile(again.bytes, file: RecordXML.file.name)
    if let difference = try FirstDifference.between(record, madeAgain) {
      return .different(difference)
    }
    let isReencoded = try record.canonicalForm() != record.bytes
    return .identical(
      RederivedDocuments(
        identity: identity,
        artefacts: generation.files.filter { $0.name != RecordXML.file.name }.map {
          FileStamp(
            name: $0.name, bytes: $0.bytes.count, digest: hashing.hexadecimal($0.bytes))
        }, recordDigest: hashing.hexadecimal(again.bytes),
        added: record.proofs.map(\.name), isReencoded: isReencoded))
  }

  /// Which program and pack the record names, where they are not those at hand.
  private func requirement(
    of record: RecordFile, _ identity: DocumentIdentity
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

  private func profile(in record: RecordFile) throws(PipelineFailure) -> MarkupElement {
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
