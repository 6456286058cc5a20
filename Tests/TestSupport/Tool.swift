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

  /// What a script of `Tests/Tools` prints in UTF-8.
  ///
  /// The test fails when Python is missing, or the script ends with another status than 0.
  package static func output(of script: String, _ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: try #require(path("python")))
    process.arguments = ["\(Project.root)/Tests/Tools/\(script)"] + arguments
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
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
