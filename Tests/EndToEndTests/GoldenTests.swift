// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// The committed documents in `Output/Examples` are what the program writes: a few people in full,
/// the index page of all samples, and the digests of every file.
///
/// `SDA_RECORD=1 swift test --filter GoldenTests` writes them anew for the folders found there,
/// and fails, so that nobody takes a recording for a test. Look at `git diff` before a commit.
struct GoldenTests {
  private static let examples = Project.root + "/Output/Examples"
  private static let digests = "digests.sha256"

  @Test func examplesAreWhatTheProgramWrites() throws {
    let ids = try #require(
      try? FileManager.default.contentsOfDirectory(atPath: Self.examples), "Output/Examples"
    ).filter { !$0.contains(".") }.sorted()
    try #require(!ids.isEmpty, "Output/Examples holds no example")
    let scratch = try Scratch()
    let output = scratch.path("out")
    let run = try Run.program(
      "generate", Project.profiles, "--date", Project.day, "--output", output)
    try #require(run.status == 0, "\(run.errors)")
    let index = try Run.program("gallery", output)
    try #require(index.status == 0, "\(index.errors)")
    let now = try Tree(output).files
    let digests = try Self.digests(of: now.keys.filter { $0.contains(".") }.sorted(), in: output)
    if ProcessInfo.processInfo.environment["SDA_RECORD"] == "1" {
      for (name, bytes) in now where name.contains(".") {
        guard name == "index.html" || ids.contains(where: { name.hasPrefix($0 + "/") }) else {
          continue
        }
        try Data(bytes).write(to: URL(filePath: "\(Self.examples)/\(name)"))
      }
      for name in try Tree(Self.examples).files.keys where name.contains("/") && now[name] == nil {
        try FileManager.default.removeItem(atPath: "\(Self.examples)/\(name)")
      }
      try digests.write(
        toFile: "\(Self.examples)/\(Self.digests)", atomically: true, encoding: .utf8)
      Issue.record("Recorded \(ids.count) examples. Run again without SDA_RECORD.")
      return
    }
    let before = try Tree(Self.examples).files
    for name in Tree.names(of: ids) + ["index.html"] {
      let isSame = now[name] == before[name]
      #expect(isSame, "\(name) differs: SDA_RECORD=1 records it anew")
    }
    let others = before.keys.filter { $0.contains("/") && now[$0] == nil }
    #expect(others.isEmpty, "files that the program does not write")
    let recorded = try String(contentsOfFile: "\(Self.examples)/\(Self.digests)", encoding: .utf8)
    let changed = Set(digests.split(separator: "\n")).symmetricDifference(
      recorded.split(separator: "\n"))
    #expect(changed.isEmpty, "\(changed.sorted().prefix(6))")
  }

  /// The digests as `sha256sum -c` reads them.
  private static func digests(of names: [String], in folder: String) throws -> String {
    let run = try Run.command(
      ["/bin/sh", "-c", "cd \"$0\" && exec sha256sum \"$@\"", folder] + names,
      environment: ["PATH": "/usr/bin:/bin"])
    try #require(run.status == 0, "\(run.errors)")
    return run.text
  }
}
