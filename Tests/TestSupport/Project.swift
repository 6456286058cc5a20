// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Where the sources, the built program and the tools of the tests lie.
enum Project {
  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The program: beside the test bundle, or where a debug build puts it.
  static let program: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: bundle).deletingLastPathComponent().appending(path: "decision-aid")
      .path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root + "/.build/debug/decision-aid"
  }()

  /// The sample profiles.
  static let profiles = root + "/Profiles"

  /// The ids of the sample profiles, which are their file names.
  static let ids: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: profiles)) ?? [])
    .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()

  /// The sample profiles to which a rule applies that cannot wait: they have the urgent sheet.
  static let urgentIDs = Tree.urgent

  /// The samples to which other evidence applies: they have a handout of their own.
  static let otherIDs = ["12-cancer-us", "55-under-age-us", "61-myeloma-us"]

  /// The samples that have the handout with the comparison.
  static let comparedIDs = ids.filter { !(urgentIDs + otherIDs).contains($0) }

  /// The page that a sample's patient is given, without `.html`.
  static func page(of id: String) -> String { urgentIDs.contains(id) ? "urgent" : "handout" }

  /// The day that documents in tests carry.
  static let day = "2026-11-22"

  /// A profile made for tests.
  static func bad(_ name: String) -> String { "\(root)/Tests/Fixtures/BadProfiles/\(name).xml" }

  /// The names of the profiles made for tests, without `.xml`.
  static let badNames: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: root + "/Tests/Fixtures/BadProfiles"))
    ?? []).filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()

  /// The text of the valid profile that tests change.
  static func plainProfile() throws -> String {
    try String(contentsOfFile: bad("plain"), encoding: .utf8)
  }

  /// The plain profile with another id.
  static func profile(id: String) throws -> String {
    try plainProfile().replacing("id=\"plain\"", with: "id=\"\(id)\"")
  }

  /// A tool in the environment that `Tests/run-all` makes; a missing one fails the test.
  static func tool(_ name: String) throws -> String {
    let path = "\(root)/.build/test-venv/bin/\(name)"
    try #require(
      FileManager.default.isExecutableFile(atPath: path), "\(name) is missing: run Tests/run-all")
    return path
  }
}
