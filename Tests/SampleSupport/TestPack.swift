// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import DecisionAid
import EvidencePack
import Foundation
import Markup
import Testing

/// The embedded pack, and copies of it with one change.
enum TestPack {
  static let hashing = Hashing { Array(SHA256.hash(data: $0)) }

  /// The embedded pack; nil when it cannot be read, which `EmbeddedPackTests` reports.
  static let embedded = try? PreparedPack(PreparedPack.embedded, hashing: hashing)

  /// The evidence of the embedded pack.
  static func pack() throws -> EvidencePack { try #require(embedded).pack }

  /// The text of an embedded file.
  static func text(_ name: String) throws -> String {
    let file = try #require(PreparedPack.embedded.files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The embedded pack with one file's text replaced.
  static func source(_ name: String, text: String) -> PackSource {
    PackSource(
      PreparedPack.embedded.files.map {
        $0.name == name ? .init(name: name, bytes: Array(text.utf8)) : $0
      })
  }

  /// What is wrong with a pack; empty when it is accepted.
  static func problems(of source: PackSource) -> [Diagnostic] {
    do throws(PipelineFailure) {
      _ = try PreparedPack(source, hashing: hashing)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the XML files of a folder of the package, in order.
  static func files(in folder: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path(percentEncoded: false))
    return (all ?? []).filter { $0.hasSuffix(".xml") }.sorted()
  }

  /// The bytes of a file of the package.
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// A pipeline with the embedded pack.
  static func pipeline() throws -> Pipeline {
    try Pipeline(
      pack: #require(embedded), settings: Settings(date: #require(CalendarDay("2026-11-22"))),
      hashing: hashing)
  }
}
