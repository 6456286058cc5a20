// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One thing that a reader of a model must keep in mind, named by ids.
///
/// The rules and their limits stand with `ModelWarnings`. Source:
/// DecisionAnalysis.docc/Warnings.md, "Pitfalls".
public enum ModelWarning: Sendable, Equatable {
  /// The alternatives lie close together in a range that is far wider.
  case rangeTooWide(criterion: String)
  /// The alternatives take up the whole range: it is made of them.
  case rangeTooNarrow(criterion: String)
  /// Criteria that carry one tag may count one thing twice.
  case sharedMeasure(tag: String, criteria: [String])
  /// Two criteria put the alternatives in one order and nearly on one line.
  case sameOrder(String, String)
  /// How much one criterion is worth depends on another, as the authors of the pack say.
  case dependence(criterion: String, on: String)
  /// A branch may weigh much because it was split into many criteria.
  case splitting(branch: String)
  /// Nobody was asked for the weights.
  case notElicited
  /// All weights are equal: the length of the list decides.
  case allEqual
  /// The ratings look like an order of places.
  case looksLikeRanks
  /// Comparisons contradict each other, those of these criteria most of all.
  case comparisonsContradict(criteria: [String])
  /// Money is weighed against health, and nobody said who pays it.
  case payerNotStated(criterion: String)
  /// Levels come from studies that share nothing, so that nobody compared the alternatives;
  /// with the lowest certainty among them.
  case differentStudies(
    criterion: String, alternatives: [String], certainty: CertaintyOfEvidence)
  /// Unsure levels from one study are drawn as if they had nothing to do with each other.
  case drawnApart(criterion: String, alternatives: [String])
  /// The estimate of a normal distribution is not in the middle of its limits.
  case estimateOffCentre(CellReference)
  /// The estimate of a lognormal distribution is not near the median that its limits imply.
  case estimateOffMedian(CellReference)
  /// The beta distribution made of limits misses them, or its mean the estimate.
  case betaMissesLimits(CellReference)
  /// The mean of a cut normal distribution is not the estimate.
  case meanMovedByCut(CellReference)
  /// A share of the draws lies beyond the ends of the range.
  case drawsOutsideRange(CellReference)
  /// A level that studies give, or that has the form of an unsure one, has no range.
  case noRange(CellReference)
  /// A figure counts no event and says nothing of how many there might be.
  case zeroWithoutRange(figure: String)

  /// The kinds, in the order in which they are shown.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    case notElicited, allEqual, looksLikeRanks, comparisonsContradict, splitting
    case sharedMeasure, sameOrder, dependence, payerNotStated, rangeTooWide, rangeTooNarrow
    case differentStudies, drawnApart, noRange, zeroWithoutRange, drawsOutsideRange
    case estimateOffCentre, estimateOffMedian, betaMissesLimits, meanMovedByCut
  }

  /// The kind.
  public var kind: Kind {
    switch self {
    case .rangeTooWide: .rangeTooWide
    case .rangeTooNarrow: .rangeTooNarrow
    case .sharedMeasure: .sharedMeasure
    case .sameOrder: .sameOrder
    case .dependence: .dependence
    case .splitting: .splitting
    case .notElicited: .notElicited
    case .allEqual: .allEqual
    case .looksLikeRanks: .looksLikeRanks
    case .comparisonsContradict: .comparisonsContradict
    case .payerNotStated: .payerNotStated
    case .differentStudies: .differentStudies
    case .drawnApart: .drawnApart
    case .estimateOffCentre: .estimateOffCentre
    case .estimateOffMedian: .estimateOffMedian
    case .betaMissesLimits: .betaMissesLimits
    case .meanMovedByCut: .meanMovedByCut
    case .drawsOutsideRange: .drawsOutsideRange
    case .noRange: .noRange
    case .zeroWithoutRange: .zeroWithoutRange
    }
  }
}

extension ModelWarning {
  /// The ids of the criteria that it is about; none for one about all of them.
  public var criteria: [String] {
    switch self {
    case .rangeTooWide(let id), .rangeTooNarrow(let id), .payerNotStated(let id),
      .differentStudies(let id, _, _), .drawnApart(let id, _):
      [id]
    case .sharedMeasure(_, let ids), .comparisonsContradict(let ids): ids
    case .sameOrder(let first, let second), .dependence(let first, let second): [first, second]
    default: cell.map { [$0.criterion] } ?? []
    }
  }

  /// The ids of the alternatives that it is about; none for one about all of them.
  public var alternatives: [String] {
    switch self {
    case .differentStudies(_, let ids, _), .drawnApart(_, let ids): ids
    default: cell.map { [$0.alternative] } ?? []
    }
  }

  /// The level that it is about, or nil.
  public var cell: CellReference? {
    switch self {
    case .estimateOffCentre(let cell), .estimateOffMedian(let cell), .betaMissesLimits(let cell),
      .meanMovedByCut(let cell), .drawsOutsideRange(let cell), .noRange(let cell):
      cell
    default: nil
    }
  }
}
