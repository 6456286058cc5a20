// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// Removes the documents of one person, and nothing else.
package struct DocumentRemoval: ~Copyable {
  private let output: Descriptor
  private let path: String

  /// Opens the folder of the documents.
  ///
  /// - Throws: an error of the kind `outputNotWritable`.
  package init(_ path: String) throws(FileError) {
    self.path = path
    do throws(SystemFault) {
      output = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path,
        "The folder of the documents cannot be opened", error)
    }
  }

  /// Removes the files of all document sets of a person, and the folders if they are empty then.
  ///
  /// - Returns: the number of files removed.
  /// - Throws: an error of the kind `outputNotWritable` when a file stays.
  package func remove(_ patient: String) throws(FileError) -> Int {
    guard SafeName.isSafe(patient),
      let folder = try? Descriptor(
        opening: patient, in: output.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    else { return 0 }
    var removed = try files(in: folder.number)
    let listing = (try? FolderListing(".", in: folder.number))?.names ?? []
    for name in listing where name.hasPrefix("superseded-") && SafeName.isSafe(name) {
      guard
        let older = try? Descriptor(
          opening: name, in: folder.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      else { continue }
      removed += try files(in: older.number)
      _ = unlinkat(folder.number, name, AT_REMOVEDIR)
    }
    _ = unlinkat(output.number, patient, AT_REMOVEDIR)
    return removed
  }

  private func files(in folder: Int32) throws(FileError) -> Int {
    var removed = 0
    for name in DocumentSet.names {
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
