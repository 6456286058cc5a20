// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Synchronization

/// The name of a file that is not finished: `.<name>.<process>.<number>.tmp`.
struct TemporaryName: Sendable, Equatable {
  /// The process that writes the file.
  let process: pid_t
  /// Different for every temporary file of a process.
  let number: UInt64
  /// The name in the folder.
  let text: String

  /// A name that no other temporary file of this process has.
  init(for target: String) {
    process = getpid()
    number = Self.start &+ Self.count.add(1, ordering: .relaxed).oldValue
    text = ".\(target).\(process).\(number).tmp"
  }

  /// Reads a name back; nil when it is not the name of a temporary file.
  init?(parsing text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 5, parts[0].isEmpty, parts[parts.count - 1] == "tmp",
      let process = pid_t(parts[parts.count - 3]), process > 0,
      let number = UInt64(parts[parts.count - 2])
    else { return nil }
    self.process = process
    self.number = number
    self.text = text
  }

  /// Whether the process that made the file is gone.
  ///
  /// In a container every run may have the same process number: an own file with a number from
  /// before this run is stale as well. A process in another container that shares the folder
  /// looks dead; if it is not, its next commit fails and writes nothing.
  var isStale: Bool {
    if process == getpid() { return number < Self.start }
    return (kill(process, 0) != 0 && errno == ESRCH) || isZombie
  }

  /// Whether the process has ended and waits only to be collected: in a container whose first
  /// process collects nobody it would wait for ever.
  private var isZombie: Bool {
    guard let file = try? Descriptor(opening: "/proc/\(process)/stat", O_RDONLY),
      let bytes = try? file.read(upTo: 512)
    else { return false }
    // The state stands behind the name, which stands in parentheses and may hold some itself.
    guard let end = bytes.lastIndex(of: 0x29) else { return false }
    return bytes.dropFirst(end + 2).first == UInt8(ascii: "Z")
  }

  /// The first number of this run: nanoseconds of the clock, so that runs differ.
  private static let start: UInt64 = {
    var now = timespec()
    _ = clock_gettime(CLOCK_REALTIME, &now)
    return UInt64(clamping: now.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: now.tv_nsec)
  }()

  private static let count = Atomic<UInt64>(0)
}

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
