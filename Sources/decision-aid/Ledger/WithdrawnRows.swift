// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import EvidencePack
import Markup

/// Finds the rows of documents from withdrawn evidence while rows are read, and says so.
///
/// A withdrawn document is no fault of a ledger: what is said is a warning.
struct WithdrawnRows {
  /// Documents of one version that one withdrawal covers.
  private struct Found {
    let withdrawal: Withdrawal
    let version: String
    var rows: [UInt64]
    /// The pseudonyms of people whose last documents these are, and who were not told.
    var waiting: Set<String> = []
  }

  private let pack: PreparedPack
  private var found: [Found] = []

  /// How many rows are named.
  private static let named = 10

  /// - Parameter pack: the pack whose withdrawals hold.
  init(_ pack: PreparedPack) { self.pack = pack }

  /// Looks at a row.
  mutating func look(_ row: UInt64, _ event: LedgerEvent?) {
    guard let event, let profile = event.profile,
      event.kind == .generated || event.kind == .recalled
    else { return }
    // Later documents, or a letter: the person no longer waits.
    for place in found.indices { found[place].waiting.remove(profile) }
    guard event.kind == .generated, let evidence = event.evidence,
      let version = evidence.version,
      let withdrawal = pack.pack.withdrawal(
        of: evidence.id ?? "", version: version, outcomes: event.outcomes)
    else { return }
    let place = found.firstIndex { $0.withdrawal == withdrawal && $0.version == version }
    if let place {
      found[place].rows.append(row)
      found[place].waiting.insert(profile)
    } else {
      found.append(
        Found(withdrawal: withdrawal, version: version, rows: [row], waiting: [profile]))
    }
  }

  /// Shows one warning for each version, in the order of their first rows.
  func show(at file: String) {
    for part in found {
      let rows = part.rows.prefix(Self.named).map(String.init).joined(separator: ", ")
      let more = part.rows.count > Self.named ? " and \(part.rows.count - Self.named) more" : ""
      let documents =
        part.rows.count == 1
        ? "The document of row \(rows) is" : "The documents of rows \(rows)\(more) are"
      Failure.show(
        pack.warning(
          of: part.withdrawal, version: part.version, documents: documents, at: file,
          waiting: part.waiting.count))
    }
  }
}
