// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import GRDB
import Markup

extension Ledger {
  /// Reads every row and proves it: number, commitment, index, place in the tree; then the frontier,
  /// and every head that is known from elsewhere.
  ///
  /// Memory does not grow with the number of rows.
  ///
  /// - Parameters:
  ///   - heads: heads that left the machine earlier.
  ///   - visit: called for every row, with its event unless it was erased.
  /// - Throws: `LedgerError` that names the first bad row, or what `visit` throws.
  public func verify(
    against heads: [LedgerHead] = [], visit: (LedgerRow, LedgerEvent?) throws -> Void = { _, _ in }
  ) throws -> LedgerSurvey {
    do {
      return try queue.read { try verify($0, heads, visit) }
    } catch let error as DatabaseError {
      throw LedgerError(error, at: path)
    }
  }

  /// The same inside a transaction.
  func verify(
    _ database: Database, _ heads: [LedgerHead], _ visit: (LedgerRow, LedgerEvent?) throws -> Void
  ) throws -> LedgerSurvey {
    for head in heads where head.ledger != id {
      throw damaged("The head is that of another ledger, \(head.ledger).")
    }
    let reader = XMLReader()
    var frontier = MerkleFrontier()
    var survey = LedgerSurvey(head: LedgerHead(ledger: id, size: 0, root: .emptyTree))
    var lastTime: UTCInstant?
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(LedgerRow.columns) FROM entry ORDER BY seq")
    while let row = try rows.next().map(LedgerRow.init) {
      guard row.sequence == frontier.size + 1 else {
        throw damaged("Row \(frontier.size + 1) is missing.")
      }
      let event = try LedgerVerification.event(of: row, ledger: path, reader)
      frontier.append(Commitment.leaf(row.commitment, ledger: id, sequence: row.sequence))
      guard frontier.root.bytes == row.root else {
        throw damaged(
          "Row \(row.sequence) does not fit its place in the tree: it was changed or moved.")
      }
      if let event {
        let isBack = lastTime.map { event.time < $0 } ?? false
        guard event.clockRegressed == isBack || survey.erased > 0 else {
          throw damaged("Row \(row.sequence) does not say rightly whether the clock went back.")
        }
        if event.clockRegressed { survey.clockRegressed.append(row.sequence) }
        lastTime = event.time
      } else {
        survey.erased += 1
      }
      for head in heads where head.size == frontier.size && head.root != frontier.root {
        throw damaged("The first \(head.size) rows are not those that the head was made of.")
      }
      try visit(row, event)
    }
    guard try LedgerTransaction.frontier(database, path) == frontier else {
      throw damaged(
        "The ledger says that it has other rows than the \(frontier.size) that are here.")
    }
    for head in heads where head.size > frontier.size {
      throw damaged(
        "Rows \(frontier.size + 1) to \(head.size), which the head was made of, are missing: rows were "
          + "taken away, or an older copy of the ledger was put back.")
    }
    survey.head = LedgerHead(ledger: id, size: frontier.size, root: frontier.root)
    return survey
  }

  private func damaged(_ problem: String) -> LedgerError { Ledger.damaged(path, problem) }

  /// The head, without proving the rows.
  ///
  /// - Throws: `LedgerError`.
  public func head() throws(LedgerError) -> LedgerHead {
    let frontier = try reading { try LedgerTransaction.frontier($0, path) }
    return LedgerHead(ledger: id, size: frontier.size, root: frontier.root)
  }

  /// The signed heads that were kept, the smallest first.
  ///
  /// - Throws: `LedgerError`.
  public func checkpoints() throws(LedgerError) -> [String] {
    try reading { try String.fetchAll($0, sql: "SELECT text FROM checkpoint ORDER BY size") }
  }
}

/// What was found in a ledger whose rows all verify.
public struct LedgerSurvey: Sendable, Hashable {
  /// Its head.
  public var head: LedgerHead
  /// How many rows were erased.
  public var erased: UInt64 = 0
  /// The rows whose time is before that of the row above them.
  public var clockRegressed: [UInt64] = []
}

/// The rule that every row of a ledger keeps.
enum LedgerVerification {
  /// The event of a row, held against its commitment and its index.
  ///
  /// - Returns: the event, or nil when it was erased.
  /// - Throws: `LedgerError.Kind.damaged` that names the row and what is wrong.
  static func event(
    of row: LedgerRow, ledger path: String, _ reader: XMLReader
  ) throws(LedgerError) -> LedgerEvent? {
    guard let payload = row.payload, let salt = row.salt else {
      guard row.payload == nil, row.salt == nil, row.index.allSatisfy({ $0 == nil }) else {
        throw fault(path, row, "is erased by half")
      }
      return nil
    }
    guard Commitment.value(of: payload, salt: salt) == row.commitment else {
      throw fault(path, row, "does not fit its commitment: the row was changed")
    }
    guard let event = EventXML.event(from: payload, reader: reader) else {
      throw fault(path, row, "holds no event that this version knows")
    }
    guard LedgerRow.index(of: event) == row.index else {
      throw fault(path, row, "does not fit its index: the row was changed")
    }
    return event
  }

  static func fault(_ path: String, _ row: LedgerRow, _ what: String) -> LedgerError {
    Ledger.damaged(path, "Row \(row.sequence) \(what).")
  }
}
