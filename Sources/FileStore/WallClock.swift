// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// The clock of the machine, as text.
package enum WallClock {
  /// The time in UTC with milliseconds: `2026-11-26T05:38:00.123Z`.
  package static var now: String {
    var now = timespec()
    _ = clock_gettime(CLOCK_REALTIME, &now)
    return text(seconds: now.tv_sec, milliseconds: now.tv_nsec / 1_000_000)
  }

  /// The seconds since 1970.
  package static var seconds: Int { time(nil) }

  /// A time as text.
  package static func text(seconds: Int, milliseconds: Int) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int, _ digits: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    return "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1))-"
      + "\(padded(Int(parts.tm_mday)))T\(padded(Int(parts.tm_hour))):\(padded(Int(parts.tm_min))):"
      + "\(padded(Int(parts.tm_sec))).\(padded(milliseconds, 3))Z"
  }

  /// The login name of the user who runs the program, or nil.
  package static var user: String? {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return nil }
    return String(validatingCString: name)
  }
}
