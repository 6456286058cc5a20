// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// A note, in the output directory, of the patients whose documents get their names now and whose
/// rows are not in the ledger yet.
///
/// It is on disk before the first document gets its name, and goes when the rows are on disk. What a
/// killed run left behind is found through it.
package struct PendingGroup: ~Copyable {
  private let name: TemporaryName
  private let output: Int32

  /// Writes the note.
  ///
  /// - Parameter output: the open output directory.
  /// - Throws: the fault of the system.
  package init(_ ids: [String], in output: borrowing Descriptor, durable: Bool) throws(SystemFault)
  {
    let name = TemporaryName(for: PendingGroup.label)
    let file = try Descriptor(
      opening: name.text, in: output.number, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, mode: 0o600)
    try file.write(Array(ids.map { $0 + "\n" }.joined().utf8))
    if durable {
      try file.synchronize()
      try output.synchronize()
    }
    try file.close()
    self.name = name
    self.output = output.number
  }

  /// Takes the note away: the rows are on disk, or the documents are gone again.
  package consuming func finish() { _ = unlinkat(output, name.text, 0) }

  private static let label = "pending"

  /// The notes of runs that are gone: the name of each and the patients in it.
  package static func stale(in output: borrowing Descriptor) -> [(name: String, ids: [String])] {
    guard let listing = try? FolderListing(".", in: output.number) else { return [] }
    return listing.names.sorted().compactMap { name in
      guard name.hasPrefix(".\(label)."), TemporaryName(parsing: name)?.isStale == true,
        let text = text(of: name, in: output.number)
      else { return nil }
      return (name, text.split(separator: "\n").map(String.init).filter(SafeName.isSafe))
    }
  }

  /// Takes a stale note away.
  package static func remove(_ name: String, in output: borrowing Descriptor) {
    _ = unlinkat(output.number, name, 0)
  }

  private static func text(of name: String, in output: Int32) -> String? {
    guard let file = try? Descriptor(opening: name, in: output, O_RDONLY | O_NOFOLLOW),
      let status = try? file.status(), status.isRegularFile, status.st_size < 1 << 20
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = bytes.withUnsafeMutableBytes { read(file.number, $0.baseAddress, $0.count) }
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
