// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension ValueTree {
  /// Everything that an analysis of a problem file says, for programs and analysts.
  ///
  /// - Parameter program: the version of the program.
  init(_ report: AnalysisReport, program: String) {
    let request = report.request
    self = .object([
      Field("format", "urn:spine-decision-aid:decision-analysis:1"),
      Field("program", program),
      Field("id", request.id),
      Field("problem", Self.problem(report)),
      Field("weighting", Self.weighting(report)),
      Field("settings", Self.settings(request.settings)),
      Field("exclusions", report.exclusions.map(Self.exclusion)),
      Field("warnings", report.warnings.map(Self.warning)),
      Field("comparisons", report.comparisons.map(Self.comparison)),
    ])
  }

  private static func problem(_ report: AnalysisReport) -> ValueTree {
    let problem = report.request.problem
    let criteria = zip(problem.criteria, report.request.criterionNotes).map {
      criterion($0, $1)
    }
    return .object([
      Field("alternatives", problem.alternatives),
      Field("references", problem.table.references.map(\.id)),
      Field("criteria", criteria),
      Field("valuePoints", problem.criteria.flatMap(points)),
      Field("performances", report.performances.map(performance)),
      Field(
        "values",
        ValueTree.matrix(
          rows: Axis("alternative", problem.alternatives),
          columns: Axis("criterion", problem.criteria.map(\.id)), problem.values())),
    ])
  }

  private static func criterion(_ criterion: Criterion, _ note: CriterionNote) -> ValueTree {
    .object([
      Field("id", criterion.id), Field("direction", criterion.direction.rawValue),
      Field("worst", criterion.worst), Field("best", criterion.best),
      Field("unit", note.unit), Field("branch", criterion.branch),
      Field("outside", criterion.valueFunction.outside.rawValue),
      Field("acceptsLevelsOutside", criterion.acceptsLevelsOutside),
      Field("hasLocalAnchors", note.hasLocalAnchors),
      Field("measures", criterion.measures), Field("isCost", note.isCost),
      Field("payer", note.payer),
      Field("requirement", note.requirement.map(requirement)),
    ])
  }

  private static func points(_ criterion: Criterion) -> [ValueTree] {
    guard criterion.valueFunction.points.count > 2 else { return [] }
    return criterion.valueFunction.points.map {
      .object([
        Field("criterion", criterion.id), Field("level", $0.level),
        Field("value", $0.value),
      ])
    }
  }

  private static func performance(_ report: PerformanceReport) -> ValueTree {
    .object(
      report.cell.fields + [
        Field("form", report.form), Field("relativeTo", report.relativeTo),
        Field("operation", report.operation?.rawValue),
        Field("estimate", report.estimate),
        Field("low", report.interval.low), Field("high", report.interval.high),
        Field("value", report.value), Field("mean", report.mean),
        Field("standardDeviation", report.standardDeviation),
        Field("parameters", object(report.parameters.map { Field($0.name, $0.value) })),
        Field("fitResidual", report.fitResidual),
        Field("notes", report.notes.map(\.rawValue)),
        Field("study", report.origin.study),
        Field("certainty", report.origin.certainty?.rawValue),
      ])
  }

  private static func requirement(_ requirement: CriterionNote.Requirement) -> ValueTree {
    switch requirement {
    case .atLeast(let bound): .object([Field("atLeast", bound)])
    case .atMost(let bound): .object([Field("atMost", bound)])
    }
  }

  /// The weights: how they came about, how far the answers agree, and how unsure they are.
  private static func weighting(_ report: AnalysisReport) -> ValueTree {
    let weighting = report.request.weighting
    let ids = report.request.problem.criteria.map(\.id)
    var fields = step(weighting.weights)
    if weighting.branches != nil {
      fields = [Field("method", "branchFirst")] + fields.filter { $0.name != "method" }
    }
    let uncertainty = report.request.uncertainty.fields(
      ids, isStated: report.request.isUncertaintyStated)
    return .object(
      fields + [
        Field("hasRanges", weighting.hasRanges), Field("uncertainty", object(uncertainty)),
        Field("branches", weighting.branches.map { object(step($0)) }),
        Field(
          "inside",
          weighting.inside.map { object([Field("id", $0.branch)] + step($0.weights)) }),
        Field(
          "branchTotals",
          report.branchTotals.map {
            object([
              Field("branch", $0.branch), Field("weight", $0.weight),
              Field("criteria", $0.criteria),
            ])
          }),
      ])
  }

  /// The weights of one step, with the criteria that JSON does not name beside the numbers.
  private static func step(_ weights: CriterionWeights) -> [Field] {
    weights.methodFields + [Field("criteria", weights.criteria)] + weights.weightFields
  }

  /// The answer to one question.
  private static func comparison(_ report: ComparisonReport) -> ValueTree {
    let analysis = report.analysis
    let found =
      analysis.map {
        $0.overall.fields + $0.flipFields + [
          Field("dominance", $0.dominance.map { object($0.fields) })
        ]
          + $0.changeFields
      } ?? []
    return .object(
      [
        Field("id", report.id), Field("alternatives", report.alternatives),
        Field("leader", analysis?.leader), Field("challenger", analysis?.challenger),
        Field("difference", analysis?.difference),
        Field("verdict", report.verdict.map { object($0.fields) }),
      ] + found + [Field("simulation", report.simulation.map { object($0.fields) })])
  }

  private static func settings(_ settings: AnalysisSettings) -> ValueTree {
    func selections(_ name: String, _ all: [AnalysisSettings.Selection]) -> ValueTree {
      .list(all.map { .object([Field("id", $0.id), Field(name, $0.members)]) })
    }
    return .object([
      Field("points", settings.points),
      Field("sameBelow", settings.thresholds.sameBelow),
      Field("clearFrom", settings.thresholds.clearFrom),
      Field("flipWithin", settings.thresholds.flipWithin),
      Field("somewhatShare", settings.thresholds.somewhatShare),
      Field("clearShare", settings.thresholds.clearShare),
      Field("everythingShare", settings.thresholds.everythingShare),
      Field("lists", selections("criteria", settings.lists)),
      Field("comparisons", selections("alternatives", settings.comparisons)),
    ])
  }

  private static func exclusion(_ exclusion: AnalysisReport.Exclusion) -> ValueTree {
    .object(
      exclusion.cell.fields + [
        Field("estimate", exclusion.estimate),
        Field("requirement", requirement(exclusion.requirement)),
      ])
  }

  private static func warning(_ warning: AnalysisWarning) -> ValueTree {
    .object([
      Field("kind", warning.kind.rawValue), Field("criteria", warning.criteria),
      Field("alternatives", warning.alternatives),
      Field("branch", warning.branch), Field("detail", warning.detail),
    ])
  }
}
