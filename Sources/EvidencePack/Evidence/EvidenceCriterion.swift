// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// What the pack states of one alternative on one criterion.
public struct EvidenceCell: Sendable, Equatable {
  /// The id of the criterion.
  public var criterion: String
  /// The id of the alternative.
  public var alternative: String
  /// The level, or the difference to the baseline.
  public var distribution: PerformanceDistribution
  /// The alternative whose level is shared, or nil.
  public var relativeTo: String?
  /// How level and difference are joined; nil without a baseline.
  public var operation: Baseline.Operation?
  /// How sure the studies allow us to be.
  public var certainty: CertaintyOfEvidence
  /// The text of the plain reason.
  public var reason: TextID
  /// Where the estimate comes from.
  public var basis: Basis
  /// Where the range comes from.
  public var rangeBasis: Basis
  /// The ids of the sources.
  public var sources: [String]
  /// The line of the pack file.
  public var line: Int
  /// Whether a price of the clinic's own stands in the place of what the pack states.
  public var isClinicPrice = false
  /// The text that patients read in place of the level, such as that it is what the others are
  /// compared with; nil: the level itself.
  public var instead: TextID?
  /// Whether a clinician is to look at the number before it is used.
  public var needsReview = false

  /// The id of the number: what texts, checks and the record name it by.
  public var id: String { "\(criterion).\(alternative)" }

  /// The cell with a price of the clinic's own: no study, no grade, no baseline.
  func priced(_ price: PerformanceDistribution) -> EvidenceCell {
    var cell = self
    cell.distribution = price
    (cell.relativeTo, cell.operation, cell.sources) = (nil, nil, [])
    cell.instead = nil
    (cell.certainty, cell.basis, cell.rangeBasis) = (.byDefinition, .declared, .declared)
    cell.isClinicPrice = true
    return cell
  }

  /// The cell as the mathematics takes it.
  ///
  /// - Parameter alternatives: the ids in the order of the pack.
  func performance(among alternatives: [String]) -> PerformanceCell {
    guard let baseline = relativeTo.flatMap({ alternatives.firstIndex(of: $0) }), let operation
    else { return PerformanceCell(distribution) }
    return PerformanceCell(
      distribution, baseline: Baseline(alternative: baseline, operation: operation))
  }
}

/// The ends of a range and the cells that lie in it, for all regions or for one.
public struct EvidenceRow: Sendable, Equatable {
  /// The level that counts as worst.
  public var worst: Double
  /// The level that counts as best.
  public var best: Double
  /// One cell per alternative, in the order of the pack's alternatives.
  public var cells: [EvidenceCell]
  /// The step that levels are rounded to where they are printed, or nil: by decimals alone.
  public var roundTo: Double?
  /// The cells of the readings after the first, by reading; a cell that does not depend on the
  /// reading is the same in each.
  public var otherReadings: [ReadingCells] = []

  /// The cells of one reading of the evidence.
  public struct ReadingCells: Sendable, Equatable {
    /// The id of the reading.
    public var reading: String
    /// One cell per alternative, in the order of the pack's alternatives.
    public var cells: [EvidenceCell]
  }

  /// The cells under a reading; those of the first where the reading is not one of the others.
  public func cells(under reading: String?) -> [EvidenceCell] {
    otherReadings.first { $0.reading == reading }?.cells ?? cells
  }
}

/// A criterion as the pack states it: words, range and cells.
public struct EvidenceCriterion: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The id of the branch of the value tree.
  public var branch: String
  /// The texts of the criterion by their role.
  public var texts: CriterionTexts
  /// Whether more is better.
  public var direction: Direction
  /// The break points of the value function; empty: a straight line.
  public var points: [ValuePoint]
  /// The digits after the point when a level is printed.
  public var decimals: Int
  /// The denominator of a counted outcome (100 or 1000), or nil.
  public var outOf: Int?
  /// Tags of what is measured; two criteria with one tag may count one thing twice.
  public var measures: [String]
  /// The criteria that the value of this one depends on.
  public var dependences: [CriterionDependence] = []
  /// What a person wants it for; nil in a pack without readings.
  public var aim: String?
  /// Whether nobody has shown that people feel a difference.
  public var isUnfelt = false
  /// The smallest difference in level that people find worth the trouble; nil: not known.
  public var worthwhile: Double?
  /// The row that holds everywhere, or nil when rows stand by region.
  public var row: EvidenceRow?
  /// The rows by region, in the order of the pack.
  public var regionalRows: [RegionalRow]

  /// A row for one region.
  public struct RegionalRow: Sendable, Equatable {
    /// The id of the region.
    public var region: String
    /// The row.
    public var row: EvidenceRow
  }

  /// The row that holds in a region, or nil when the pack has none for it.
  public func row(in region: String) -> EvidenceRow? {
    row ?? regionalRows.first { $0.region == region }?.row
  }

  /// The cells of a setting in the order of the pack's alternatives, or nil when the pack has none
  /// for its region.
  ///
  /// - Parameters:
  ///   - prices: the clinic's own prices; each takes the place of the cell of its alternative where
  ///     rows stand by region.
  ///   - reading: the id of a reading of the evidence; nil: the first.
  public func cells(
    in region: String, prices: [CareSetting.Price], under reading: String? = nil
  ) -> [EvidenceCell]? {
    guard let cells = row(in: region)?.cells(under: reading) else { return nil }
    if row != nil || prices.isEmpty { return cells }
    return cells.map { cell in
      prices.first { $0.alternative == cell.alternative }.map { cell.priced($0.distribution) }
        ?? cell
    }
  }
}

/// The texts of a criterion.
public struct CriterionTexts: Sendable, Equatable {
  /// The name as a heading.
  public var name: TextID
  /// The name inside a sentence.
  public var inline: TextID
  /// What it means.
  public var explanation: TextID
  /// How a level is printed; parameter n.
  public var level: TextID
  /// The worst end in words; parameter n.
  public var worst: TextID
  /// The best end in words; parameter n.
  public var best: TextID
  /// The period.
  public var period: TextID
  /// Who was studied.
  public var group: TextID
  /// How sure we are of the numbers of all alternatives, and why.
  public var sure: TextID
  /// The people to whom it happens; parameters n and of; nil for a quantity.
  public var happens: TextID?
  /// The people to whom it does not happen; parameter n; nil for a quantity.
  public var doesNot: TextID?
}

/// A criterion whose value depends on another one, so that adding the two may mislead.
public struct CriterionDependence: Sendable, Equatable {
  /// The id of the other criterion.
  public var criterion: String
  /// The text of the reason, the end of a sentence.
  public var reason: TextID
}
