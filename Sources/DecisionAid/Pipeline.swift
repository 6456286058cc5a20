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
  /// `handout.html`, `clinician.html` and `record.xml`.
  public var files: [GeneratedFile]
  /// Warnings.
  public var warnings: [Diagnostic]
}

/// From bytes to bytes: reads a profile, works out the fit, makes the documents, proves them.
///
/// One pipeline belongs to one task. It keeps what does not depend on the person: compiled
/// schemas and the bytes of shared parts.
public struct Pipeline {
  private let pack: PreparedPack
  private let settings: Settings
  private let hashing: Hashing
  private let reader = XMLReader()
  private let profileSchema: XMLSchema
  private let recordSchema: XMLSchema
  private let profileReader: ProfileReader
  private let checklist: Checklist
  private var languages: [String: LanguageWriters] = [:]
  private var record: RecordXML

  /// What is kept for one language.
  private struct LanguageWriters {
    var composer: Composer
    var pages: PageHTML
    var checks: DocumentChecks
  }

  /// A pipeline for a pack.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when an embedded schema does not compile.
  public init(
    pack: PreparedPack, settings: Settings, hashing: Hashing
  ) throws(PipelineFailure) {
    self.pack = pack
    self.settings = settings
    self.hashing = hashing
    profileSchema = try Schemas.compile("preference-profile")
    recordSchema = try Schemas.compile("decision-record")
    checklist = try Checklist.embedded()
    profileReader = ProfileReader(
      pack: pack.pack, languages: pack.wordings.map(\.catalogue.language))
    record = RecordXML(pack: pack.pack)
  }

  /// Reads and checks a profile.
  ///
  /// - Returns: the profile, its tree, and warnings.
  /// - Throws: `PipelineFailure` with every mistake of the profile.
  public func read(
    _ bytes: [UInt8], file: String
  ) throws(PipelineFailure) -> (
    profile: PreferenceProfile, tree: MarkupElement, warnings: [Diagnostic]
  ) {
    let root: MarkupElement
    let problems: [Diagnostic]
    do throws(XMLError) {
      (root, problems) = try reader.read(
        bytes, file: file, limit: XMLReader.profileLimit, schema: profileSchema)
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
    if !problems.isEmpty { throw .refused(problems.map { named($0, in: root) }) }
    var (profile, diagnostics) = profileReader.read(root, file: file)
    if diagnostics.hasErrors { throw .refused(diagnostics.sorted) }
    profile.choices.edition = settings.edition ?? profile.choices.edition
    profile.choices.paper = settings.paper ?? profile.choices.paper
    return (profile, root, diagnostics.sorted)
  }

  /// A problem with the criterion or fact that its element is about, where the pack knows it: the
  /// schema's message names the element only.
  private func named(_ problem: Diagnostic, in root: MarkupElement) -> Diagnostic {
    func find(_ element: MarkupElement) -> String? {
      if element.line == problem.location.line {
        if let id = element.attribute("criterion"), pack.pack.criterion(id) != nil { return id }
        if let id = element.attribute("id"), pack.pack.eligibility.fact(id) != nil { return id }
      }
      for child in element.elements {
        if let id = find(child) { return id }
      }
      return nil
    }
    guard let id = find(root) else { return problem }
    var problem = problem
    problem.problem += " It is about \(id)."
    return problem
  }

  /// Makes the documents of one person.
  ///
  /// - Parameter signer: how the record is signed, or nil: it is not.
  /// - Throws: `PipelineFailure` with every mistake of the profile, with what the handout lacks to be
  ///   a decision aid, or with what the self-check found; then there is nothing to write.
  public mutating func generate(
    _ bytes: [UInt8], file: String, signer: RecordSigner? = nil
  ) throws(PipelineFailure) -> Generation {
    let (profile, tree, warnings) = try read(bytes, file: file)
    var (document, found) = try composed(profile, tree, file: file)
    let lacking = ChecklistReport(
      checklist, subject: ChecklistSubject(document: document, pack: pack.pack)
    ).diagnostics(file: "handout.html of \(file)")
    // Without what makes it a decision aid, a patient's copy must not go out.
    if lacking.contains(where: { $0.severity == .error }) { throw .refused(lacking) }
    let texts = record.handoutTexts(of: document)
    document.identity.fingerprint = GenerationFacts.fingerprint(hashing.hexadecimal(texts.bytes))
    let language = document.identity.language
    // Taken out while it is used, so that nothing kept is copied.
    guard var writers = languages.removeValue(forKey: language) else { throw .selfCheckFailed([]) }
    let pages = [
      ("handout.html", writers.pages.handout(document)),
      ("clinician.html", writers.pages.clinicianCopy(document)),
    ].map { GeneratedFile(name: $0, bytes: $1, digest: hashing.hexadecimal($1)) }
    languages[language] = writers
    let recordFile = try signed(
      record.bytes(
        of: document, profile: tree,
        artefacts: pages.map {
          FileStamp(name: $0.name, bytes: $0.bytes.count, digest: $0.digest ?? "")
        }, handout: texts, proof: signer.map { .enveloped($0.head) } ?? .unsigned), signer)
    if settings.selfCheck {
      try SelfCheck(reader: reader, schema: recordSchema).prove(
        record: recordFile, pages: pages.map { ($0.name, $0.bytes) }, of: file, signer: signer)
    }
    return Generation(
      profile: profile.id, facts: GenerationFacts(document, settings),
      files: pages + [GeneratedFile(name: "record.xml", bytes: recordFile)],
      warnings: warnings + found + lacking)
  }

  private func signed(
    _ bytes: [UInt8], _ signer: RecordSigner?
  ) throws(PipelineFailure) -> [UInt8] {
    guard let signer else { return bytes }
    guard let signed = signer.sign(bytes) else { throw .selfCheckFailed([]) }
    return signed
  }

  /// The comparison, the scores and why, as lines of plain text.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the profile.
  public mutating func explain(
    _ bytes: [UInt8], file: String, width: Int
  ) throws(PipelineFailure) -> [String] {
    let (profile, tree, _) = try read(bytes, file: file)
    let document = try compose(profile, tree, file: file)
    let comparison = document.handout.sections.filter { $0.id == "side-by-side" }
    let why = document.clinicianCopy.sections.filter {
      ["fit", "sensitivity", "suitability"].contains($0.id)
    }
    return PlainText(width: width).lines(
      DocumentBody(title: document.handout.title, sections: comparison + why))
  }

  /// Works out the fit, composes the documents of a profile that was read before, and checks them.
  ///
  /// - Throws: `PipelineFailure.refused` with everything for which the patient's copy must not be
  ///   written.
  public mutating func compose(
    _ profile: PreferenceProfile, _ tree: MarkupElement, file: String
  ) throws(PipelineFailure) -> DecisionDocument {
    try composed(profile, tree, file: file).document
  }

  /// Everything that `generate` would warn of, without making files.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the profile, or of the handout made from it.
  public mutating func check(
    _ bytes: [UInt8], file: String
  ) throws(PipelineFailure) -> [Diagnostic] {
    let (profile, tree, warnings) = try read(bytes, file: file)
    return try warnings + composed(profile, tree, file: file).warnings
  }

  /// The checked documents and warnings about them.
  private mutating func composed(
    _ profile: PreferenceProfile, _ tree: MarkupElement, file: String
  ) throws(PipelineFailure) -> (document: DecisionDocument, warnings: [Diagnostic]) {
    let expiry = EvidenceExpiry(pack.pack.identity, on: settings.date)
    if let refusal = expiry.refusal(reason: settings.expiryReason) { throw .refused([refusal]) }
    let language = profile.choices.language
    guard let wording = pack.wording(language) else { throw .selfCheckFailed([]) }
    // Taken out while it is used, so that nothing kept is copied.
    var writers =
      languages.removeValue(forKey: language)
      ?? LanguageWriters(
        composer: Composer(pack: pack.pack, wording: wording, decisions: pack.decisions),
        pages: PageHTML(style: pack.style, wording: wording),
        checks: DocumentChecks(pack: pack.pack, wording: wording))
    defer { languages[language] = writers }
    let identity = identity(of: profile, tree, wording.catalogue)
    let composed: DecisionDocument
    do throws(DecisionProblemError) {
      composed = try writers.composer.document(for: profile, identity: identity)
    } catch {
      throw .refused([
        Diagnostic(
          .error, "profile.setting", at: SourceLocation(file: file),
          "The numbers for this setting cannot be weighed.",
          advice: "Check region and prices; decision-aid check shows more.")
      ])
    }
    let (document, found) = writers.checks.examine(composed)
    if found.contains(where: { $0.severity == .error }) { throw .refused(found) }
    return (document, found)
  }

  private func identity(
    of profile: PreferenceProfile, _ tree: MarkupElement, _ catalogue: TextCatalogue
  ) -> DocumentIdentity {
    let profileDigest = hashing.hexadecimal(CanonicalXML.bytes(of: tree))
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
