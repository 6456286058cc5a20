// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup

/// The documents of one patient, written under temporary names.
struct StagedPatient {
  /// The pseudonymous id, which is the name of the folder.
  let id: String
  /// The folder as it was when the documents were written.
  let folder: stat
  /// Whether the folder was made for them.
  let isNew: Bool
  /// Whether each file is synchronized, because no call covers the group.
  let syncsEachFile: Bool
  /// The row that the ledger gets, but for what stands before it there; nil without a ledger.
  var entry: LedgerEvent?
  /// The row of the letter among the files, but for its time; nil: there is none.
  var notice: LedgerEvent?
  /// The names that a set like this one cannot have.
  var others: [String] = []
  /// All names that a set can have.
  var allNames: [String] = []
  /// The documents.
  private(set) var files: [AtomicFile] = []

  /// Writes one document under a temporary name and notes it, so that it can be removed.
  ///
  /// Throws `outputInTheWay` or `outputNotWritable`; nothing of this document is left then.
  mutating func write(
    _ file: GeneratedFile, in folder: borrowing PatientFolder
  ) throws(FileError) {
    try folder.checkTarget(file.name)
    let staged = AtomicFile(file.name)
    do throws(SystemFault) {
      try staged.write(file.bytes, in: folder.descriptor.number, isDurable: syncsEachFile)
    } catch {
      throw folder.failure(file.name, "The document cannot be written", error)
    }
    files.append(staged)
  }

  /// Gives the documents their names, one right after the other.
  ///
  /// All names are checked first. If a renaming fails all the same, the earlier ones are taken
  /// back (`Renaming`). Throws `outputInTheWay`, `outputNotWritable`, or `outputNotDurable` when
  /// the disk does not confirm the names.
  func publish(in folder: borrowing PatientFolder) throws(FileError) {
    guard folder.status.isSame(as: self.folder) else {
      throw FileError(
        .outputInTheWay, "output.replaced", at: folder.path,
        "The folder of a patient was replaced while its documents were written.",
        advice: "Run again; let no other program work in the output directory.")
    }
    let outdated = outdated(in: folder)
    for name in files.map(\.name) + outdated { try folder.checkTarget(name) }
    var renaming = Renaming(in: folder.descriptor.number)
    // First: a run that is killed in between leaves no page rather than the one of another set.
    for name in outdated {
      do throws(SystemFault) {
        try renaming.retire(AtomicFile(name))
      } catch {
        renaming.undo()
        throw folder.failure(name, "The older document cannot be taken away", error)
      }
    }
    for file in files {
      do throws(SystemFault) {
        try renaming.publish(file)
      } catch {
        renaming.undo()
        throw folder.failure(file.name, "The document cannot get its name", error)
      }
    }
    renaming.finish()
    guard syncsEachFile else { return }
    do throws(SystemFault) {
      try folder.descriptor.synchronize()
    } catch {
      throw OutputStore.notDurable(folder.path, error)
    }
  }

  /// Whether another run was first: the set that the letter is about is no longer the last, or its
  /// person was told and nothing new comes with this letter.
  ///
  /// - Throws: `LedgerError` when a row cannot be read.
  func isOvertaken(
    _ last: LedgerEvent?, in folder: borrowing PatientFolder, _ transaction: inout LedgerTransaction
  ) throws -> Bool {
    guard let notice, let document = notice.document else { return false }
    if last?.document != document { return true }
    guard entry == nil, let given = try transaction.notice(about: document) else { return false }
    return Set(given.artefacts.map(\.name)).isSuperset(of: notice.artefacts.map(\.name))
      && DocumentSet.isWhole(given.artefacts, in: folder.descriptor.number)
  }

  /// What an older set of another kind has, and this one has not.
  private func outdated(in folder: borrowing PatientFolder) -> [String] {
    func exists(_ name: String) -> Bool {
      faccessat(folder.descriptor.number, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
    }
    guard others.contains(where: exists) else { return [] }
    let own = files.map(\.name)
    return allNames.filter { !own.contains($0) && exists($0) }
  }

  /// Removes the temporary files that are left.
  func removeFiles(in folder: borrowing PatientFolder) {
    for file in files { file.remove(in: folder.descriptor.number) }
  }

  /// Removes the temporary files, and the folder if it was made for them and is empty.
  func remove(in output: borrowing Descriptor) {
    let opened = try? Descriptor(
      opening: id, in: output.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    if let opened { for file in files { file.remove(in: opened.number) } }
    if isNew { _ = unlinkat(output.number, id, AT_REMOVEDIR) }
  }
}
