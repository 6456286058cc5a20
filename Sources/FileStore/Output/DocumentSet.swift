// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup

/// The files of a document set in the folder of a patient, and where older sets are kept.
package struct DocumentSet: Sendable {
  /// The names that a set can have, in the order in which they are shown.
  package let names: [String]

  /// Sets of files of these names; no other file is ever moved or removed.
  package init(names: [String]) { self.names = names }

  /// The folder, inside that of the patient, of a set that another took the place of.
  package static func folder(of document: String) -> String { "superseded-\(document)" }

  /// Whether a folder holds exactly the files that a row names.
  static func isWhole(_ artefacts: [FileStamp], in folder: Int32) -> Bool {
    artefacts.allSatisfy { (try? FileStamp(of: $0.name, in: folder)) == $0 }
  }

  /// Whether the last set of a person serves a run that would make the same document again: it has
  /// all files that are asked for, its record is signed if that is asked for, and it is whole.
  static func serves(_ last: LedgerEvent, for entry: LedgerEvent, in folder: Int32) -> Bool {
    last.document == entry.document && (last.isSigned || !entry.isSigned)
      && Set(last.artefacts.map(\.name)).isSuperset(of: entry.artefacts.map(\.name))
      && isWhole(last.artefacts, in: folder)
  }

  /// Moves the files of a set into the folder of older sets.
  ///
  /// - Throws: the first fault of the system; some files may have been moved.
  func setAside(_ document: String, in folder: Int32) throws(SystemFault) {
    let aside = DocumentSet.folder(of: document)
    guard SafeName.isSafe(aside) else { throw SystemFault(EINVAL) }
    if mkdirat(folder, aside, 0o700) != 0 && errno != EEXIST { throw .last }
    let older = try Descriptor(opening: aside, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    for name in names where renameat(folder, name, older.number, name) != 0 {
      if errno != ENOENT { throw .last }
      // What an earlier set with this number had, and this one has not.
      if unlinkat(older.number, name, 0) != 0 && errno != ENOENT { throw .last }
    }
    try older.synchronize()
  }

  /// Takes away the files that no row vouches for, and puts those of an older set back.
  ///
  /// A run can end while the older set is being moved: what is still in its place stays there.
  ///
  /// - Parameter last: the last set that the ledger vouches for, or nil: none.
  func restore(_ last: LedgerEvent?, in folder: Int32) {
    let aside = last?.document.map(DocumentSet.folder) ?? ""
    for name in names {
      let stamp = last?.artefacts.first { $0.name == name }
      if let stamp, (try? FileStamp(of: name, in: folder)) == stamp { continue }
      _ = unlinkat(folder, name, 0)
      if SafeName.isSafe(aside) { _ = renameat(folder, "\(aside)/\(name)", folder, name) }
    }
    Self.removeEmptyFolders(in: folder)
    _ = fsync(folder)
  }

  /// Removes folders of older sets that hold nothing.
  static func removeEmptyFolders(in folder: Int32) {
    guard let listing = try? FolderListing(".", in: folder) else { return }
    // A folder that holds something stays: the system refuses.
    for name in listing.names where name.hasPrefix("superseded-") {
      _ = unlinkat(folder, name, AT_REMOVEDIR)
    }
  }
}

extension DocumentSet {
  /// Removes the files of all sets of a person and the letters about them, and the folders if they are empty then.
  ///
  /// - Parameter path: the folder of the documents of all people.
  /// - Returns: the number of files removed.
  /// - Throws: an error of the kind `outputNotWritable` when the folder cannot be opened or a file
  ///   stays.
  package func remove(_ patient: String, from path: String) throws(FileError) -> Int {
    let output: Descriptor
    do throws(SystemFault) {
      output = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path,
        "The folder of the documents cannot be opened", error)
    }
    guard SafeName.isSafe(patient),
      let folder = try? Descriptor(
        opening: patient, in: output.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    else { return 0 }
    var removed = try removeFiles(in: folder.number, path)
    let listing = (try? FolderListing(".", in: folder.number))?.names ?? []
    for name in listing where name.hasPrefix("superseded-") && SafeName.isSafe(name) {
      guard
        let older = try? Descriptor(
          opening: name, in: folder.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      else { continue }
      removed += try removeFiles(in: older.number, path)
      _ = unlinkat(folder.number, name, AT_REMOVEDIR)
    }
    _ = unlinkat(output.number, patient, AT_REMOVEDIR)
    return removed
  }

  private func removeFiles(in folder: Int32, _ path: String) throws(FileError) -> Int {
    var removed = 0
    for name in names + NoticeFile.names(in: folder) {
      if unlinkat(folder, name, 0) == 0 {
        removed += 1
      } else if errno != ENOENT {
        throw FileError(
          .outputNotWritable, "output.notRemoved", at: path, "A document cannot be removed",
          SystemFault.last)
      }
    }
    return removed
  }
}
