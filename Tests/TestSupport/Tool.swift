// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

/// Programs of others that tests start.
package enum Tool {
  /// Where one lies: in the environment that `Tests/run-all` makes, or on this machine.
  package static func path(_ name: String) -> String? {
    ["\(Project.root)/.build/test-venv/bin", "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin"]
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, with its reason, where a tool is missing; `Tests/run-all` installs them all.
  package static func needs(_ tools: String...) -> ConditionTrait {
    let missing = tools.filter { Tool.path($0) == nil }
    return .enabled(
      if: missing.isEmpty,
      Comment(rawValue: "\(missing.joined(separator: " and ")) not installed: run Tests/run-all"))
  }
}
