// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation

/// Where the sources and the samples lie, and which sample is which.
package enum Project {
  /// The root of the package.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The sample profiles.
  package static let profiles = root + "/Profiles"

  /// The ids of the sample profiles, which are their file names.
  package static let ids: [String] = files(in: "Profiles").map { String($0.dropLast(4)) }

  /// The sample profiles to which a rule applies that cannot wait: they have the urgent sheet.
  package static let urgentIDs = [
    "10-young-injury-us", "13-stop-nerve-signs-us", "14-stop-infection-eu", "20-stop-unstable-eu",
    "45-many-cautions-us",
  ]

  /// The samples to which other evidence applies: they have a handout of their own.
  package static let otherIDs = ["12-cancer-us", "55-under-age-us", "61-myeloma-us"]

  /// The samples that have the handout with the comparison.
  package static let comparedIDs = ids.filter { !(urgentIDs + otherIDs).contains($0) }

  /// The page that a sample's patient is given, without `.html`.
  package static func page(of id: String) -> String {
    urgentIDs.contains(id) ? "urgent" : "handout"
  }

  /// The day that documents in tests carry.
  package static let day = "2026-11-22"

  /// The names of the XML files of a folder of the package, in order.
  package static func files(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? [])
      .filter { $0.hasSuffix(".xml") }.sorted()
  }

  /// The bytes of a file of the package.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
  }
}
