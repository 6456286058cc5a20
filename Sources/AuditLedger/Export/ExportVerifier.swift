// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Markup

/// What was found in an export that holds.
public struct ExportSurvey: Sendable, Hashable {
  /// The head that the export names.
  public var head: LedgerHead
  /// The checkpoint text of the head.
  public var checkpoint = ""
  /// The number of entries.
  public var entries: UInt64 = 0
  /// How many of them were erased.
  public var erased: UInt64 = 0
  /// The rows whose record was not beside the ledger, or not the one that the row names.
  public var recordsLacking: [UInt64] = []
  /// The rows whose time is before that of the row above them.
  public var clockRegressed: [UInt64] = []
  /// The heads from elsewhere that could not be held against the rows, because the export leaves out
  /// rows that they were made of.
  public var headsNotCompared: [LedgerHead] = []
  /// The signature, with its digest; nil when there is none.
  public var signature: (bytes: [UInt8], digest: [UInt8])?

  /// Compares everything but the signature.
  public static func == (one: ExportSurvey, other: ExportSurvey) -> Bool {
    one.head == other.head && one.checkpoint == other.checkpoint && one.entries == other.entries
      && one.erased == other.erased && one.recordsLacking == other.recordsLacking
      && one.clockRegressed == other.clockRegressed
      && one.headsNotCompared == other.headsNotCompared
  }

  /// Feeds the head.
  public func hash(into hasher: inout Hasher) { hasher.combine(head) }
}

/// Why an export does not hold: the place and what is wrong.
public struct ExportFault: Error, Sendable, Hashable {
  /// The number of the row, or nil: it is about the file.
  public var row: UInt64?
  /// What is wrong.
  public var problem: String

  init(_ problem: String, row: UInt64? = nil) {
    self.row = row
    self.problem = problem
  }
}

/// Proves an export piece by piece: schema, canonical form, commitments, and every path to the head.
///
/// Memory holds one entry at a time.
public struct ExportVerifier {
  private let schema: XMLSchema
  private let reader = XMLReader()
  private var pieces: ExportPieces
  private var hasher = SHA256()
  private var start: [UInt8] = []
  private var headPiece: [UInt8] = []
  private var survey = ExportSurvey(head: LedgerHead(ledger: "", size: 0, root: .emptyTree))
  private var last: UInt64 = 0
  /// The rows from the first without a gap; nil after a gap.
  private var frontier: MerkleFrontier? = MerkleFrontier()
  /// The last row before the first gap.
  private var unbroken: UInt64 = 0
  private let heads: [LedgerHead]
  private var signatureBytes: [UInt8]?
  private var isSigned = false

  /// A verifier.
  ///
  /// - Parameters:
  ///   - schema: the schema of exports.
  ///   - heads: heads that left the machine earlier.
  ///   - next: gives the next bytes of the file; none at its end.
  public init(
    schema: XMLSchema, heads: [LedgerHead] = [], next: @escaping () throws -> [UInt8]
  ) {
    self.schema = schema
    self.heads = heads
    pieces = ExportPieces(next)
  }

  /// Reads the whole export.
  ///
  /// - Parameter visit: called for every entry, with its event and its record.
  /// - Returns: what was found. The signature is returned, not verified.
  /// - Throws: `ExportFault` for the first thing that is wrong, or what reading throws.
  public mutating func verify(
    visit: (UInt64, LedgerEvent?, RecordCopy?) throws -> Void = { _, _, _ in }
  ) throws -> ExportSurvey {
    while let piece = try pieces.piece() {
      switch piece {
      case .start(let bytes):
        hasher.update(data: bytes)
        start = bytes
      case .child(let name, let bytes): try child(name, bytes, visit)
      case .end(let bytes): return try end(bytes)
      }
    }
    throw ExportFault(
      "The file is not a whole audit export: it was cut off, or something was added.")
  }

  private mutating func child(
    _ name: String, _ bytes: [UInt8], _ visit: (UInt64, LedgerEvent?, RecordCopy?) throws -> Void
  ) throws {
    guard signatureBytes == nil else { throw ExportFault("Something stands after the signature.") }
    switch name {
    case "head" where headPiece.isEmpty:
      hasher.update(data: bytes)
      headPiece = bytes
      try head(try parsed([], row: nil))
    case "entry" where !headPiece.isEmpty:
      hasher.update(data: bytes)
      let root = try parsed(bytes, row: last + 1)
      guard let entry = root.first("entry") else { throw ExportFault("An entry is empty.") }
      try self.entry(entry, visit)
    case "ds:Signature" where !headPiece.isEmpty:
      // One line end stands before it, which the signature covers.
      guard bytes.first == 0x0A else { throw ExportFault("The signature is out of its place.") }
      hasher.update(data: [0x0A])
      signatureBytes = Array(bytes.dropFirst())
    default: throw ExportFault("The file holds an element that no export has there.")
    }
  }

  /// The tree of the start, the head and one more child; proved against schema and canonical form.
  private func parsed(_ bytes: [UInt8], row: UInt64?) throws -> MarkupElement {
    let whole = start + headPiece + bytes + ExportText.end
    let problems = reader.prove(whole, file: "export", schema: schema)
    if let first = problems.first { throw ExportFault(first.problem, row: row) }
    do throws(XMLError) {
      return try reader.read(whole, file: "export", limit: whole.count, schema: nil).root
    } catch {
      throw ExportFault("A part cannot be read.", row: row)
    }
  }

  private mutating func head(_ root: MarkupElement) throws {
    let head = root.first("head")
    guard let ledger = root.attribute("ledger"),
      let size = head?.attribute("size").flatMap({ UInt64($0) }),
      let hash = head?.attribute("root").flatMap({ Hexadecimal.bytes($0) }).flatMap({
        MerkleHash($0)
      })
    else { throw ExportFault("The head of the export cannot be read.") }
    survey.head = LedgerHead(ledger: ledger, size: size, root: hash)
    survey.checkpoint = head?.first("checkpoint")?.text ?? ""
    isSigned = root.attribute("signature") == "enveloped"
    for head in heads {
      guard head.ledger == ledger else { throw ExportFault("The head is that of another ledger.") }
      guard head.size <= size else {
        throw ExportFault(
          "The export is of a ledger with \(size) rows; the head was made of \(head.size).")
      }
      if head.size == size { try compare(head, with: hash) }
    }
  }

  /// Holds a head against the root of as many rows.
  private func compare(_ head: LedgerHead, with root: MerkleHash) throws {
    guard head.root == root else {
      throw ExportFault("The first \(head.size) rows are not those that the head was made of.")
    }
  }

  /// Takes a row into the rows without a gap, and holds the heads of that size against them.
  private mutating func extend(_ leaf: MerkleHash, _ sequence: UInt64) throws {
    guard frontier?.size == sequence - 1 else {
      frontier = nil
      return
    }
    frontier?.append(leaf)
    for head in heads where head.size == sequence {
      if let root = frontier?.root { try compare(head, with: root) }
    }
    unbroken = sequence
  }

  private mutating func entry(
    _ entry: MarkupElement, _ visit: (UInt64, LedgerEvent?, RecordCopy?) throws -> Void
  ) throws {
    guard let sequence = entry.attribute("seq").flatMap({ UInt64($0) }), sequence > last,
      let commitment = entry.attribute("commitment").flatMap({ Hexadecimal.bytes($0) })
    else { throw ExportFault("The rows are not in their order.", row: last + 1) }
    last = sequence
    let event = try event(of: entry, commitment, sequence)
    let path = (entry.first("path")?.text ?? "").split(separator: " ").map {
      SignatureForm.bytes(base64: String($0)).flatMap { MerkleHash($0) }
    }
    let head = survey.head
    let leaf = Commitment.leaf(commitment, ledger: head.ledger, sequence: sequence)
    guard path.allSatisfy({ $0 != nil }),
      MerkleProof.includes(
        path.compactMap { $0 }, leaf: leaf, at: sequence - 1, size: head.size, root: head.root)
    else {
      throw ExportFault("The row is not one of those that the head was made of.", row: sequence)
    }
    try extend(leaf, sequence)
    let copy = entry.first("record").flatMap(ExportText.copy)
    guard copy != nil || entry.first("record") == nil else {
      throw ExportFault("The record is not base64 in its plain form.", row: sequence)
    }
    if case .whole(let bytes) = copy {
      let digest = Hexadecimal.text(SHA256.hash(data: bytes))
      guard
        event?.artefacts.contains(where: { $0.name == "record.xml" && $0.digest == digest }) == true
      else { throw ExportFault("The record is not the one that the row names.", row: sequence) }
    } else if event?.kind == .generated {
      survey.recordsLacking.append(sequence)
    }
    survey.entries += 1
    if event == nil { survey.erased += 1 }
    if event?.clockRegressed == true { survey.clockRegressed.append(sequence) }
    try visit(sequence, event, copy)
  }

  private func event(
    of entry: MarkupElement, _ commitment: [UInt8], _ sequence: UInt64
  ) throws -> LedgerEvent? {
    let salt = entry.attribute("salt").flatMap { Hexadecimal.bytes($0) }
    guard let element = entry.first("event"), let salt else {
      guard entry.first("event") == nil, salt == nil else {
        throw ExportFault("The row is erased by half.", row: sequence)
      }
      return nil
    }
    guard let event = EventXML.event(from: element) else {
      throw ExportFault("The row holds no event that this version knows.", row: sequence)
    }
    guard Commitment.value(of: EventXML.bytes(of: event), salt: salt) == commitment else {
      throw ExportFault("The row does not fit its commitment: it was changed.", row: sequence)
    }
    return event
  }

  private mutating func end(_ bytes: [UInt8]) throws -> ExportSurvey {
    let expected = signatureBytes == nil ? [0x0A] + ExportText.end : ExportText.end
    guard bytes == expected, !headPiece.isEmpty else {
      throw ExportFault("Something was added at the end of the file.")
    }
    guard isSigned == (signatureBytes != nil) else {
      throw ExportFault(
        isSigned ? "The signature was taken out." : "A signature stands in an export without one.")
    }
    survey.headsNotCompared = heads.filter { $0.size != survey.head.size && $0.size > unbroken }
    hasher.update(data: bytes)
    if let signatureBytes {
      survey.signature = (signatureBytes, Array(hasher.finalize()))
    }
    return survey
  }
}
