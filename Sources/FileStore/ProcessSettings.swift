// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// What the process asks of the operating system before it touches a file.
package enum ProcessSettings {
  /// Makes the process safe for patients' data; call it first in `main`.
  ///
  /// - no core dumps and no dumps of registers (Swift's backtraces), which would hold patients'
  ///   data;
  /// - new files and folders are for the user alone, whatever the caller's umask;
  /// - a closed pipe and a file that grows too large are errors, not sudden ends;
  /// - SIGINT and SIGTERM ask to stop (`Interruption`);
  /// - no document can get the number of a closed standard stream.
  package static func apply() {
    occupyStandardStreams()
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    for fault in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT] {
      _ = signal(fault, SIG_DFL)
    }
    _ = umask(0o077)
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    Interruption.watch()
  }

  /// The error when so few files may be open that the system's own parts can fail; nil when there
  /// is room.
  package static func tooFewOpenFiles() -> FileError? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
      limit.rlim_cur < 10
    else { return nil }
    return FileError(
      .outputNotWritable, "run.openFiles", at: "decision-aid",
      "The program needs at least 10 open files.",
      advice: "Raise the limit (ulimit -n) and run again.")
  }

  /// How many workers the limit for open files allows, at most `wanted` and at least 1.
  ///
  /// A worker holds one descriptor and two more during a call; ten are kept for the standard
  /// streams, the output directory and the ledger.
  package static func workers(wanted: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1 }
    let allowed = (Int(clamping: limit.rlim_cur) - 10) / 3
    return max(1, min(wanted, allowed))
  }

  /// Opens `/dev/null` for reading where 0, 1 or 2 is closed: writing there is an error then.
  private static func occupyStandardStreams() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
