// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import SampleSupport
import Testing

/// What each way of asking leaves in the three documents.
struct ElicitationDocumentTests {
  /// The sample, how the handout says that the person was asked, and what the record and the
  /// clinician's copy hold.
  static let samples: [(sample: String, handout: String, record: String, clinician: String)] = [
    (
      "47-interval-swing-eu", "a lowest and a highest number of points", "method=\"intervalSwing\"",
      "interval swing weighting"
    ),
    (
      "48-pairwise-us", "compared the points two by two", "<consistency geometricIndex=",
      "Consistency ratio"
    ),
    (
      "49-pairwise-eigenvector-in", "compared the points two by two", "rule=\"eigenvector\"",
      "eigenvector weights"
    ),
    (
      "50-pairwise-accepted-eu", "do not agree with each other",
      "notes=\"comparisonsContradict\"",
      "These three contradict each other most: "
        + "less pain, days you do not lose and no serious harm."
    ),
    (
      "51-best-worst-us", "compared every point with these two", "<consistency deviation=",
      "agree least are those of no serious harm"
    ),
    ("52-maxdiff-in", "picked what matters most and least", "<consistency fewestShowings=", "sets"),
    (
      "54-branch-first-eu", "over the groups of things that may matter",
      "method=\"branchFirst\"", "allocation of points, branch first"
    ),
    ("53-matching-eu", "give up for another", "method=\"matching\"", "trades between criteria"),
  ]

  @Test(
    "Handout, clinician's copy and record say how the person was asked and read the weights back",
    arguments: samples)
  func saysHowItWasAsked(
    sample: String, handout: String, record: String, clinician: String
  ) throws {
    let document = try Samples.document(sample)
    let sentence = try #require(document.readBack).plain
    #expect(sentence.contains("as much as"))
    for (body, words) in [(document.handout, handout), (document.clinicianCopy, clinician)] {
      let text = ElicitationDocumentTests.text(body)
      #expect(text.contains(words), "\(words)")
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
