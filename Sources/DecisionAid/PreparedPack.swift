// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import EvidencePack
import Markup

/// A pack that was read and checked, ready for any number of people.
public struct PreparedPack: Sendable {
  /// The pack.
  public let pack: EvidencePack
  /// The wording by language, in the order of the files.
  public let wordings: [Wording]
  /// The SHA-256 of the pack's files, hexadecimal.
  public let digest: String
  /// The style of the pages.
  public let style: PageStyle
  /// What its authors should know, ordered by file and line.
  public let warnings: [Diagnostic]

  /// Reads and checks a pack.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the pack.
  public init(_ source: PackSource, hashing: Hashing) throws(PipelineFailure) {
    let (loaded, warnings) = try PackLoading.load(source)
    self.warnings = warnings
    pack = loaded.pack
    wordings = loaded.catalogues.map { Wording(catalogue: $0, pack: loaded.pack) }
    let unfit = wordings.flatMap { WithdrawalTextRule.faults(loaded.pack, $0) }
    if !unfit.isEmpty { throw .refused(unfit) }
    digest = hashing.hexadecimal(source.digestInput)
    let css = EmbeddedFiles.bytes("styles/page.css") ?? []
    guard
      let style = PageStyle(
        css: String(decoding: css, as: UTF8.self), digesting: hashing.base64)
    else {
      throw .selfCheckFailed([
        Diagnostic(
          .error, "style.unusable", at: SourceLocation(file: "page.css"),
          "The style sheet holds a sign that it must not hold.", advice: "Report this fault.")
      ])
    }
    self.style = style
  }

  /// The wording of a language, or nil.
  public func wording(_ language: String) -> Wording? {
    wordings.first { $0.catalogue.language == language }
  }

  /// The pack that the program carries.
  public static var embedded: PackSource {
    let folder = EmbeddedFiles.defaultPack + "/"
    return PackSource(
      EmbeddedFiles.names.filter { $0.hasPrefix(folder) }.map {
        .init(name: String($0.dropFirst(folder.count)), bytes: EmbeddedFiles.bytes($0) ?? [])
      })
  }
}

/// Reads the files of a pack.
enum PackLoading {
  static func load(_ source: PackSource) throws(PipelineFailure) -> (
    pack: LoadedPack, warnings: [Diagnostic]
  ) {
    let reader = XMLReader()
    let packSchema = try Schemas.compile("evidence-pack")
    let textSchema = try Schemas.compile("text-catalogue")
    var roots: [String: MarkupElement] = [:]
    var problems: [Diagnostic] = []
    for file in source.files {
      do throws(XMLError) {
        let (root, found) = try reader.read(
          file.bytes, file: file.name, limit: XMLReader.documentLimit,
          schema: PackSource.isCatalogue(file.name) ? textSchema : packSchema)
        roots[file.name] = root
        problems += found
      } catch {
        throw .notReadable(error.diagnostics(file: file.name))
      }
    }
    for name in PackSource.requiredNames where roots[name] == nil {
      problems.append(missing(name))
    }
    let catalogues = source.files.filter { PackSource.isCatalogue($0.name) }
    if catalogues.isEmpty { problems.append(missing("text.<language>.xml")) }
    guard problems.isEmpty, let evidence = roots["evidence.xml"],
      let eligibility = roots["eligibility.xml"], let sources = roots["sources.xml"],
      let documents = roots["documents.xml"]
    else { throw .refused(problems) }
    let files = PackFiles(
      evidence: evidence, eligibility: eligibility, sources: sources, documents: documents,
      catalogues: catalogues.compactMap { file in
        roots[file.name].map { .init(file: file.name, root: $0) }
      })
    let (pack, diagnostics) = PackReader(
      programTexts: ElicitationMethod.textRequirements + requirements(Phrase.self)
        + requirements(ClinicianPhrase.self)
        + requirements(InterviewPhrase.self) + requirements(GalleryPhrase.self)
        + requirements(NoticePhrase.self) + requirements(ReportPhrase.self)
        + requirements(ViewPhrase.self),
      passages: Passage.allCases.map(\.rawValue)
    ).read(files)
    if diagnostics.hasErrors { throw .refused(diagnostics.sorted) }
    return (pack, diagnostics.sorted)
  }

  /// The texts that the program uses itself.
  private static func requirements<Text: ProgramText>(_ texts: Text.Type) -> [TextRequirement] {
    texts.allCases.map {
      TextRequirement(
        id: $0.id, parameters: $0.parameters, location: SourceLocation(file: "program"))
    }
  }

  private static func missing(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "pack.fileMissing", at: SourceLocation(file: name), "A pack has this file.",
      advice: "Add it to the folder of the pack.")
  }
}

/// The embedded schemas.
package enum Schemas {
  package static func compile(_ name: String) throws(PipelineFailure) -> XMLSchema {
    let file = "schemas/\(name).xsd"
    do throws(XMLError) {
      return try XMLSchema(EmbeddedFiles.bytes(file) ?? [], file: file)
    } catch {
      throw .selfCheckFailed(error.diagnostics(file: file))
    }
  }
}
