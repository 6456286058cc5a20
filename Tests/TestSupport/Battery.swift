// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation

/// How many cases a battery tries: few in every run, all of them in `Tests/run-long`.
package enum Battery {
  /// Whether this is a long run: the environment says `SDA_LONG=1`.
  package static let isLong = ProcessInfo.processInfo.environment["SDA_LONG"] == "1"

  /// A count of cases.
  package static func count(short: Int, long: Int) -> Int { isLong ? long : short }

  /// The cases of a list: a few in every run, spread evenly over it, and all in a long one.
  package static func cases<Case>(_ all: [Case], short: Int) -> [Case] {
    isLong || all.count <= short ? all : (0..<short).map { all[$0 * all.count / short] }
  }
}
