// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What may mislead the reader of an analysis.
///
/// Source: the guards of `decision-model.md` 2.10.
public struct AnalysisWarning: Sendable, Equatable {
  /// What it is about.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// The anchors are those of the alternatives listed: another list changes every value.
    case localAnchors
    /// The alternatives span less than a tenth of the anchors: weight is spent on nothing.
    case rangeTooWide
    /// The alternatives reach both anchors: the range may be too narrow.
    case rangeTooNarrow
    /// An estimate or a limit lies beyond the anchors, as the author accepts.
    case outsideAnchors
    /// More than one percent of what is possible for a level lies beyond the anchors.
    case drawsOutsideRange
    /// Two criteria share a tag of what they measure.
    case sharedMeasure
    /// Two criteria put four or more alternatives in the same order with a correlation above 0.95.
    case sameOrder
    /// The author says that the values of one criterion depend on the level of another.
    case dependence
    /// A branch with more criteria than the others has more than one and a half times an equal share
    /// of the weight.
    case splitting
    /// Nobody was asked for the weights.
    case notElicited
    /// The ranges that the weights belong to were not stated with them.
    case weightsWithoutRanges
    /// The weights lie outside what their uncertainty allows.
    case weightsOutsideUncertainty
    /// The pairwise judgements contradict each other more than is accepted.
    case comparisonsContradict
    /// A cost does not say who pays.
    case payerNotStated
    /// Unsure levels are taken as independent of each other: no row stands on a shared baseline.
    case drawnApart
    /// The levels come from different studies without a shared comparator.
    case differentStudies
    /// Nothing is known about a performance; the range of the anchors stands in.
    case spanInsteadOfNumber
    /// An alternative misses a level that it must reach and stands outside the ranking.
    case missesRequirement
  }

  /// What it is about.
  public let kind: Kind
  /// The ids of the criteria concerned.
  public let criteria: [String]
  /// The ids of the alternatives concerned.
  public let alternatives: [String]
  /// The id of the branch concerned.
  public let branch: String?
  /// The tag, or the author's reason.
  public let detail: String?

  /// A warning from its parts.
  init(
    _ kind: Kind, criteria: [String] = [], alternatives: [String] = [], branch: String? = nil,
    detail: String? = nil
  ) {
    self.kind = kind
    self.criteria = criteria
    self.alternatives = alternatives
    self.branch = branch
    self.detail = detail
  }

  /// Every warning about a request, in the order of the kinds.
  public static func all(in request: AnalysisRequest) -> [AnalysisWarning] {
    let found =
      LevelGuards(request).warnings + CriterionGuards(request).warnings
      + WeightGuards(request).warnings
    return Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }
}
