// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Foundation
import Markup
import SampleSupport
import Testing

/// The evidence of the embedded pack, as text that can be changed.
enum FairPack {
  static func text() throws -> String {
    try TestPack.text("evidence.xml")
  }

  /// The pack, and what is wrong with its questions, ranges and numbers.
  ///
  /// Texts and plans that belong to other criteria are not looked at.
  static func read(_ text: String) throws -> (pack: EvidencePack, problems: [Diagnostic]) {
    func root(_ name: String, _ text: String) throws -> MarkupElement {
      try XMLReader().read(
        Array(text.utf8), file: name, limit: XMLReader.documentLimit, schema: nil
      ).root
    }
    let files = PackFiles(
      evidence: try root("evidence.xml", text),
      eligibility: try root("eligibility.xml", TestPack.text("eligibility.xml")),
      sources: try root("sources.xml", TestPack.text("sources.xml")),
      documents: try root("documents.xml", TestPack.text("documents.xml")), catalogues: [])
    let (loaded, diagnostics) = PackReader(programTexts: [], passages: []).read(files)
    return (
      loaded.pack,
      diagnostics.all.filter {
        $0.identifier.hasPrefix("question.") || $0.identifier == "evidence.readings"
          || $0.identifier == "evidence.problem"
      }
    )
  }

  static let pack = Result { try read(text()).pack }
}
