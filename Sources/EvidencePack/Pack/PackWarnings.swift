// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Says the warnings about the evidence of a pack to its authors, with the place in the file.
struct PackWarnings {
  let pack: EvidencePack

  /// The warnings of all regions; the same one once.
  var diagnostics: DiagnosticList {
    var list = DiagnosticList()
    for region in pack.regions {
      guard let prepared = try? PreparedDecision(pack: pack, region: region.id) else { continue }
      for warning in prepared.warnings {
        let explanation = ModelWarningExplanation(warning)
        list.warning(
          "model.\(warning.kind.rawValue)", at: place(warning, region: region.id),
          explanation.problem, advice: explanation.advice)
      }
    }
    return list
  }

  /// The line of the level that a warning is about, or of the first level of its criterion.
  private func place(_ warning: ModelWarning, region: String) -> SourceLocation {
    let criterion = warning.criteria.first.flatMap { pack.criterion($0) }
    let cells = criterion?.row(in: region)?.cells ?? []
    let cell = cells.first { $0.alternative == warning.cell?.alternative } ?? cells.first
    return SourceLocation(file: "evidence.xml", line: cell?.line ?? 0)
  }
}

/// Says in words, for the authors of a pack, what a warning about a model means.
package struct ModelWarningExplanation {
  /// What was found.
  package let problem: String
  /// What to do.
  package let advice: String

  private init(_ problem: String, _ advice: String) {
    self.problem = problem
    self.advice = advice
  }

  /// The explanation of a warning.
  package init(_ warning: ModelWarning) {
    self =
      ModelWarningExplanation.ofCriteria(warning) ?? ModelWarningExplanation.ofLevels(warning)
      ?? ModelWarningExplanation("\(warning.kind.rawValue).", "Ask the person again.")
  }

  private static func ofCriteria(_ warning: ModelWarning) -> ModelWarningExplanation? {
    switch warning {
    case .rangeTooWide(let id):
      .init(
        "The alternatives lie within a tenth of the range of \(id).",
        "Most of its weight is spent on a change that no alternative brings; narrow the range.")
    case .rangeTooNarrow(let id):
      .init(
        "The range of \(id) ends where the alternatives end.",
        "Take ends that do not depend on which alternatives are compared.")
    case .sharedMeasure(let tag, let ids):
      .init(
        "\(names(ids)) carry the same tag, \(tag).",
        "If they count one thing twice, keep one of them; else this is said to the clinician.")
    case .sameOrder(let first, let second):
      .init(
        "\(first) and \(second) put the alternatives in one order, nearly on one line.",
        "If they count one thing twice, keep one of them.")
    case .dependence(let first, let second):
      .init(
        "\(first) is declared to depend on \(second).",
        "Adding the two may mislead; this is said to the clinician.")
    case .payerNotStated(let id):
      .init("Nobody said who pays for \(id).", "State the payer in the profile.")
    default: nil
    }
  }

  private static func ofLevels(_ warning: ModelWarning) -> ModelWarningExplanation? {
    switch warning {
    case .differentStudies(let id, let alternatives, let certainty):
      return .init(
        "The levels of \(names(alternatives)) on \(id) have no source in common and no shared "
          + "baseline; the lowest certainty is \(certainty.rawValue).",
        "Find a study of both, or state one level relative to another.")
    case .drawnApart(let id, let alternatives):
      return .init(
        "\(names(alternatives)) have unsure levels from one study on \(id) and no shared baseline.",
        "If the study gives a difference, state it with relativeTo; else doubt is overstated.")
    case .zeroWithoutRange(let id):
      return .init(
        "The figure \(id) counts no event and has no upper limit.",
        "Add low and high: none of those studied is not none of all.")
    default: break
    }
    guard let cell = warning.cell else { return nil }
    let place = "\(cell.alternative) on \(cell.criterion)"
    switch warning {
    case .noRange:
      return .init(
        "The level of \(place) has no range.",
        "Add limits, or declare it exact with the basis declared or byDefinition.")
    case .drawsOutsideRange:
      return .init(
        "More than one in a hundred draws of \(place) leaves the range.",
        "Widen the range, or choose a distribution that ends there.")
    case .estimateOffCentre:
      return .init(
        "The estimate of \(place) is not in the middle of its limits.",
        "Choose a distribution that is not symmetric.")
    case .estimateOffMedian:
      return .init(
        "The estimate of \(place) is not within a tenth of the geometric mean of its limits.",
        "Draws follow the limits; check the numbers or choose another distribution.")
    case .betaMissesLimits:
      return .init(
        "The beta distribution of \(place) misses its limits or its estimate.",
        "State the counts, or check the numbers.")
    case .meanMovedByCut:
      return .init(
        "The mean of the cut distribution of \(place) is not its estimate.",
        "Write match=\"meanSD\", or choose limits that fit between floor and ceiling.")
    default: return nil
    }
  }

  private static func names(_ ids: [String]) -> String { ids.joined(separator: ", ") }
}
