// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import TestSupport
import Testing

/// The embedded pack with the catalogue of the pseudo-language beside the English one.
package enum PseudoPack {
  /// The pack; nil when it is refused, which its own test reports.
  package static let prepared = try? PreparedPack(source(), hashing: TestPack.hashing)

  /// Its files.
  package static func source() throws -> PackSource {
    let catalogue = PseudoLanguage.catalogue(from: try TestPack.text("text.en.xml"))
    return PackSource(
      PreparedPack.embedded.files
        + [.init(name: "text.\(PseudoLanguage.code).xml", bytes: Array(catalogue.utf8))])
  }

  /// The wording of the pseudo-language.
  package static func wording() throws -> Wording {
    try #require(prepared?.wording(PseudoLanguage.code))
  }

  /// A profile that asks for documents in the pseudo-language.
  package static func profile(_ english: String) -> String {
    let element = "<document language=\"\(PseudoLanguage.code)\""
    return english.contains("<document language=\"en\"")
      ? english.replacing("<document language=\"en\"", with: element)
      : english.replacing("<setting ", with: "\(element)/><setting ", maxReplacements: 1)
  }
}
