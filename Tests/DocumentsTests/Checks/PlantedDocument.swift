// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import SampleSupport
import Testing

@testable import DecisionAid

/// Documents with one fault, and what the checks say to them.
enum PlantedDocument {
  /// The identifiers of the errors that the checks find in a sample after a change of its blocks.
  static func errors(
    in sample: String = "01-swing-us", changing change: (Block) -> Block
  ) throws -> Set<String> {
    var document = try Samples.document(sample)
    let before = document.handout
    document.handout = changed(before, change)
    try #require(document.handout != before, "the change changes nothing")
    return try errors(of: document)
  }

  /// The identifiers of the errors that fresh checks find.
  static func errors(of document: DecisionDocument) throws -> Set<String> {
    let pack = try #require(Samples.pack)
    var checks = DocumentChecks(pack: pack.pack, wording: try #require(pack.wording("en")))
    return Set(
      checks.examine(document).diagnostics.filter { $0.severity == .error }.map(\.identifier))
  }

  /// A body with every block changed, inner ones first.
  static func changed(_ body: DocumentBody, _ change: (Block) -> Block) -> DocumentBody {
    var body = body
    for index in body.sections.indices {
      body.sections[index].blocks = changed(body.sections[index].blocks, change)
    }
    return body
  }

  private static func changed(_ blocks: [Block], _ change: (Block) -> Block) -> [Block] {
    blocks.map { block in
      switch block {
      case .shared(var shared):
        shared.blocks = changed(shared.blocks, change)
        return .shared(shared)
      case .part(var part):
        part.blocks = changed(part.blocks, change)
        return change(.part(part))
      case .panels(var panels):
        for index in panels.indices { panels[index].blocks = changed(panels[index].blocks, change) }
        return change(.panels(panels))
      default: return change(block)
      }
    }
  }
}
