// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Copies of the pack's sources with another version and other withdrawals.
enum PackCopy {
  /// What a copy withdraws when a test names nothing: the texts of a withdrawal have to be used.
  private static let nothing = "0.0.1"

  /// The folder of a copy.
  ///
  /// - Parameters:
  ///   - version: its version; nil: that of the embedded pack.
  ///   - withdraws: the versions that it withdraws.
  ///   - outcomes: the answers that are concerned; nil: all.
  static func folder(
    _ name: String, in scratch: Scratch, version: String? = nil, withdraws: [String] = [],
    outcomes: String? = nil
  ) throws -> String {
    let folder = scratch.path(name)
    try FileManager.default.copyItem(
      atPath: Project.root + "/Sources/EvidencePack/vertebral-fracture", toPath: folder)
    var text = try String(contentsOfFile: folder + "/evidence.xml", encoding: .utf8)
    if let version {
      text = text.replacing(/(<evidence [^>]* version=")[0-9.]+/, maxReplacements: 1) {
        "\($0.1)\(version)"
      }
    }
    let versions = withdraws.isEmpty ? nothing : withdraws.joined(separator: " ")
    let list = """
      <withdrawals><withdrawal versions="\(versions)" on="2026-11-30"\
      \(outcomes.map { " outcomes=\"\($0)\"" } ?? "") reason="withdrawal.list.reason" \
      tell="withdrawal.list.tell"/></withdrawals>
      """
    let changed = text.replacing(/<withdrawals>.*<\/withdrawals>/.dotMatchesNewlines()) { _ in list
    }
    try #require(changed != text, "the pack withdraws nothing")
    try scratch.write("\(name)/evidence.xml", changed)
    return folder
  }

  /// Why the embedded pack withdraws a version, as it says so.
  static func reason() throws -> String {
    let text = try String(
      contentsOfFile: Project.root + "/Sources/EvidencePack/vertebral-fracture/text.en.xml",
      encoding: .utf8)
    let match = text.firstMatch(of: /<text id="withdrawal.list.reason">([^<]+)<\/text>/)
    return String(try #require(match).1)
  }
}
