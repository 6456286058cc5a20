// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import SampleSupport
import Testing

/// What each way of asking leaves in the three documents.
struct ElicitationDocumentTests {
  /// The sample, the text by which the handout says how the person was asked, what the record
  /// holds, and a text of the clinician's copy.
  static let samples: [(sample: String, handout: String, record: String, clinician: String)] = [
    (
      "47-interval-swing-eu", "phrase.asked-intervals", "method=\"intervalSwing\"",
      "phrase.method-intervals"
    ),
    (
      "48-pairwise-us", "phrase.asked-pairs", "<consistency geometricIndex=",
      "phrase.consistency-pairs"
    ),
    (
      "49-pairwise-eigenvector-in", "phrase.asked-pairs", "rule=\"eigenvector\"",
      "phrase.method-pairs-eigenvector"
    ),
    (
      "50-pairwise-accepted-eu", "phrase.answers-contradict",
      "notes=\"comparisonsContradict\"",
      "phrase.consistency-triad"
    ),
    (
      "51-best-worst-us", "phrase.asked-best-worst", "<consistency deviation=",
      "phrase.consistency-best-worst-criterion"
    ),
    ("52-maxdiff-in", "phrase.asked-sets", "<consistency fewestShowings=", "phrase.method-sets"),
    (
      "54-branch-first-eu", "phrase.asked-branches",
      "method=\"branchFirst\"", "phrase.method-branches"
    ),
    ("53-matching-eu", "phrase.asked-trades", "method=\"matching\"", "phrase.method-trades"),
  ]

  @Test(
    "Handout, clinician's copy and record say how the person was asked and read the weights back",
    arguments: samples)
  func saysHowItWasAsked(
    sample: String, handout: String, record: String, clinician: String
  ) throws {
    let document = try Samples.document(sample)
    let sentence = try #require(document.readBack).plain
    #expect(try sentence.says("phrase.read-back") || sentence.says("phrase.read-back-level"))
    for (body, id) in [(document.handout, handout), (document.clinicianCopy, clinician)] {
      let text = ElicitationDocumentTests.text(body)
      #expect(try text.says(id), "\(id)")
      #expect(text.contains(sentence))
    }
    let files = try Samples.generate(sample).files
    let written = String(decoding: try #require(files.last).bytes, as: UTF8.self)
    #expect(written.contains(record))
    #expect(written.contains("<readBack>"))
  }

  /// The text of paragraphs and lists.
  private static func text(_ body: DocumentBody) -> String {
    text(body.sections.flatMap(\.blocks))
  }

  private static func text(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .part(let part): text(part.blocks)
      case .paragraph(let text, _): text.plain
      case .list(_, let items): items.map(\.plain).joined(separator: "\n")
      default: ""
      }
    }.joined(separator: "\n")
  }
}
