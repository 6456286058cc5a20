// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import GRDB
import Markup

/// A record on disk, for an export.
public enum RecordCopy: Sendable, Hashable {
  /// The exact bytes that the row names.
  case whole([UInt8])
  /// No file is there.
  case missing
  /// The file is not the one that the row names.
  case changed
}

/// What an export needs from outside.
public struct ExportSources {
  /// When it is made.
  public var time: UTCInstant
  /// The head as text, signed where there is a key.
  public var checkpoint: (LedgerHead) -> String
  /// The record of a row that made documents.
  public var record: (LedgerEvent) throws -> RecordCopy
  /// The signature over the SHA-256 of all bytes, or nil: the export is not signed.
  public var signature: (([UInt8]) throws -> [UInt8])?
  /// Called for every event that is exported, with the number of its row.
  public var visit: (UInt64, LedgerEvent) throws -> Void

  /// What an export is made of; without a signature it is not signed.
  public init(
    time: UTCInstant, checkpoint: @escaping (LedgerHead) -> String,
    record: @escaping (LedgerEvent) throws -> RecordCopy,
    signature: (([UInt8]) throws -> [UInt8])? = nil,
    visit: @escaping (UInt64, LedgerEvent) throws -> Void = { _, _ in }
  ) {
    self.time = time
    self.checkpoint = checkpoint
    self.record = record
    self.signature = signature
    self.visit = visit
  }
}

/// Writes an export piece by piece: memory holds one row, and 64 bytes a row for the proofs.
struct ExportWriter {
  let sources: ExportSources
  let sink: ([UInt8]) throws -> Void
  private var hasher = SHA256()

  init(_ sources: ExportSources, sink: @escaping ([UInt8]) throws -> Void) {
    self.sources = sources
    self.sink = sink
  }

  /// Writes bytes that the signature covers.
  private mutating func put(_ bytes: [UInt8]) throws {
    hasher.update(data: bytes)
    try sink(bytes)
  }

  mutating func begin(_ head: LedgerHead, _ selection: Ledger.Selection) throws {
    let attributes = [
      ("from", selection.from?.description), ("ledger", head.ledger),
      ("profile", selection.profile),
      ("signature", sources.signature == nil ? "none" : "enveloped"), ("time", "\(sources.time)"),
      ("to", selection.to?.description),
    ].compactMap { name, value in value.map { MarkupAttribute(name, $0) } }
    let empty = CanonicalXML.bytes(
      of: MarkupElement("auditExport", namespace: EventXML.namespace, attributes))
    try put(Array(empty.dropLast(ExportText.end.count)))
    var writer = MarkupWriter(.canonicalXML(inside: EventXML.namespace))
    writer.text("\n")
    writer.element("head", ["root": head.root.description, "size": "\(head.size)"]) {
      $0.element("checkpoint") { $0.text(sources.checkpoint(head)) }
    }
    try put(writer.bytes)
  }

  mutating func row(_ row: LedgerRow, _ event: LedgerEvent?, path: [MerkleHash]) throws {
    let attributes = [
      ("commitment", Hexadecimal.text(row.commitment)),
      ("salt", row.salt.map { Hexadecimal.text($0) }), ("seq", "\(row.sequence)"),
    ].compactMap { name, value in value.map { MarkupAttribute(name, $0) } }
    var children: [MarkupNode] = event.map { [.element(EventXML.element(of: $0))] } ?? []
    let hashes = path.map { Data($0.bytes).base64EncodedString() }.joined(separator: " ")
    children.append(.element(MarkupElement("path", [], [.text(hashes)])))
    if let event, event.kind == .generated {
      children.append(.element(ExportText.element(of: try sources.record(event))))
    }
    var writer = MarkupWriter(.canonicalXML(inside: EventXML.namespace))
    writer.text("\n")
    writer.node(.element(MarkupElement("entry", attributes, children)))
    try put(writer.bytes)
    if let event { try sources.visit(row.sequence, event) }
  }

  mutating func end() throws {
    try put([0x0A])
    if let signature = sources.signature {
      // What is signed is the file without its signature.
      var whole = hasher
      whole.update(data: ExportText.end)
      try sink(try signature(Array(whole.finalize())))
    }
    try sink(ExportText.end)
  }
}

extension Ledger {
  /// Writes an export.
  ///
  /// The ledger is verified first, in the same transaction.
  ///
  /// - Parameters:
  ///   - selection: the rows that are asked for.
  ///   - sources: what comes from outside.
  ///   - sink: takes the bytes of the file, in order.
  /// - Returns: the number of rows that were exported, and the head.
  /// - Throws: `LedgerError`, or what the sources or the sink throw.
  public func export(
    _ selection: Selection, _ sources: ExportSources, to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> (rows: UInt64, head: LedgerHead) {
    do {
      return try queue.read { database in
        var tree = MerkleTree()
        let survey = try verify(database, []) { row, _ in
          tree.append(Commitment.leaf(row.commitment, ledger: id, sequence: row.sequence))
        }
        var (writer, count) = (ExportWriter(sources, sink: sink), UInt64(0))
        try writer.begin(survey.head, selection)
        let reader = XMLReader()
        let rows = try Row.fetchCursor(
          database, sql: "SELECT \(LedgerRow.columns) FROM entry ORDER BY seq")
        while let row = try rows.next().map(LedgerRow.init) {
          let event = try LedgerVerification.event(of: row, ledger: path, reader)
          guard selection.holds(event) else { continue }
          let path = tree.inclusionProof(of: row.sequence - 1, in: survey.head.size) ?? []
          try writer.row(row, event, path: path)
          count += 1
        }
        try writer.end()
        return (count, survey.head)
      }
    } catch let error as DatabaseError {
      throw LedgerError(error, at: path)
    }
  }
}

/// The fixed parts of an export.
enum ExportText {
  /// The end of the file.
  static let end = Array("</auditExport>".utf8)
  /// The beginning of the file.
  static let start = Array("<auditExport ".utf8)

  /// The element of a record.
  static func element(of copy: RecordCopy) -> MarkupElement {
    switch copy {
    case .whole(let bytes):
      MarkupElement(
        "record", [MarkupAttribute("state", "whole")],
        [.text(Data(bytes).base64EncodedString())])
    case .missing: MarkupElement("record", [MarkupAttribute("state", "missing")])
    case .changed: MarkupElement("record", [MarkupAttribute("state", "changed")])
    }
  }

  /// The record of an element; nil when its state is unknown or its text no base64.
  static func copy(of element: MarkupElement) -> RecordCopy? {
    switch element.attribute("state") {
    case "whole": SignatureForm.bytes(base64: element.text).map { .whole($0) }
    case "missing": .missing
    case "changed": .changed
    default: nil
    }
  }
}
