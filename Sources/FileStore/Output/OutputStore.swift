// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup

/// Writes the documents of patients so that they appear whole or not at all.
///
/// `stage` writes the documents of a patient under temporary names; `commit` makes the staged
/// group durable, gives all documents their names, and makes the names durable. Only then may
/// anyone, such as the ledger, say that they are written.
///
/// What holds when the program or the machine stops at any point: every name shows either the
/// whole old or the whole new document. Renaming is atomic for one file, not for the three of a
/// patient, so a stop between two renamings (some microseconds) can show new beside old ones;
/// writing the patient again mends it. Left-over temporaries are swept when the patient is
/// written again.
///
/// Every worker has a store of its own. It holds one open descriptor, and two more during a call.
///
/// Measured for groups of 64 new patients with three files of 80 kB (ext4 on a virtual disk, two
/// processors, kernel 6.18; milliseconds per patient with one worker / with two at once):
/// no synchronization 0.34; `syncfs` 1.07 / 0.75; `sync_file_range` and `fsync` 0.87 to 1.34 /
/// 1.01; `fdatasync` each 1.45; `fsync` each 1.57 to 1.86 / 2.56. For one patient the
/// difference is under 1 ms, and `fsync` does not wait for the data of other programs.
package struct OutputStore: ~Copyable {
  /// How documents are made durable.
  package enum Durability: Sendable {
    /// Each file by itself: for a single patient.
    case eachFile
    /// One call for a group of patients, where the file system can be relied on to do so.
    case group
  }

  private let output: Descriptor
  private let path: String
  private let device: dev_t
  private let groupSync: GroupSync?
  private let documents: DocumentSet
  private let ledger: Ledger?
  private var staged: [StagedPatient] = []
  /// The patients with a letter that was not written, since another run had changed what it is about.
  package private(set) var overtaken: [String] = []

  /// A store for one worker.
  ///
  /// Throws an error of the kind `outputNotWritable`.
  package init(
    _ directory: OutputDirectory, of documents: DocumentSet, durability: Durability,
    ledger: Ledger? = nil
  ) throws(FileError) {
    self.documents = documents
    self.ledger = ledger
    path = directory.path
    device = directory.device
    output = try directory.reopen()
    groupSync = durability == .group ? GroupSync(for: output) : nil
  }

  deinit {
    for patient in staged { patient.remove(in: output) }
  }

  /// Writes the documents of one patient under temporary names.
  ///
  /// On failure nothing of this patient is left, and the patients staged before stay staged: the
  /// caller commits or discards them. Throws `outputInTheWay` when only this patient is
  /// concerned, otherwise `outputNotWritable`.
  ///
  /// - Parameter others: the names that a set like this one cannot have. Where an older set has one
  ///   of them, what it has and this one has not goes, so that no page of the older one stays behind.
  /// - Parameter entry: the row of a document set among the files.
  /// - Parameter notice: the row of a letter among the files that recalls the set before. It is written
  ///   only while that set is the last of the patient, together with the set in its place.
  package mutating func stage(
    patient id: String, files: [GeneratedFile], replacing others: [String] = [],
    entry: LedgerEvent? = nil, notice: LedgerEvent? = nil
  ) throws(FileError) {
    try SafeName.check([id] + files.map(\.name), at: path)
    if staged.contains(where: { $0.id == id }) {
      throw FileError(
        .outputInTheWay, "output.twice", at: "\(path)/\(id)",
        "A patient may be written once per run.", advice: "Give every profile its own id.")
    }
    let folder = try PatientFolder(id, in: output, path: "\(path)/\(id)", making: true)
    if !folder.isNew { folder.sweep() }
    var patient = StagedPatient(
      id: id, folder: folder.status, isNew: folder.isNew,
      syncsEachFile: groupSync == nil || folder.status.st_dev != device, entry: entry,
      notice: notice, others: others.filter(documents.names.contains), allNames: documents.names)
    do throws(FileError) {
      for file in files { try patient.write(file, in: folder) }
    } catch {
      patient.remove(in: output)
      throw error
    }
    staged.append(patient)
  }

  /// Makes the staged documents durable under their names, and then their rows in the ledger.
  ///
  /// On failure all temporaries are removed and the whole group counts as not written: patients
  /// renamed before the failure hold complete new documents, those after it their old ones. With a
  /// ledger, those renamed before hold what the ledger vouches for.
  /// Throws `outputInTheWay`, `outputNotWritable`, or `outputNotDurable` when the documents
  /// stand under their names and the disk did not confirm them.
  package mutating func commit() throws(FileError) {
    if staged.isEmpty { return }
    defer { discard() }
    guard let ledger else {
      if staged.contains(where: { !$0.syncsEachFile }) { try synchronizeGroup(published: false) }
      try publish { patient, folder throws(FileError) in try patient.publish(in: folder) }
      return
    }
    let pending: PendingGroup
    do throws(SystemFault) {
      pending = try PendingGroup(staged.map(\.id), in: output, isDurable: groupSync == nil)
    } catch {
      throw FileError(
        .outputNotWritable, error.code == ENOSPC ? "output.diskFull" : "output.notWritable",
        at: path, "The documents cannot be written", error)
    }
    let ids = staged.map(\.id)
    if staged.contains(where: { !$0.syncsEachFile }) {
      do throws(FileError) { try synchronizeGroup(published: false) } catch {
        pending.finish()
        throw error
      }
    }
    do {
      try ledger.append { transaction in try publish(noting: &transaction) }
    } catch {
      // What got its name has no row: it goes, and the older set comes back. Where that fails, the
      // note stays for the next run.
      let recovery = LedgerRecovery(
        ledger: ledger, documents: documents, operatorName: nil, path: path)
      if (try? recovery.mend(ids, in: output, isNoted: false)) != nil { pending.finish() }
      throw FileError.ledger(error, at: ledger.path)
    }
    pending.finish()
  }

  /// Gives the documents their names and notes a row for each patient whose documents are new.
  private mutating func publish(noting transaction: inout LedgerTransaction) throws {
    let (documents, ledger) = (documents, ledger?.path ?? "")
    var overtaken: [String] = []
    defer { self.overtaken += overtaken }
    try publish { patient, folder throws(FileError) in
      if patient.entry == nil && patient.notice == nil { return try patient.publish(in: folder) }
      do {
        let last = try transaction.last(.generated, of: patient.id)
        if try patient.isOvertaken(last, in: folder, &transaction) {
          overtaken.append(patient.id)
          return
        }
        if let entry = patient.entry, let last {
          // A run that goes on where another ended.
          if DocumentSet.serves(last, for: entry, in: folder.descriptor.number) { return }
          if let document = last.document, document != entry.document {
            try documents.setAside(document, in: folder.descriptor.number)
          }
        }
        try patient.publish(in: folder)
        if var entry = patient.entry {
          entry.supersedes = last?.document
          // The time of the row, not that of the work: workers finish in any order.
          entry.time = WallClock.now
          try transaction.append(entry)
        }
        if var notice = patient.notice {
          notice.time = WallClock.now
          try transaction.append(notice)
        }
      } catch let fault as SystemFault {
        throw folder.failure("record.xml", "The older documents cannot be kept", fault)
      } catch {
        throw FileError.ledger(error, at: ledger)
      }
    }
  }

  /// Gives the documents of all patients their names, and makes the names durable.
  private mutating func publish(
    _ body: (StagedPatient, borrowing PatientFolder) throws(FileError) -> Void
  ) throws(FileError) {
    let isGroup = staged.contains { !$0.syncsEachFile }
    let anyNew = staged.contains { $0.isNew }
    while let patient = staged.first {
      let folder = try PatientFolder(
        patient.id, in: output, path: "\(path)/\(patient.id)", making: false)
      try body(patient, folder)
      // What was not given a name goes.
      patient.removeFiles(in: folder)
      staged.removeFirst()
    }
    if isGroup { try synchronizeGroup(published: true) }
    if groupSync == nil && anyNew {
      do throws(SystemFault) { try output.synchronize() } catch {
        throw Self.notDurable(path, error)
      }
    }
  }

  /// Removes all that is staged; documents that were there before stay.
  package mutating func discard() {
    for patient in staged { patient.remove(in: output) }
    staged.removeAll(keepingCapacity: true)
  }

  /// Before the documents have their names, a fault means that they are not written.
  private func synchronizeGroup(published: Bool) throws(FileError) {
    do throws(SystemFault) { try groupSync?(output) } catch {
      if published { throw Self.notDurable(path, error) }
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path,
        "The disk did not take the documents", error)
    }
  }

  /// The error for a disk that did not confirm what was written.
  static func notDurable(_ path: String, _ fault: SystemFault) -> FileError {
    FileError(
      .outputNotDurable, "output.notDurable", at: path,
      "The disk did not confirm the documents", fault)
  }
}
