// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Markup

/// The clock of the machine, and who uses it.
package enum WallClock {
  /// The time.
  package static var now: UTCInstant {
    var now = timespec()
    _ = clock_gettime(CLOCK_REALTIME, &now)
    return UTCInstant(milliseconds: now.tv_sec * 1000 + now.tv_nsec / 1_000_000)
  }

  /// The login name of the user who runs the program, or nil.
  package static var user: String? {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return nil }
    return String(validatingCString: name)
  }
}
