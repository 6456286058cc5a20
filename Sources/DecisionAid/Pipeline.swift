// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import EvidencePack
import Markup

/// What was made for one person.
public struct Generation: Sendable, Equatable {
  /// The pseudonym.
  public var profile: String
  /// What it was made from, and what it says, for the ledger.
  public var facts: GenerationFacts
  /// Those of `DocumentFormats.files` that belong to the document, in their order.
  public var files: [GeneratedFile]
  /// Warnings.
  public var warnings: [Diagnostic]
}

/// From the bytes of a profile to the bytes of its documents: read, analyse, compose, check, write,
/// prove.
///
/// One pipeline belongs to one task. It keeps what does not depend on the person: compiled schemas,
/// problems with their draws, and the bytes of shared parts.
public struct Pipeline {
  private let pack: PreparedPack
  private let settings: Settings
  private let hashing: Hashing
  private let input: ProfileInput
  private let checklist: Checklist
  private let proofs: SelfCheck
  private var prepared: PreparedDecisions
  private var languages: [String: Language] = [:]
  private var texts = BlockWriter(namespace: RecordXML.namespace)
  private var formats: [any DocumentFormat]

  /// What is kept for one language.
  private struct Language {
    var composer: Composer
    var checks: DocumentChecks
  }

  /// A pipeline for a pack.
  ///
  /// - Throws: `PipelineFailure.withdrawn` when the pack is withdrawn, `.selfCheckFailed` when an
  ///   embedded schema does not compile.
  public init(
    pack: PreparedPack, settings: Settings, hashing: Hashing
  ) throws(PipelineFailure) {
    if let refusal = pack.refusal { throw refusal }
    self.pack = pack
    self.settings = settings
    self.hashing = hashing
    input = try ProfileInput(pack: pack)
    checklist = try Checklist.embedded()
    proofs = try SelfCheck(XMLReader())
    prepared = PreparedDecisions(pack: pack.pack)
    formats = DocumentFormats.all.map { $0.init(style: pack.style) }
  }

  /// Makes the documents of one person.
  ///
  /// - Parameters:
  ///   - bytes: the profile.
  ///   - file: its name, for messages.
  ///   - signer: how the record is signed, or nil: it is not.
  /// - Throws: `PipelineFailure` with every mistake of the profile, with what the handout lacks to be
  ///   a decision aid, or with what the self-check found; then there is nothing to write.
  public mutating func generate(
    _ bytes: [UInt8], file: String, signer: RecordSigner? = nil
  ) throws(PipelineFailure) -> Generation {
    let given = try read(bytes, file: file)
    let analysis = try analyse(given)
    let composed = try compose(given, analysis)
    let (checked, warnings) = try check(composed, of: given)
    let document = stamp(checked, signer)
    let files = try write(document, signer)
    if settings.selfCheck { try proofs.prove(files, of: file) }
    return Generation(
      profile: given.profile.id, facts: GenerationFacts(document, settings), files: files,
      warnings: given.warnings + warnings)
  }

  /// Everything that `generate` would warn of, without making files.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the profile, or of the handout made from it.
  public mutating func check(
    _ bytes: [UInt8], file: String
  ) throws(PipelineFailure) -> [Diagnostic] {
    let given = try read(bytes, file: file)
    let composed = try compose(given, try analyse(given))
    return try given.warnings + check(composed, of: given).warnings
  }

  /// The comparison, the scores and why, as lines of plain text.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the profile.
  public mutating func explain(
    _ bytes: [UInt8], file: String, width: Int
  ) throws(PipelineFailure) -> [String] {
    let document = try document(of: try read(bytes, file: file))
    // What stands in place of a handout is short, and has no comparison.
    let comparison = document.handout.sections.filter {
      document.handout.kind != .full || $0.id == "side-by-side"
    }
    let why = document.clinicianCopy.sections.filter {
      ["fit", "sensitivity", "suitability"].contains($0.id)
    }
    return PlainText(width: width).lines(
      DocumentBody(title: document.handout.title, sections: comparison + why))
  }

  /// The checked document of a profile that was read before.
  ///
  /// - Throws: `PipelineFailure` with everything for which the patient's copy must not be written.
  public mutating func document(
    of given: GivenProfile
  ) throws(PipelineFailure) -> DecisionDocument {
    try check(try compose(given, try analyse(given)), of: given).document
  }

  // MARK: The stages

  /// Reads a profile and checks it against the pack.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the profile.
  public func read(
    _ bytes: [UInt8], file: String
  ) throws(PipelineFailure) -> GivenProfile {
    var given = try input.read(bytes, file: file, askedUntil: settings.lastAnswerDay)
    given.profile.choices.edition = settings.edition ?? given.profile.choices.edition
    given.profile.choices.paper = settings.paper ?? given.profile.choices.paper
    return given
  }

  /// Evaluates the rules and analyses the fit.
  private mutating func analyse(
    _ given: GivenProfile
  ) throws(PipelineFailure) -> PersonAnalysis {
    let expiry = EvidenceExpiry(pack.pack.identity, on: settings.date)
    if let refusal = expiry.refusal(reason: settings.expiryReason) { throw .refused([refusal]) }
    let decision: PreparedDecision
    do throws(DecisionProblemError) {
      decision = try prepared.decision(given.profile.setting)
    } catch {
      throw .refused([
        Diagnostic(
          .error, "profile.setting", at: SourceLocation(file: given.file),
          "The numbers for this setting cannot be weighed.",
          advice: "Check region and prices; decision-aid check shows more.")
      ])
    }
    do throws(AnalysisError) {
      return try PersonAnalysis(pack: pack.pack, profile: given.profile, prepared: decision)
    } catch {
      throw .selfCheckFailed([
        Diagnostic(
          .error, "analysis.failed", at: SourceLocation(file: given.file),
          "The analysis does not fit the profile, although its checks found no mistake.",
          advice: "Report this fault.")
      ])
    }
  }

  /// Puts the documents together.
  private mutating func compose(
    _ given: GivenProfile, _ analysis: PersonAnalysis
  ) throws(PipelineFailure) -> DecisionDocument {
    let code = given.profile.choices.language
    let identity = try identity(of: given)
    return try inLanguage(code) { language in
      language.composer.document(
        for: given.profile, given: given.tree, analysis: analysis, identity: identity)
    }
  }

  /// Holds the handout against the rules of the pack and the checklist.
  ///
  /// Without what makes it a decision aid, a patient's copy must not go out.
  private mutating func check(
    _ composed: DecisionDocument, of given: GivenProfile
  ) throws(PipelineFailure) -> (document: DecisionDocument, warnings: [Diagnostic]) {
    let (document, found) = try inLanguage(composed.identity.language) { language in
      language.checks.examine(composed)
    }
    if found.contains(where: { $0.severity == .error }) { throw .refused(found) }
    let lacking = ChecklistReport(
      checklist, subject: ChecklistSubject(document: document, pack: pack.pack)
    ).diagnostics(file: "handout.html of \(given.file)")
    if lacking.contains(where: { $0.severity == .error }) { throw .refused(lacking) }
    return (document, found + lacking)
  }

  /// Adds the fingerprint of what the handout says, and how the record can be proved.
  private mutating func stamp(
    _ checked: DecisionDocument, _ signer: RecordSigner?
  ) -> DecisionDocument {
    let handout = texts.handout(checked.handout)
    var document = checked.stamped(
      handout, fingerprint: GenerationFacts.fingerprint(hashing.hexadecimal(handout.bytes)))
    document.proof = signer.map { .enveloped($0.head) } ?? .unsigned
    return document
  }

  /// Writes the document in every format.
  private mutating func write(
    _ document: DecisionDocument, _ signer: RecordSigner?
  ) throws(PipelineFailure) -> [GeneratedFile] {
    var files: [GeneratedFile] = []
    var beside: [FileStamp] = []
    for (index, format) in DocumentFormats.all.enumerated() where format.belongs(to: document) {
      let file = format.file
      var bytes = formats[index].bytes(of: document, beside: beside)
      if file.isSigned, let signer {
        guard let signed = signer.sign(bytes) else { throw .selfCheckFailed([]) }
        bytes = signed
      }
      // The last file is named by none of the others; who keeps a ledger takes its digest.
      if index + 1 == DocumentFormats.files.count {
        files.append(GeneratedFile(name: file.name, bytes: bytes))
      } else {
        let digest = hashing.hexadecimal(bytes)
        files.append(GeneratedFile(name: file.name, bytes: bytes, digest: digest))
        beside.append(FileStamp(name: file.name, bytes: bytes.count, digest: digest))
      }
    }
    return files
  }

  /// Runs a stage with what is kept for a language.
  private mutating func inLanguage<Result>(
    _ code: String, _ stage: (inout Language) -> Result
  ) throws(PipelineFailure) -> Result {
    guard let wording = pack.wording(code) else { throw .selfCheckFailed([]) }
    // Taken out while it is used, so that nothing kept is copied.
    var language =
      languages.removeValue(forKey: code)
      ?? Language(
        composer: Composer(pack: pack.pack, wording: wording),
        checks: DocumentChecks(pack: pack.pack, wording: wording))
    defer { languages[code] = language }
    return stage(&language)
  }

  private func identity(
    of given: GivenProfile
  ) throws(PipelineFailure) -> DocumentIdentity {
    let profile = given.profile
    guard let catalogue = pack.wording(profile.choices.language)?.catalogue else {
      throw .selfCheckFailed([])
    }
    let profileDigest = hashing.hexadecimal(CanonicalXML.bytes(of: given.tree))
    let choices = profile.choices
    let order = order(for: profile)
    let parts =
      [
        profileDigest, pack.digest, ProgramVersion.current, "\(settings.date)", catalogue.language,
        choices.edition.rawValue, choices.paper.rawValue, "\(order.seed)", order.origin.rawValue,
      ] + (settings.expiryReason.map { [$0] } ?? [])
    let fingerprint = hashing.hexadecimal(Array(parts.joined(separator: "\n").utf8)).utf8.prefix(16)
    let groups = stride(from: 0, to: 16, by: 4).map { start in
      String(decoding: fingerprint.dropFirst(start).prefix(4), as: UTF8.self)
    }
    return DocumentIdentity(
      document: groups.joined(separator: "-"), profile: profile.id, date: settings.date,
      program: ProgramVersion.current, pack: pack.pack.identity.id,
      packVersion: pack.pack.identity.version, profileDigest: profileDigest,
      packDigest: pack.digest, language: catalogue.language, direction: catalogue.direction,
      choices: choices, order: order, expiryReason: settings.expiryReason)
  }

  /// The order of the alternatives for one person.
  private func order(for profile: PreferenceProfile) -> OptionOrder {
    let alternatives = pack.pack.options.map(\.id)
    if let seed = settings.orderSeed {
      return OptionOrder(of: alternatives, seed: seed, origin: .given)
    }
    return OptionOrder(of: alternatives, digest: hashing.sha256(Array(profile.id.utf8)))
  }
}
