// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup

/// Puts the documents of patients back into the state that the ledger vouches for.
package struct LedgerRecovery {
  /// The ledger.
  let ledger: Ledger
  /// The files that can belong to a patient.
  let documents: DocumentSet
  /// Who runs the program, for the rows that note a removal.
  let operatorName: String?
  /// The path of the output directory, for messages.
  let path: String

  /// The recovery of an output directory.
  package init(
    ledger: Ledger, documents: DocumentSet, operatorName: String?, path: String
  ) {
    self.ledger = ledger
    self.documents = documents
    self.operatorName = operatorName
    self.path = path
  }

  /// Looks for what killed runs left in an output directory, mends it, and notes it in the ledger.
  ///
  /// - Returns: one warning for every patient whose documents were taken away.
  /// - Throws: `FileError` when the ledger cannot be written.
  package func mendWhatIsLeft(
    in directory: OutputDirectory
  ) throws(FileError) -> [Diagnostic] {
    let output = try directory.reopen()
    var warnings: [Diagnostic] = []
    for (name, ids) in PendingGroup.stale(in: output) {
      let swept = try mend(ids, in: output)
      warnings += swept.map { id in
        Diagnostic(
          .warning, "ledger.swept", at: SourceLocation(file: "\(path)/\(id)"),
          "A run broke off before the ledger had these documents; they were removed.",
          advice: "Generate them again; the ledger notes the removal.")
      }
      PendingGroup.remove(name, in: output)
    }
    return warnings
  }

  /// Takes away the documents of patients that no row vouches for.
  ///
  /// - Parameter isNoted: whether the ledger notes it: not when the run itself takes back what it
  ///   did, which also works on a full disk.
  /// - Returns: the patients concerned.
  /// - Throws: `FileError` when the ledger cannot be held, or written.
  @discardableResult
  func mend(
    _ ids: [String], in output: borrowing Descriptor, isNoted: Bool = true
  ) throws(FileError) -> [String] {
    let number = output.number
    do {
      return try ledger.append { transaction in
        try ids.filter { id in
          guard
            let folder = try? Descriptor(
              opening: id, in: number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
          else { return false }
          let last = try transaction.last(.generated, of: id)
          let hadStrays = try NoticeFile.removeStrays(in: folder.number, transaction)
          let hasFiles = documents.names.contains {
            faccessat(folder.number, $0, F_OK, AT_SYMLINK_NOFOLLOW) == 0
          }
          // A folder that is whole, or was still untouched, is as the ledger says.
          if last.map({ DocumentSet.isWhole($0.artefacts, in: folder.number) }) ?? !hasFiles {
            DocumentSet.removeEmptyFolders(in: folder.number)
            if !hadStrays { return false }
          } else {
            documents.restore(last, in: folder.number)
          }
          if last == nil { _ = unlinkat(number, id, AT_REMOVEDIR) }
          if !isNoted { return true }
          try transaction.append(
            LedgerEvent(
              .swept, time: WallClock.now, profile: id, document: last?.document,
              operatorName: operatorName, outcome: "removed"))
          return true
        }
      }
    } catch {
      throw FileError.ledger(error, at: ledger.path)
    }
  }
}
