// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// The folders of patients inside an output directory.
package struct PatientFolders {
  /// One folder with a record.
  package struct Entry {
    /// Its name.
    package let name: String
    /// The names of the regular files in it.
    package let files: [String]
  }

  /// The folder that holds them.
  package let path: String
  /// Their names, sorted by UTF-8 bytes; hidden ones are left out.
  package let names: [String]

  /// Lists a folder.
  ///
  /// Throws an error of the kind `inputMissing` or `inputNotReadable`.
  package init(in path: String) throws(FileError) {
    do throws(SystemFault) {
      names = try FolderListing(path).names.filter { !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw InputFiles.unusable(path, error)
    }
    self.path = path
  }

  /// The folder of a name; nil when it is no real folder, or holds no record as a regular file.
  package func entry(_ name: String) -> Entry? {
    guard
      let folder = try? Descriptor(
        opening: "\(path)/\(name)", O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
      let listing = try? FolderListing(".", in: folder.number)
    else { return nil }
    let files = listing.names.filter { file in
      var status = stat()
      return fstatat(folder.number, file, &status, AT_SYMLINK_NOFOLLOW) == 0
        && status.isRegularFile
    }
    return files.contains("record.xml") ? Entry(name: name, files: files) : nil
  }
}
