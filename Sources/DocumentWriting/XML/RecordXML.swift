// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel
import DocumentModel
import MarkupTree

/// A file that belongs to a record: its name, length and digest.
public struct Artefact: Sendable, Equatable {
  /// The file name.
  public var name: String
  /// The length in bytes.
  public var bytes: Int
  /// The SHA-256, hexadecimal.
  public var digest: String

  /// An artefact from its parts.
  public init(name: String, bytes: Int, digest: String) {
    self.name = name
    self.bytes = bytes
    self.digest = digest
  }
}

/// Writes the audit record as canonical XML.
///
/// One writer belongs to one task: it keeps the bytes of shared parts.
public struct RecordXML {
  /// The namespace of records of this version.
  public static let namespace = "urn:spine-decision-aid:decision-record:1"

  private let evidence: EvidenceXML
  private var blocks = BlockXML(namespace: RecordXML.namespace)
  private var keptFigures: [String: RenderedMarkup] = [:]

  /// A writer for a pack.
  public init(pack: EvidencePack) { evidence = EvidenceXML(pack: pack) }

  /// The bytes of a record.
  ///
  /// - Parameters:
  ///   - document: the document set.
  ///   - profile: the profile as it was given.
  ///   - artefacts: the other files of the set.
  public mutating func bytes(
    of document: DecisionDocument, profile: MarkupElement, artefacts: [Artefact]
  ) -> [UInt8] {
    let identity = document.identity
    let root = MarkupElement(
      "decisionRecord", namespace: RecordXML.namespace,
      [
        MarkupAttribute("document", identity.document),
        MarkupAttribute("profile", identity.profile), MarkupAttribute("date", identity.date),
        MarkupAttribute("language", identity.language),
        MarkupAttribute("direction", identity.direction.rawValue),
        MarkupAttribute("edition", identity.choices.edition.rawValue),
        MarkupAttribute("paper", identity.choices.paper.rawValue),
      ],
      RecordXML.lines([
        .element("program", ["name": "decision-aid", "version": identity.program]),
        inputs(identity),
        .element(
          "artefacts", [:],
          artefacts.map {
            .element(
              "artefact", ["name": $0.name, "bytes": "\($0.bytes)", "sha256": $0.digest])
          }), .element("given", [:], [.element(profile)]), numbers(document),
        AnalysisXML(document: document).node, texts("handout", document.handout),
        texts("clinicianCopy", document.clinicianCopy),
      ]))
    return CanonicalXML.bytes(of: root)
  }

  /// Nodes with a line end before each and after the last, so that a person can read the file.
  static func lines(_ nodes: [MarkupNode]) -> [MarkupNode] {
    nodes.flatMap { [.text("\n"), $0] } + [.text("\n")]
  }

  private func inputs(_ identity: DocumentIdentity) -> MarkupNode {
    .element(
      "inputs", [:],
      [
        .element(
          "input", ["kind": "profile", "id": identity.profile, "sha256": identity.profileDigest]),
        .element(
          "input",
          [
            "kind": "evidencePack", "id": identity.pack, "version": identity.packVersion,
            "sha256": identity.packDigest,
          ]),
      ])
  }

  /// Levels, figures and sources: what was used, and where it comes from.
  private mutating func numbers(_ document: DecisionDocument) -> MarkupNode {
    let levels = evidence.levels(document)
    let key = document.profile.setting.region
    let figures: RenderedMarkup
    if let kept = keptFigures[key] {
      figures = kept
    } else {
      figures = RenderedMarkup(
        xml: RecordXML.lines(evidence.figures(document.figures) + evidence.sources()),
        inside: RecordXML.namespace)
      keptFigures[key] = figures
    }
    return .element("numbers", [:], RecordXML.lines(levels).dropLast() + [.rendered(figures)])
  }

  private mutating func texts(_ name: String, _ body: DocumentBody) -> MarkupNode {
    var sections: [MarkupNode] = [.element("title", [:], body.title.xml)]
    for section in body.sections {
      let content = blocks.nodes(section.blocks)
      sections.append(
        .element(
          "section", ["id": section.id],
          [.element("title", [:], section.title.xml)] + content))
    }
    return .element(MarkupElement(name, [], RecordXML.lines(sections)))
  }
}
