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
  package static func watch() {
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
