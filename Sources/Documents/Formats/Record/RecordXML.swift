// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// The audit record as canonical XML.
///
/// It keeps the bytes of shared parts.
public struct RecordXML: DocumentFormat {
  /// The file `record.xml`, which a signature of the set stands in.
  public static let file = DocumentFile(
    name: "record.xml", listed: .galleryRecord, proof: .canonical(schema: "decision-record"),
    isSigned: true)
  /// The namespace of records of this version.
  public static let namespace = "urn:spine-decision-aid:decision-record:1"

  private var blocks = BlockWriter(namespace: RecordXML.namespace)
  /// The numbers by what they are shared by.
  private var keptNumbers: [String: RenderedMarkup] = [:]

  /// A writer that has kept nothing yet; a record has no style.
  public init(style: PageStyle) {}

  /// The bytes of the record of a document, which names the files beside it by their digests.
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
    let node = MarkupNode.element("numbers", [:], RecordXML.lines(NumbersElement.nodes(numbers)))
    guard let key = numbers.sharedBy else { return node }
    let rendered = RenderedMarkup(xml: [node], inside: RecordXML.namespace)
    keptNumbers[key] = rendered
    return .rendered(rendered)
  }
}

/// What a decision record holds that checks and audits need.
public struct DecisionRecord: Sendable, Equatable {
  /// What the documents are and from what they were made.
  public var identity: DocumentIdentity
  /// The levels and figures that were used.
  public var numbers: RecordedNumbers
  /// What was done with people for the pack.
  public var people: [PeopleRecord]
  /// The patient's handout, without shared parts.
  public var handout: DocumentBody
  /// The clinician's copy, without shared parts.
  public var clinicianCopy: DocumentBody

  /// What a checklist is held against.
  public var checklistSubject: ChecklistSubject {
    var values: [String: ChecklistSubject.Number] = [:]
    for number in numbers.numbers {
      values[number.id] = ChecklistSubject.Number(
        value: number.value.value, of: number.of?.value,
        isRanged: number.low != nil && number.high != nil)
    }
    return ChecklistSubject(
      alternatives: numbers.alternatives, date: identity.date, handout: handout, numbers: values,
      people: people)
  }
}

/// Reads a decision record that follows its schema back to values.
public struct RecordReader: Sendable {
  private let reader: ElementReader

  /// A reader.
  ///
  /// - Parameter file: the name of the file for messages.
  public init(file: String) { reader = ElementReader(file: file) }

  /// The values of a record.
  ///
  /// - Throws: `RecordFault` with the line of the first element that is not of a record.
  public func read(_ root: MarkupElement) throws(RecordFault) -> DecisionRecord {
    try check(root)
    var people: [PeopleRecord] = []
    for record in root.elements(named: "peopleRecord") {
      people.append(
        PeopleRecord(
          item: try reader.attribute("item", record), date: try reader.day("date", record),
          text: try reader.inline(record)))
    }
    let blocks = BlockReader(reader: reader)
    return DecisionRecord(
      identity: try identity(of: root),
      numbers: try NumbersElement.read(try reader.child("numbers", root), reader), people: people,
      handout: try blocks.body(try reader.child("handout", root)),
      clinicianCopy: try blocks.body(try reader.child("clinicianCopy", root)))
  }

  private func check(_ root: MarkupElement) throws(RecordFault) {
    guard root.name == "decisionRecord", root.namespace == RecordXML.namespace else {
      throw reader.fault(root, "The file is no decision record of version 1.")
    }
  }

  /// What the documents of a record are, and from what they were made.
  ///
  /// - Throws: `RecordFault` with the line of the first element that is not of a record.
  public func identity(of root: MarkupElement) throws(RecordFault) -> DocumentIdentity {
    try check(root)
    let inputs = try reader.child("inputs", root)
    let checks = try reader.child("checks", root)
    func input(_ kind: String) throws(RecordFault) -> MarkupElement {
      guard let input = inputs.elements.first(where: { $0.attribute("kind") == kind }) else {
        throw reader.fault(inputs, "The inputs name one of the kind \(kind).")
      }
      return input
    }
    let profile = try input("profile")
    let pack = try input("evidencePack")
    let language = try reader.attribute("language", root)
    return DocumentIdentity(
      document: try reader.attribute("document", root),
      profile: try reader.attribute("profile", root), date: try reader.day("date", root),
      program: try reader.attribute("version", try reader.child("program", root)),
      pack: try reader.attribute("id", pack), packVersion: try reader.attribute("version", pack),
      profileDigest: try reader.attribute("sha256", profile),
      packDigest: try reader.attribute("sha256", pack), language: language,
      direction: try reader.value("direction", root),
      choices: DocumentChoices(
        language: language, edition: try reader.value("edition", root),
        paper: try reader.value("paper", root)),
      order: try ChecksElement.order(checks, reader),
      expiryReason: ChecksElement.expiryReason(checks))
  }
}
