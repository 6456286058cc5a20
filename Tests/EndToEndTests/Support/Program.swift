// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

extension Project {
  /// The program: beside the test bundle, or where a debug build puts it.
  static let program: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: bundle).deletingLastPathComponent().appending(path: "decision-aid")
      .path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root + "/.build/debug/decision-aid"
  }()

  /// The file of a profile made for tests: `plain`, the good one, or one with a mistake.
  static func bad(_ name: String) -> String { ProfileFiles.path(name) }

  /// The file of a decision problem with a mistake.
  static let badProblem = ProfileFiles.path("bad-problem")

  /// The names of the profiles made for tests.
  static let badNames = ["plain"] + ProfileMutation.all.map(\.name)

  /// The text of the valid profile that tests change.
  static func plainProfile() throws -> String { try GoodProfile.text() }

  /// The plain profile with another id.
  static func profile(id: String) throws -> String {
    try GoodProfile.text(id: id)
  }

  /// A tool in the environment that `Tests/run-all` makes; a missing one fails the test.
  static func tool(_ name: String) throws -> String {
    let path = "\(root)/.build/test-venv/bin/\(name)"
    try #require(
      FileManager.default.isExecutableFile(atPath: path), "\(name) is missing: run Tests/run-all")
    return path
  }
}

/// The profiles made for tests as files, in a folder that goes when the tests end.
private enum ProfileFiles {
  private static let folder = Result {
    let folder = try Scratch()
    _ = atexit { ProfileFiles.remove() }
    try folder.write("plain.xml", GoodProfile.text())
    for mutation in ProfileMutation.all {
      try folder.write("\(mutation.name).xml", mutation.text())
    }
    try folder.write("bad-problem.xml", ProblemMutation.named("points-sum-99").text())
    return folder
  }

  private static func remove() {
    _ = try? FileManager.default.removeItem(atPath: folder.get().path)
  }

  /// The path of one; where they could not be written, one that no file has.
  static func path(_ name: String) -> String {
    "\((try? folder.get().path) ?? "/no-profiles")/\(name).xml"
  }
}
