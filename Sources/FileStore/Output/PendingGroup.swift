// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// A note, in the output directory, of the patients whose documents get their names now and whose
/// rows are not in the ledger yet.
///
/// It is on disk before the first document gets its name, and goes when the rows are on disk. What a
/// killed run left behind is found through it.
struct PendingGroup: ~Copyable {
  private let note: AtomicFile
  private let output: Int32

  /// Writes the note.
  ///
  /// - Parameters:
  ///   - output: the open output directory.
  ///   - isDurable: whether the disk is waited for; false when a later call covers it.
  /// - Throws: the fault of the system; no note is left then.
  init(_ ids: [String], in output: borrowing Descriptor, isDurable: Bool) throws(SystemFault) {
    // The note keeps its temporary name, by which a later run knows whose it was.
    let note = AtomicFile(PendingGroup.label)
    try note.write(
      Array(ids.map { $0 + "\n" }.joined().utf8), in: output.number, isDurable: isDurable)
    if isDurable {
      do throws(SystemFault) { try output.synchronize() } catch {
        note.remove(in: output.number)
        throw error
      }
    }
    self.note = note
    self.output = output.number
  }

  /// Takes the note away: the rows are on disk, or the documents are gone again.
  consuming func finish() { note.remove(in: output) }

  private static let label = "pending"

  /// The notes of runs that are gone: the name of each and the patients in it.
  static func stale(in output: borrowing Descriptor) -> [(name: String, ids: [String])] {
    guard let listing = try? FolderListing(".", in: output.number) else { return [] }
    return listing.names.sorted().compactMap { name in
      guard name.hasPrefix(".\(label)."), TemporaryName(parsing: name)?.isStale == true,
        let text = text(of: name, in: output.number)
      else { return nil }
      return (name, text.split(separator: "\n").map(String.init).filter(SafeName.isSafe))
    }
  }

  /// Takes a stale note away.
  static func remove(_ name: String, in output: borrowing Descriptor) {
    _ = unlinkat(output.number, name, 0)
  }

  private static func text(of name: String, in output: Int32) -> String? {
    guard let file = try? Descriptor(opening: name, in: output, O_RDONLY | O_NOFOLLOW),
      let status = try? file.status(), status.isRegularFile, status.st_size < 1 << 20
    else { return nil }
    return (try? file.read(upTo: Int(status.st_size))).map { String(decoding: $0, as: UTF8.self) }
  }
}
