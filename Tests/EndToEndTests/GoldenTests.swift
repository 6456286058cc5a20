// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

/// The committed documents in `Output/Examples` are what the program writes.
///
/// `SDA_RECORD=1 swift test --filter GoldenTests` writes them anew for the folders found there,
/// and fails, so that nobody takes a recording for a test. Look at `git diff` before a commit.
struct GoldenTests {
  private static let examples = Project.root + "/Output/Examples"

  @Test func examplesAreWhatTheProgramWrites() throws {
    let ids = try #require(
      try? FileManager.default.contentsOfDirectory(atPath: Self.examples), "Output/Examples"
    ).filter { !$0.contains(".") }.sorted()
    try #require(!ids.isEmpty, "Output/Examples holds no example")
    let paths = ids.map { "\(Project.profiles)/\($0).xml" }
    let isRecording = ProcessInfo.processInfo.environment["SDA_RECORD"] == "1"
    let scratch = try Scratch()
    let output = isRecording ? Self.examples : scratch.path("out")
    let run = try Run.program(["generate", "--date", Project.day, "--output", output] + paths)
    try #require(run.status == 0, "\(run.errors)")
    if isRecording {
      Issue.record("Recorded \(ids.count) examples. Run again without SDA_RECORD.")
      return
    }
    let (now, before) = (try Tree(output).files, try Tree(Self.examples).files)
    for name in Tree.names(of: ids) {
      let isSame = now[name] == before[name]
      #expect(isSame, "\(name) differs: SDA_RECORD=1 records it anew")
    }
    let others = before.keys.filter { $0.contains("/") && now[$0] == nil }
    #expect(others.isEmpty, "files that the program does not write")
  }
}
