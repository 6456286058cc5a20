// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The audit record as canonical XML. It keeps the bytes of shared parts.
public struct RecordXML: DocumentFormat {
  public static let file = DocumentFile(
    name: "record.xml", listed: .galleryRecord, proof: .canonical(schema: "decision-record"),
    isSigned: true)
  /// The namespace of records of this version.
  public static let namespace = "urn:spine-decision-aid:decision-record:1"

  private var blocks = BlockWriter(namespace: RecordXML.namespace)
  /// The numbers by what they are shared by.
  private var keptNumbers: [String: RenderedMarkup] = [:]

  public init(style: PageStyle) {}

  public mutating func bytes(of document: DecisionDocument, beside: [FileStamp]) -> [UInt8] {
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
        beside.map {
          .element(
            "artefact", ["bytes": "\($0.bytes)", "name": $0.name, "sha256": $0.digest])
        }), .element("given", [:], [.element(document.given)]),
    ]
    head += document.peopleRecords.map(RecordXML.people)
    head += [numbers(document.numbers)]
    writer.element("decisionRecord", attributes) { writer in
      for node in RecordXML.lines(head) { writer.node(node) }
      AnalysisElement(document: document).write(to: &writer)
      for node in RecordXML.lines([ChecksElement.node(document)]) { writer.node(node) }
      if let handout = document.recordedHandout {
        writer.rendered(handout)
      } else {
        blocks.write("handout", document.handout, to: &writer)
      }
      writer.text("\n")
      blocks.write("clinicianCopy", document.clinicianCopy, to: &writer)
      writer.text("\n")
      writer.node(document.proof.node)
      writer.text("\n")
    }
    return writer.bytes
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
  private mutating func numbers(_ numbers: DocumentNumbers) -> MarkupNode {
    if let key = numbers.sharedBy, let kept = keptNumbers[key] { return .rendered(kept) }
    let node = MarkupNode.element("numbers", [:], RecordXML.lines(NumbersXML.nodes(numbers)))
    guard let key = numbers.sharedBy else { return node }
    let rendered = RenderedMarkup(xml: [node], inside: RecordXML.namespace)
    keptNumbers[key] = rendered
    return .rendered(rendered)
  }
}
