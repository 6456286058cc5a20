// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc

/// The files of a document set in the folder of a patient, and where older sets are kept.
enum DocumentSet {
  /// The names that a set can have, in the order in which they are shown.
  static let names = [
    "handout.html", "clinician.html", "record.xml", "handout.pdf", "clinician.pdf",
  ]

  /// The folder, inside that of the patient, of a set that another took the place of.
  static func folder(of document: String) -> String { "superseded-\(document)" }

  /// Whether a folder holds exactly the files that a row names.
  static func isWhole(_ artefacts: [FileStamp], in folder: Int32) -> Bool {
    artefacts.allSatisfy { stamp in
      let found = try? FileDigest(of: stamp.name, in: folder)
      return found?.digest == stamp.digest && found?.bytes == stamp.bytes
    }
  }

  /// Moves the files of a set into the folder of older sets.
  ///
  /// - Throws: the first fault of the system; some files may have been moved.
  static func setAside(_ document: String, in folder: Int32) throws(SystemFault) {
    let aside = DocumentSet.folder(of: document)
    guard SafeName.isSafe(aside) else { throw SystemFault(EINVAL) }
    if mkdirat(folder, aside, 0o700) != 0 && errno != EEXIST { throw .last }
    let older = try Descriptor(opening: aside, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    for name in names where renameat(folder, name, older.number, name) != 0 {
      if errno != ENOENT { throw .last }
    }
    try older.synchronize()
  }

  /// Takes away the files of a set that no row vouches for, and puts the older set back.
  static func restore(_ document: String?, in folder: Int32) {
    for name in names { _ = unlinkat(folder, name, 0) }
    guard let document, SafeName.isSafe(DocumentSet.folder(of: document)),
      let older = try? Descriptor(
        opening: DocumentSet.folder(of: document), in: folder,
        O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    else { return }
    for name in names { _ = renameat(older.number, name, folder, name) }
    _ = unlinkat(folder, DocumentSet.folder(of: document), AT_REMOVEDIR)
    _ = fsync(folder)
  }
}
