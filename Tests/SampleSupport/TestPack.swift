// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import DecisionAid
import EvidencePack
import Markup
import TestSupport
import Testing

/// The embedded pack, and copies of it with one change.
package enum TestPack {
  package static let hashing = Hashing { Array(SHA256.hash(data: $0)) }

  /// The embedded pack; nil when it cannot be read, which `EmbeddedPackTests` reports.
  package static let embedded = try? PreparedPack(PreparedPack.embedded, hashing: hashing)

  /// The evidence of the embedded pack.
  package static func pack() throws -> EvidencePack { try #require(embedded).pack }

  /// The text of an embedded file.
  package static func text(_ name: String) throws -> String {
    let file = try #require(PreparedPack.embedded.files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The embedded pack with one file's text replaced.
  package static func source(_ name: String, text: String) -> PackSource {
    PackSource(
      PreparedPack.embedded.files.map {
        $0.name == name ? .init(name: name, bytes: Array(text.utf8)) : $0
      })
  }

  /// What is wrong with a pack; empty when it is accepted.
  package static func problems(of source: PackSource) -> [Diagnostic] {
    do throws(PipelineFailure) {
      _ = try PreparedPack(source, hashing: hashing)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// A pipeline with the embedded pack.
  package static func pipeline() throws -> Pipeline {
    try Pipeline(
      pack: #require(embedded), settings: Settings(date: #require(CalendarDay(Project.day))),
      hashing: hashing)
  }
}
