// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

/// The page of third-party parts is what the command makes of the manifest and of the checkouts.
@Suite("Third-party parts")
struct ThirdPartyTests {
  /// How the command ended, and what it said.
  private static func check(_ more: [String] = []) throws -> (status: Int32, said: String) {
    let root = SourceFile.root.path(percentEncoded: false)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "\(root)/Tests/Tools/third_party.py", "--check"] + more
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  /// Runs with a text in a file that is gone afterwards.
  private static func check(_ option: String, _ text: String) throws -> (Int32, String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try check([option, file.path(percentEncoded: false)])
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: SourceFile.root.appending(path: path), encoding: .utf8)
  }

  @Test("The page names the packages, versions, licences and notices of today")
  func pageIsOfToday() throws {
    let run = try Self.check()
    #expect(run.status == 0, "\(run.said)")
  }

  @Test("A changed version of a package is found")
  func changedVersion() throws {
    let manifest = try Self.text("Package.swift")
    let changed = manifest.replacing(
      #/exact: "[0-9.]+"/#, with: "exact: \"0.0.9\"", maxReplacements: 1)
    #expect(changed != manifest)
    let (status, said) = try Self.check("--package", changed)
    #expect(status == 1)
    #expect(said.contains("0.0.9 in Package.swift"), "\(said)")
  }

  @Test("A version that is not exact is found")
  func looseVersion() throws {
    let manifest = try Self.text("Package.swift")
    let changed = manifest.replacing("exact: ", with: "from: ", maxReplacements: 1)
    let (status, said) = try Self.check("--package", changed)
    #expect(status == 1)
    #expect(said.contains("not pinned"), "\(said)")
  }

  @Test("A page that was edited is found, with the lines that differ")
  func editedPage() throws {
    let page = try Self.text("Sources/DecisionAid/DecisionAid.docc/ThirdPartyParts.md")
    let changed = page.replacing("| MIT |", with: "| not known |", maxReplacements: 1)
    #expect(changed != page)
    let (status, said) = try Self.check("--page", changed)
    #expect(status == 1)
    #expect(said.contains("not known"), "\(said)")
  }
}
