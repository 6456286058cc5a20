// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Writes the audit record as canonical XML.
///
/// One writer belongs to one task: it keeps the bytes of shared parts.
public struct RecordXML {
  /// The namespace of records of this version.
  public static let namespace = "urn:spine-decision-aid:decision-record:1"

  private let evidence: EvidenceXML
  private var blocks = BlockWriter(namespace: RecordXML.namespace)
  /// The numbers by region.
  private var keptNumbers: [String: RenderedMarkup] = [:]

  /// A writer for a pack.
  public init(pack: EvidencePack) { evidence = EvidenceXML(pack: pack) }

  /// The bytes of a record.
  ///
  /// - Parameters:
  ///   - document: the document set.
  ///   - profile: the profile as it was given.
  ///   - artefacts: the other files of the set.
  ///   - handout: what `handoutTexts` gave for the document.
  ///   - proof: how the record can be proved.
  public mutating func bytes(
    of document: DecisionDocument, profile: MarkupElement, artefacts: [FileStamp],
    handout: RenderedMarkup, proof: RecordProof
  ) -> [UInt8] {
    let identity = document.identity
    var writer = MarkupWriter(.canonicalXML(inside: RecordXML.namespace), capacity: 1 << 18)
    let attributes: KeyValuePairs = [
      "xmlns": RecordXML.namespace, "date": "\(identity.date)",
      "direction": identity.direction.rawValue, "document": identity.document,
      "edition": identity.choices.edition.rawValue, "fingerprint": identity.fingerprint,
      "language": identity.language,
      "paper": identity.choices.paper.rawValue, "profile": identity.profile,
    ]
    var head: [MarkupNode] = [
      .element("program", ["name": "decision-aid", "version": identity.program]),
      inputs(identity),
      .element(
        "artefacts", [:],
        artefacts.map {
          .element(
            "artefact", ["bytes": "\($0.bytes)", "name": $0.name, "sha256": $0.digest])
        }), .element("given", [:], [.element(profile)]),
    ]
    head += document.peopleRecords.map(RecordXML.people)
    head += [numbers(document), AnalysisXML(document: document).node]
    head += [ChecksElement.node(document)]
    writer.element("decisionRecord", attributes) { writer in
      for node in RecordXML.lines(head) { writer.node(node) }
      writer.rendered(handout)
      writer.text("\n")
      blocks.write("clinicianCopy", document.clinicianCopy, to: &writer)
      writer.text("\n")
      writer.node(proof.node)
      writer.text("\n")
    }
    return writer.bytes
  }

  /// The texts of the handout as they stand in a record: what its fingerprint is taken of.
  public mutating func handoutTexts(of document: DecisionDocument) -> RenderedMarkup {
    var writer = MarkupWriter(.canonicalXML(inside: RecordXML.namespace), capacity: 1 << 17)
    blocks.write("handout", document.handout, to: &writer)
    return RenderedMarkup(writer)
  }

  /// Nodes with a line end before each and after the last, so that a person can read the file.
  static func lines(_ nodes: [MarkupNode]) -> [MarkupNode] {
    nodes.flatMap { [.text("\n"), $0] } + [.text("\n")]
  }

  private static func people(_ record: PeopleRecord) -> MarkupNode {
    .element(
      "peopleRecord", ["date": "\(record.date)", "item": record.item],
      MarkupNode.nodes(of: record.text))
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
    let setting = document.profile.setting
    // Prices of the clinic's own are the person's; everything else holds in the region.
    guard setting.prices.isEmpty else {
      return .element("numbers", [:], numberNodes(document))
    }
    if let kept = keptNumbers[setting.region] { return .rendered(kept) }
    let rendered = RenderedMarkup(
      xml: [.element("numbers", [:], numberNodes(document))], inside: RecordXML.namespace)
    keptNumbers[setting.region] = rendered
    return .rendered(rendered)
  }

  private func numberNodes(_ document: DecisionDocument) -> [MarkupNode] {
    RecordXML.lines(
      evidence.levels(document) + evidence.figures(document.figures) + evidence.sources(document))
  }
}
