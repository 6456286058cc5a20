// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Names that may become the name of a folder or a file.
///
/// The schema of profiles holds the same rule for ids; this is the last gate before the disk.
package enum SafeName {
  /// Whether a name is 1 to 64 of `A-Z a-z 0-9 . _ -` and begins with a letter or a digit.
  ///
  /// So `..`, `a/b`, `-x`, hidden names, NUL and names that the system refuses do not pass.
  package static func isSafe(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count), let first = name.utf8.first else { return false }
    return isLetterOrDigit(first)
      && name.utf8.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }

  /// Throws an error of the kind `outputInTheWay` for the first name that is not safe.
  ///
  /// The message does not repeat the name; `path` is the output directory.
  package static func check(_ names: [String], at path: String) throws(FileError) {
    if names.allSatisfy(isSafe) { return }
    throw FileError(
      .outputInTheWay, "output.name", at: path,
      "The id of a patient must be 1 to 64 of A-Z a-z 0-9 . _ - and begin with one of A-Z a-z 0-9.",
      advice: "Correct the id in the profile.")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
