// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import FileStore
import Glibc
import Markup

/// Holds the files of document sets against the rows that name them.
struct ArtefactCheck {
  /// How many files were as the ledger says.
  private(set) var whole = 0
  /// How many document sets were looked at.
  private(set) var sets = 0
  /// How many records carry a signature that was verified.
  private(set) var signed = 0
  /// How many records carry none.
  private(set) var unsigned = 0
  private let output: String
  private let trust: Trust

  /// - Parameters:
  ///   - output: the folder of the documents.
  ///   - trust: with a certificate, the signatures of records are verified as well.
  init(_ output: String, _ trust: Trust) {
    self.output = output
    self.trust = trust
  }

  /// Looks at all sets of one person: the last one in their folder, older ones where they are kept.
  ///
  /// - Throws: an error of the kind `ledgerDamaged` that names the row and the file.
  mutating func look(_ profile: String, _ sets: [(row: UInt64, event: LedgerEvent)])
    throws(FileError)
  {
    for (place, set) in sets.enumerated() {
      guard let document = set.event.document, SafeName.isSafe(profile) else { continue }
      let isLast = place == sets.count - 1
      let folder =
        "\(output)/\(profile)" + (isLast ? "" : "/" + DocumentSet.folder(of: document))
      for stamp in set.event.artefacts {
        guard SafeName.isSafe(stamp.name) else { continue }
        try look(stamp, at: "\(folder)/\(stamp.name)", row: set.row)
      }
      self.sets += 1
    }
  }

  /// Looks at the files of a letter, beside the documents of its person.
  ///
  /// - Throws: an error of the kind `ledgerDamaged` that names the row and the file.
  mutating func look(letter event: LedgerEvent, row: UInt64) throws(FileError) {
    guard let profile = event.profile, SafeName.isSafe(profile) else { return }
    for stamp in event.artefacts where SafeName.isSafe(stamp.name) {
      try look(stamp, at: "\(output)/\(profile)/\(stamp.name)", row: row)
    }
  }

  private mutating func look(
    _ stamp: FileStamp, at path: String, row: UInt64
  ) throws(FileError) {
    let found: FileStamp
    do throws(SystemFault) {
      found = try FileStamp(of: path)
    } catch {
      let isMissing = error.code == ENOENT
      throw FileError(
        .ledgerDamaged, isMissing ? "artefact.missing" : "artefact.notReadable", at: path,
        "Row \(row) names this file, and it "
          + (isMissing ? "is not there." : "cannot be read (\(error.problem))."),
        advice: "Restore it from a backup; or rederive it: decision-aid audit rederive.")
    }
    guard found.digest == stamp.digest else {
      throw FileError(
        .ledgerDamaged, "artefact.changed", at: path,
        "Row \(row) names this file with other bytes: it was changed after it was made.",
        advice: "Keep it as it is; restore the original from a backup and compare both.")
    }
    whole += 1
    guard stamp.name == "record.xml", trust.certificate != nil else { return }
    let bytes = try InputFiles.read(path, limit: XMLReader.documentLimit)
    if try trust.verifies(record: bytes, at: path) { signed += 1 } else { unsigned += 1 }
  }
}
