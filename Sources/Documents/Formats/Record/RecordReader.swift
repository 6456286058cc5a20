// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Reads a decision record that follows its schema back to values.
public struct RecordReader: Sendable {
  /// The namespace of the records that it reads.
  public static let namespace = "urn:spine-decision-aid:decision-record:1"

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
    let numbers = try reader.child("numbers", root)
    let levels = numbers.elements(named: "level")
    var read: [RecordedNumber] = []
    var (alternatives, criteria): ([String], [String]) = ([], [])
    for level in levels {
      let alternative = try reader.attribute("alternative", level)
      let criterion = try reader.attribute("criterion", level)
      if !alternatives.contains(alternative) { alternatives.append(alternative) }
      if !criteria.contains(criterion) { criteria.append(criterion) }
      read.append(try number(level, id: "\(criterion).\(alternative)", value: "printed"))
    }
    for figure in numbers.elements(named: "figure") {
      read.append(try number(figure, id: try reader.attribute("id", figure), value: "value"))
    }
    var people: [PeopleRecord] = []
    for record in root.elements(named: "peopleRecord") {
      people.append(
        PeopleRecord(
          item: try reader.attribute("item", record), date: try reader.day("date", record),
          text: try reader.inline(record)))
    }
    let blocks = BlockReader(reader: reader)
    return DecisionRecord(
      identity: try identity(of: root), alternatives: alternatives, criteria: criteria,
      numbers: read,
      people: people, handout: try blocks.body(try reader.child("handout", root)),
      clinicianCopy: try blocks.body(try reader.child("clinicianCopy", root)))
  }

  private func number(
    _ element: MarkupElement, id: String, value: String
  ) throws(RecordFault) -> RecordedNumber {
    guard let number = try reader.decimal(value, element) else {
      throw reader.fault(element, "The element \(element.name) needs the attribute \(value).")
    }
    return RecordedNumber(
      id: id, value: number, of: try reader.decimal("of", element),
      low: try reader.decimal("low", element), high: try reader.decimal("high", element),
      certainty: try reader.value("certainty", element),
      basis: try reader.attribute("basis", element), sources: reader.list("sources", element))
  }

  private func check(_ root: MarkupElement) throws(RecordFault) {
    guard root.name == "decisionRecord", root.namespace == RecordReader.namespace else {
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
