// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import FileStore

/// The records that rows of a ledger name.
enum KeptRecord {
  /// The record of a document set, where the last or an older set of the person lies.
  static func copy(of event: LedgerEvent, in folder: String) -> RecordCopy {
    guard let profile = event.profile, let document = event.document, SafeName.isSafe(profile),
      let stamp = event.artefacts.first(where: { $0.name == "record.xml" })
    else { return .missing }
    var found = RecordCopy.missing
    for place in ["", DocumentSet.folder(of: document) + "/"] {
      guard
        let bytes = try? InputFiles.read("\(folder)/\(profile)/\(place)record.xml", limit: 16 << 20)
      else { continue }
      if Hashing.swiftCrypto.hexadecimal(bytes) == stamp.digest { return .whole(bytes) }
      found = .changed
    }
    return found
  }
}
