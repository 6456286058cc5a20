// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import SampleSupport
import Testing

@testable import DecisionAid
@testable import EvidencePack

/// What the guards leave in the clinician's copy, the handout and the record.
struct GuardDocumentTests {
  /// The document of a sample after one change of its file.
  private static func made(
    _ sample: String, _ old: String = "", _ new: String = ""
  ) throws -> (document: DecisionDocument, record: String) {
    let text = String(decoding: try Samples.bytes(sample), as: UTF8.self)
    try #require(old.isEmpty || text.contains(old))
    let changed = old.isEmpty ? text : text.replacing(old, with: new, maxReplacements: 1)
    let bytes = Array(changed.utf8)
    var pipeline = try Samples.pipeline()
    let given = try pipeline.read(bytes, file: "p.xml")
    let files = try pipeline.generate(bytes, file: "p.xml").files
    let record = try #require(files.last)
    return (
      try pipeline.document(of: given),
      String(decoding: record.bytes, as: UTF8.self)
    )
  }

  /// The lines below the heading.
  private static func lines(_ document: DecisionDocument) throws -> [String] {
    let blocks = document.clinicianCopy.sections.flatMap(\.blocks)
    let heading = try Said.text("phrase.warnings-heading")
    let place = blocks.firstIndex { block in
      if case .smallHeading(let text) = block { text.plain == heading } else { false }
    }
    guard let place, case .list(_, let items) = blocks[place + 1] else { return [] }
    return items.map(\.plain)
  }

  @Test("The clinician's copy has one line for each kind of warning, and the record every one")
  func oneLineForEachKind() throws {
    let (document, record) = try Self.made("01-swing-us")
    let lines = try Self.lines(document)
    #expect(lines.count == Set(document.analysis.findings.warnings.map(\.kind)).count)
    #expect(
      try lines.contains { try $0.says("phrase.warning-studies") }, "\(lines)")
    #expect(record.ranges(of: "<warning ").count == document.analysis.findings.warnings.count)
    #expect(
      record.contains(
        "<warning alternatives=\"vertebroplasty kyphoplasty care\" certainty=\"notKnown\" "
          + "criteria=\"recovery\" kind=\"differentStudies\">"))
  }

  @Test("A warning is about the criteria of the person's list only")
  func aboutTheListOnly() throws {
    let (document, _) = try Self.made("08-b-swing-us")
    let core = document.profile.preferences.criteria
    let warnings = document.analysis.findings.warnings
    #expect(!warnings.contains { $0.kind == .sharedMeasure })
    #expect(warnings.contains { $0.kind == .drawnApart })
    for warning in warnings { #expect(warning.criteria.allSatisfy(core.contains)) }
  }

  @Test("Where other evidence applies nothing is said of the model")
  func nothingWithOtherEvidence() throws {
    let (document, record) = try Self.made("12-cancer-us")
    #expect(try Self.lines(document).isEmpty && !record.contains("<warning "))
  }

  /// A sample, a change, and the line that it brings.
  static let odd: [(sample: String, old: String, new: String, kind: String, line: String)] = [
    (
      "01-swing-us", "payer=\"insurer\"", "payer=\"unknown\"", "payerNotStated",
      "phrase.warning-payer"
    ),
    ("26-equal-weights-eu", "", "", "allEqual", "phrase.warning-all-equal"),
    (
      "50-pairwise-accepted-eu", "", "", "comparisonsContradict",
      "phrase.warning-contradict"
    ),
    (
      "08-b-swing-us", "criterion=\"height-restoration\" worst=\"0\" best=\"6\" points=\"25\"",
      "criterion=\"height-restoration\" worst=\"0\" best=\"6\" points=\"0\"", "splitting",
      "phrase.warning-splitting"
    ),
  ]

  @Test("Weights and payer bring their own lines", arguments: odd)
  func bringsALine(
    sample: String, old: String, new: String, kind: String, line: String
  ) throws {
    let (document, record) = try Self.made(sample, old, new)
    let lines = try Self.lines(document)
    #expect(try lines.count { try $0.says(line) } == 1, "\(lines)")
    #expect(record.contains("kind=\"\(kind)\""))
    let other = try Self.made("54-branch-first-eu").record
    #expect(!other.contains("kind=\"\(kind)\""))
  }

  @Test("Weights that were given branch first are not said to be split")
  func branchFirstIsNotSplit() throws {
    #expect(!(try Self.made("54-branch-first-eu").record.contains("kind=\"splitting\"")))
  }

  /// A change of the evidence and the line that it brings.
  static let evidence: [(ModelWarning.Kind, String)] = [
    (.dependence, "phrase.warning-dependence"),
    (.noRange, "phrase.warning-no-range"),
    (.estimateOffCentre, "phrase.warning-off-centre"),
    (.estimateOffMedian, "phrase.warning-off-median"),
    (.betaMissesLimits, "phrase.warning-beta"),
    (.meanMovedByCut, "phrase.warning-cut"),
  ]

  @Test("Each kind of warning about the evidence has its line", arguments: evidence)
  func hasItsLine(kind: ModelWarning.Kind, line: String) throws {
    var pack = try #require(Samples.pack).pack
    let column = try #require(pack.criteria.firstIndex { $0.id == "cement-leak" })
    var row = try #require(pack.criteria[column].row)
    func set(_ distribution: PerformanceDistribution) {
      row.cells[0].distribution = distribution
    }
    switch kind {
    case .dependence:
      pack.criteria[column].dependences = [
        CriterionDependence(criterion: "cost", reason: "pack.title")
      ]
    case .noRange: set(.exact(80))
    case .estimateOffCentre: set(.normal(estimate: 65, low: 62, high: 88))
    case .estimateOffMedian: set(.lognormal(estimate: 64, low: 62, high: 88))
    case .betaMissesLimits: set(.betaInterval(estimate: 63, low: 62, high: 88, scale: 100))
    default:
      set(
        .truncatedNormal(
          estimate: 80, low: 62, high: 88, floor: 0, ceiling: 81, matchesMoments: false))
    }
    pack.criteria[column].row = row
    let sample = try Samples.document("08-b-swing-us")
    let document = try Samples.document(like: sample, pack: pack)
    #expect(document.analysis.findings.warnings.contains { $0.kind == kind })
    let lines = try Self.lines(document)
    #expect(try lines.count { try $0.says(line) } == 1, "\(lines)")
    #expect(!(try Self.lines(sample).contains { $0.contains(line) }))
  }
}
