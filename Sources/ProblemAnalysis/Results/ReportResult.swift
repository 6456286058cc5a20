// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension ResultValue {
  /// Everything that an analysis says, for programs and analysts.
  ///
  /// - Parameter program: the version of the program.
  public init(_ report: AnalysisReport, program: String) {
    let request = report.request
    self = .object([
      Field("format", .text("urn:spine-decision-aid:decision-analysis:1")),
      Field("program", .text(program)),
      Field("id", .text(request.id)),
      Field("problem", .problem(report)),
      Field("weighting", .weighting(report)),
      Field("settings", .settings(request.settings)),
      Field("exclusions", .list(report.exclusions.map { .exclusion($0) })),
      Field("warnings", .list(report.warnings.map { .warning($0) })),
      Field("comparisons", .list(report.comparisons.map { .comparison($0) })),
    ])
  }

  /// The place of a performance.
  static func cell(_ cell: CellReference) -> [Field] {
    [Field("alternative", .text(cell.alternative)), Field("criterion", .text(cell.criterion))]
  }

  private static func problem(_ report: AnalysisReport) -> ResultValue {
    let problem = report.request.problem
    let criteria = zip(problem.criteria, report.request.criterionNotes).map {
      criterion($0, $1)
    }
    return .object([
      Field("alternatives", .texts(problem.alternatives)),
      Field("references", .texts(problem.table.references.map(\.id))),
      Field("criteria", .list(criteria)),
      Field("valuePoints", .list(problem.criteria.flatMap { points($0) })),
      Field("performances", .list(report.performances.map { performance($0) })),
      Field(
        "values",
        .matrix(
          rows: problem.alternatives, columns: problem.criteria.map(\.id), problem.values())),
    ])
  }

  private static func criterion(_ criterion: Criterion, _ note: CriterionNote) -> ResultValue {
    .object([
      Field("id", .text(criterion.id)), Field("direction", .text(criterion.direction.rawValue)),
      Field("worst", .number(criterion.worst)), Field("best", .number(criterion.best)),
      Field("unit", .optional(note.unit)), Field("branch", .text(criterion.branch)),
      Field("outside", .text(criterion.valueFunction.outside.rawValue)),
      Field("acceptsLevelsOutside", .flag(criterion.acceptsLevelsOutside)),
      Field("hasLocalAnchors", .flag(note.hasLocalAnchors)),
      Field("measures", .texts(criterion.measures)), Field("isCost", .flag(note.isCost)),
      Field("payer", .optional(note.payer)),
      Field("requirement", note.requirement.map { .requirement($0) } ?? .null),
    ])
  }

  private static func points(_ criterion: Criterion) -> [ResultValue] {
    guard criterion.valueFunction.points.count > 2 else { return [] }
    return criterion.valueFunction.points.map {
      .object([
        Field("criterion", .text(criterion.id)), Field("level", .number($0.level)),
        Field("value", .number($0.value)),
      ])
    }
  }

  private static func performance(_ report: PerformanceReport) -> ResultValue {
    .object(
      cell(report.cell) + [
        Field("form", .text(report.form)), Field("relativeTo", .optional(report.relativeTo)),
        Field("operation", .optional(report.operation?.rawValue)),
        Field("estimate", .number(report.estimate)),
        Field("low", .number(report.interval.low)), Field("high", .number(report.interval.high)),
        Field("value", .number(report.value)), Field("mean", .number(report.mean)),
        Field("standardDeviation", .number(report.standardDeviation)),
        Field(
          "parameters", .object(report.parameters.map { Field($0.name, .number($0.value)) })),
        Field("fitResidual", .optional(report.fitResidual)),
        Field("notes", .texts(report.notes.map(\.rawValue))),
        Field("study", .optional(report.origin.study)),
        Field("certainty", .optional(report.origin.certainty?.rawValue)),
      ])
  }

  private static func requirement(_ requirement: CriterionNote.Requirement) -> ResultValue {
    switch requirement {
    case .atLeast(let bound): .object([Field("atLeast", .number(bound))])
    case .atMost(let bound): .object([Field("atMost", .number(bound))])
    }
  }

  private static func settings(_ settings: AnalysisSettings) -> ResultValue {
    func selections(_ name: String, _ all: [AnalysisSettings.Selection]) -> ResultValue {
      .list(all.map { .object([Field("id", .text($0.id)), Field(name, .texts($0.members))]) })
    }
    return .object([
      Field("points", .count(settings.points)),
      Field("sameBelow", .number(settings.thresholds.sameBelow)),
      Field("clearFrom", .number(settings.thresholds.clearFrom)),
      Field("flipWithin", .number(settings.thresholds.flipWithin)),
      Field("somewhatShare", .number(settings.thresholds.somewhatShare)),
      Field("clearShare", .number(settings.thresholds.clearShare)),
      Field("everythingShare", .number(settings.thresholds.everythingShare)),
      Field("lists", selections("criteria", settings.lists)),
      Field("comparisons", selections("alternatives", settings.comparisons)),
    ])
  }

  private static func exclusion(_ exclusion: AnalysisReport.Exclusion) -> ResultValue {
    .object(
      cell(exclusion.cell) + [
        Field("estimate", .number(exclusion.estimate)),
        Field("requirement", .requirement(exclusion.requirement)),
      ])
  }

  private static func warning(_ warning: AnalysisWarning) -> ResultValue {
    .object([
      Field("kind", .text(warning.kind.rawValue)), Field("criteria", .texts(warning.criteria)),
      Field("alternatives", .texts(warning.alternatives)),
      Field("branch", .optional(warning.branch)), Field("detail", .optional(warning.detail)),
    ])
  }
}
