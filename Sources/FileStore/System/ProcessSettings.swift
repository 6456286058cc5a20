// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Synchronization

/// A request to stop: SIGINT (Ctrl-C) or SIGTERM.
///
/// The handler only sets a flag. The batch asks for it between patients, leaves its loop so that
/// the stores remove what is unfinished, and then calls `endProcess`. A second signal ends the
/// program at once; what is left over then is swept at the next run.
package enum Interruption {
  /// The signal that asked to stop; nil when none did.
  package static var requested: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Lets SIGINT and SIGTERM set the flag.
  static func watch() {
    received.store(0, ordering: .relaxed)  // also makes the flag exist before a handler runs
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { Interruption.received.store($0, ordering: .relaxed) }
    action.sa_flags = SA_RESTART | Int32(truncatingIfNeeded: Int64(SA_RESETHAND))
    _ = sigemptyset(&action.sa_mask)
    _ = sigaction(SIGINT, &action, nil)
    _ = sigaction(SIGTERM, &action, nil)
  }

  /// Throws an error of the kind `interrupted` when a signal asked to stop.
  package static func check() throws(FileError) {
    guard requested != nil else { return }
    throw FileError(
      .interrupted, "run.interrupted", at: "decision-aid",
      "The run was stopped; unfinished documents were removed.", advice: "Run again to finish.")
  }

  /// Ends the process by the signal that was caught, so that shells and services see it.
  ///
  /// The exit status is 128 and the number of the signal (130 or 143 in a shell). Call it after
  /// the stores are gone.
  package static func endProcess(by number: Int32) -> Never {
    _ = signal(number, SIG_DFL)
    _ = raise(number)
    exit(128 + number)
  }

  private static let received = Atomic<Int32>(0)
}

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

  /// The error when the address space is limited to less than the program and its threads need; nil
  /// when there is room.
  ///
  /// With less, a thread cannot be started, and what waits for it would wait for ever.
  package static func tooLittleMemory() -> FileError? {
    let least = 384 << 20
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < least
    else { return nil }
    return FileError(
      .outputNotWritable, "run.memory", at: "decision-aid",
      "The program needs an address space of at least 384 MiB.",
      advice: "Raise the limit (ulimit -v) and run again.")
  }

  /// The place of the first argument, counted from 1, that is not UTF-8; nil when all are.
  ///
  /// Bytes of another encoding would be taken for other letters, in a name that is kept for years.
  package static func argumentNotUTF8() -> Int? {
    (1..<max(1, Int(CommandLine.argc))).first { place in
      guard let bytes = CommandLine.unsafeArgv[place] else { return false }
      return String(validatingCString: bytes) == nil
    }
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
