// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import FileStore
import Markup

/// A folder with one audit message for every exported row.
struct MessageFolder {
  private let path: String
  private let ledger: String

  /// Makes the folder if needed.
  ///
  /// - Throws: an error of the kind `outputNotWritable`.
  init(_ path: String, ledger: String) throws(FileError) {
    self.path = try OutputDirectory(preparing: path).path
    self.ledger = ledger
  }

  /// Writes the message about the export itself.
  ///
  /// - Throws: an error of the kind `outputInTheWay` or `outputNotWritable`.
  func writeExport(of head: LedgerHead, time: UTCInstant) throws(FileError) {
    try SingleFile("\(path)/export.dicom.xml").write(
      DICOMAuditMessage.bytes(
        ofExport: head, time: time, operatorName: WallClock.user, program: ProgramVersion.current))
  }

  /// Writes the message of a row; its name is the number of the row.
  ///
  /// - Throws: an error of the kind `outputInTheWay` or `outputNotWritable`.
  func write(_ event: LedgerEvent, row: UInt64) throws(FileError) {
    let number = String(row)
    let padded = String(repeating: "0", count: max(0, 8 - number.count)) + number
    try SingleFile("\(path)/row-\(padded).dicom.xml").write(
      DICOMAuditMessage.bytes(of: event, row: row, ledger: ledger))
  }
}
