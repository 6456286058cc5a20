// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

/// How much a run of the tests tries: what `SDA_BATTERY` in the environment says.
///
/// `long` is `Tests/run-long`: every battery in full. `fast` is `Tests/run-fast`: without the tests
/// that carry the trait `.takesLong`. Anything else is the whole run, with batteries in their short
/// form.
package enum Battery {
  private static let word = ProcessInfo.processInfo.environment["SDA_BATTERY"]

  /// Whether batteries run in full.
  package static let isLong = word == "long"

  /// Whether tests that take long are left out.
  package static let isFast = word == "fast"

  /// A count of cases.
  package static func count(short: Int, long: Int) -> Int { isLong ? long : short }

  /// The cases of a list: a few, spread evenly over it, and all in a long run.
  package static func cases<Case>(_ all: [Case], short: Int) -> [Case] {
    isLong || all.count <= short ? all : (0..<short).map { all[$0 * all.count / short] }
  }
}

extension Trait where Self == ConditionTrait {
  /// Leaves a test out of the short run.
  package static var takesLong: ConditionTrait {
    .enabled(if: !Battery.isFast, "it takes long, and is part of Tests/run-all")
  }
}
