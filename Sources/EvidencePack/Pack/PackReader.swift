// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// The parsed files of a pack.
public struct PackFiles: Sendable {
  /// The root of `evidence.xml`.
  public var evidence: MarkupElement
  /// The root of `eligibility.xml`.
  public var eligibility: MarkupElement
  /// The root of `sources.xml`.
  public var sources: MarkupElement
  /// The root of `documents.xml`.
  public var documents: MarkupElement
  /// The roots of the text catalogues, with their file names.
  public var catalogues: [Catalogue]

  /// A text catalogue and its file name.
  public struct Catalogue: Sendable {
    /// The file name, such as `text.en.xml`.
    public var file: String
    /// The root.
    public var root: MarkupElement

    /// A catalogue that was parsed already.
    public init(file: String, root: MarkupElement) {
      self.file = file
      self.root = root
    }
  }

  /// The files of a pack from their roots.
  public init(
    evidence: MarkupElement, eligibility: MarkupElement, sources: MarkupElement,
    documents: MarkupElement, catalogues: [Catalogue]
  ) {
    self.evidence = evidence
    self.eligibility = eligibility
    self.sources = sources
    self.documents = documents
    self.catalogues = catalogues
  }
}

/// A pack with its wording.
public struct LoadedPack: Sendable, Equatable {
  /// The pack.
  public var pack: EvidencePack
  /// The catalogues by language, in the order of their languages.
  public var catalogues: [TextCatalogue]

  /// The catalogue of a language, or nil.
  public func catalogue(_ language: String) -> TextCatalogue? {
    catalogues.first { $0.language == language }
  }
}

/// Turns the files of a pack into an `EvidencePack` and its text catalogues.
public struct PackReader {
  /// The texts that the program itself uses.
  private let programTexts: [TextRequirement]
  /// The passages that the program can make: of the handout, then of the clinician's copy.
  private let passages: Set<String>

  /// A reader.
  public init(programTexts: [TextRequirement], passages: [String]) {
    self.programTexts = programTexts
    self.passages = Set(passages)
  }

  /// Reads a pack whose files follow their schemas.
  ///
  /// - Returns: the pack, and everything that is wrong with it; use the pack only when no
  ///   diagnostic is an error.
  public func read(_ files: PackFiles) -> (pack: LoadedPack, diagnostics: DiagnosticList) {
    var evidence = EvidenceReader()
    var eligibility = EligibilityReader()
    var plans = DocumentPlanReader()
    var quality = QualityRulesReader()
    let options = evidence.options(files.evidence)
    let (limits, thresholdsReason) = evidence.limits(files.evidence)
    let readings = evidence.readings(files.evidence)
    var pack = EvidencePack(
      identity: evidence.identity(files.evidence), options: options,
      regions: evidence.regions(files.evidence), branches: evidence.branches(files.evidence),
      criteria: evidence.criteria(files.evidence, alternatives: options.map(\.id)),
      readings: readings,
      otherMeasures: evidence.otherMeasures(
        files.evidence, alternatives: options.map(\.id), readings: readings.map(\.id)),
      feelings: evidence.feelings(files.evidence),
      earlierLists: evidence.earlierLists(files.evidence),
      panels: evidence.panels(files.evidence), questions: evidence.questions(files.evidence),
      limits: limits, thresholdsReason: thresholdsReason,
      simulation: evidence.simulation(files.evidence),
      figures: evidence.figures(files.evidence), outcomes: evidence.outcomes(files.evidence),
      sources: files.sources.elements.map { DataSource($0) },
      eligibility: eligibility.rules(files.eligibility),
      guidelines: eligibility.guidelines(files.eligibility),
      handout: plans.plan(files.documents.first("handout")),
      urgentSheet: files.documents.first("urgentSheet").map { plans.plan($0) },
      otherHandouts: plans.otherHandouts(files.documents),
      clinicianCopy: plans.plan(files.documents.first("clinicianCopy")),
      quality: quality.rules(files.documents),
      questionsToAsk: plans.questions(files.documents), teachBack: plans.prompts(files.documents))
    pack.withdrawals = evidence.withdrawals(files.evidence)
    var diagnostics = evidence.decoder.diagnostics
    diagnostics.add(contentsOf: eligibility.decoder.diagnostics)
    diagnostics.add(contentsOf: plans.decoder.diagnostics)
    var consistency = PackConsistency(pack: pack, diagnostics: diagnostics)
    consistency.check()
    consistency.check(plans: plans, passages: passages)
    diagnostics = consistency.diagnostics
    WithdrawalCheck(withdrawals: pack.withdrawals, file: evidence.decoder.file)
      .check(into: &diagnostics)
    QuestionStructure(pack: pack, file: evidence.decoder.file, root: files.evidence)
      .check(into: &diagnostics)
    let uses =
      evidence.decoder.texts + eligibility.decoder.texts + plans.decoder.texts
      + quality.decoder.texts + programTexts
    let read = files.catalogues.map { file in
      var reader = TextCatalogueReader(file: file.file)
      return (catalogue: reader.catalogue(file.root), decoder: reader.decoder)
    }
    let catalogues = read.map(\.catalogue)
    let plurals = Set(
      catalogues.flatMap { $0.texts.filter { !$0.value.variants.isEmpty }.keys })
    for (catalogue, decoder) in read {
      diagnostics.add(contentsOf: decoder.diagnostics)
      TextConsistency(catalogue: catalogue, file: decoder.file, pack: pack)
        .check(uses + decoder.texts, plurals: plurals, into: &diagnostics)
    }
    // What cannot be weighed at all is an error; what to keep in mind comes after.
    if !diagnostics.hasErrors {
      do throws(DecisionProblemError) {
        pack.levels = try EvidenceFigure.levels(of: pack)
      } catch {
        diagnostics.error(
          "evidence.problem", at: SourceLocation(file: evidence.decoder.file),
          "The numbers of the pack cannot be weighed: \(error).",
          advice: "Give every criterion one level for each alternative.")
      }
      diagnostics.add(contentsOf: PackWarnings(pack: pack).diagnostics)
    }
    return (LoadedPack(pack: pack, catalogues: catalogues), diagnostics)
  }
}
