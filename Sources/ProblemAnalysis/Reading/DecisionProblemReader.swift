// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Turns the tree of a decision problem into an `AnalysisRequest`.
///
/// The schema has been checked before; everything else that is wrong is collected.
public struct DecisionProblemReader {
  /// The fewest and most alternatives.
  public static let alternativeCounts = 2...20
  /// The fewest and most criteria.
  public static let criterionCounts = 1...40

  /// A reader.
  public init() {}

  /// Reads a decision problem that follows its schema.
  ///
  /// - Returns: the request, or nil when a diagnostic is an error; and everything that is wrong.
  public func read(
    _ root: MarkupElement, file: String
  ) -> (request: AnalysisRequest?, diagnostics: DiagnosticList) {
    var decoder = ElementDecoder(file: file)
    let rows = ProblemRows(root, &decoder)
    let elements = root.first("criteria")?.elements ?? []
    checkCount(elements.count, at: root.first("criteria") ?? root, &decoder)
    // What is too long is not read on: its mistakes would hide the one that matters.
    guard !decoder.diagnostics.hasErrors else { return (nil, decoder.diagnostics) }
    let reader = ProblemCriterionReader(rows: rows, ids: elements.map { $0.attribute("id") ?? "" })
    let columns = elements.compactMap { reader.column($0, &decoder) }
    let settings = ProblemSettingsReader(rows: rows, criteria: reader.ids).settings(root, &decoder)
    let criteria = columns.compactMap(\.criterion)
    guard criteria.count == elements.count, let preferences = root.first("preferences") else {
      return (nil, decoder.diagnostics)
    }
    let weighting = ProblemPreferenceReader(criteria: criteria)
    let preference = weighting.preference(preferences, &decoder)
    guard !decoder.diagnostics.hasErrors, let preference else {
      return (nil, decoder.diagnostics)
    }
    let cells = rows.all.indices.map { row in columns.map { $0.cells[row] } }
    let count = rows.alternatives.count
    let references = zip(rows.references, cells.dropFirst(count)).map {
      ReferenceRow(id: $0, cells: $1)
    }
    let problem = DecisionProblem(
      alternatives: rows.alternatives, criteria: criteria,
      table: PerformanceTable(
        cells: Array(cells.prefix(count)), references: references,
        joint: elements.enumerated().flatMap { column, element in
          JointEffectsReader(rows: rows, criterion: element).joint(at: column, &decoder)
        }))
    let request = AnalysisRequest(
      id: root.attribute("id") ?? "", problem: problem, criterionNotes: columns.map(\.note),
      performanceNotes: rows.all.indices.map { row in columns.map { $0.notes[row] } },
      weighting: preference.weighting, uncertainty: preference.uncertainty,
      isUncertaintyStated: preference.isUncertaintyStated, settings: settings)
    return (request, decoder.diagnostics)
  }

  private func checkCount(
    _ count: Int, at element: MarkupElement, _ decoder: inout ElementDecoder
  ) {
    let allowed = DecisionProblemReader.criterionCounts
    if count < allowed.lowerBound {
      decoder.diagnostics.error(
        "problem.noCriteria", at: decoder.place(element),
        "A decision has at least one criterion; none is listed.", advice: "Add one.")
    } else if count > allowed.upperBound {
      decoder.diagnostics.error(
        "problem.tooManyCriteria", at: decoder.place(element),
        "A decision has at most \(allowed.upperBound) criteria; \(count) are listed.",
        advice: "Leave out or join some.")
    }
  }
}
