// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup

/// The files of a letter that recalls a document.
///
/// They lie beside the documents of the person and belong to no set: a later set leaves them where they
/// are, since what a person was told stays true.
package enum NoticeFile {
  private static let start = "notice-"
  private static let ends = [".html", ".pdf"]

  /// The name of the page about a document.
  package static func page(about document: String) -> String { start + document + ends[0] }

  /// The name of the printed page about a document.
  package static func print(about document: String) -> String { start + document + ends[1] }

  /// The number of the document that a file is about; nil for other files.
  static func document(of name: String) -> String? {
    guard name.hasPrefix(start), let end = ends.first(where: name.hasSuffix) else { return nil }
    return String(name.dropFirst(start.count).dropLast(end.count))
  }

  /// The names of the letters in a folder, in order.
  static func names(in folder: Int32) -> [String] {
    let listing = (try? FolderListing(".", in: folder))?.names ?? []
    return listing.filter { document(of: $0) != nil }.sorted()
  }

  /// Takes away the letters that no row vouches for.
  ///
  /// - Returns: whether there was one.
  /// - Throws: `LedgerError` when a row cannot be read.
  static func removeStrays(
    in folder: Int32, _ transaction: borrowing LedgerTransaction
  ) throws -> Bool {
    var isFound = false
    for name in names(in: folder) {
      guard let document = document(of: name) else { continue }
      let stamp = try transaction.notice(about: document)?.artefacts.first { $0.name == name }
      if let stamp, (try? FileStamp(of: name, in: folder)) == stamp { continue }
      isFound = unlinkat(folder, name, 0) == 0 || isFound
    }
    return isFound
  }
}
