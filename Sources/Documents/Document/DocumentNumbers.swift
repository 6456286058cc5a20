// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// The numbers that stand behind a document, each with where it comes from: what a record states of
/// the evidence.
public struct DocumentNumbers: Sendable, Equatable {
  /// A level of the performance table in the person's setting.
  public struct Level: Sendable, Equatable {
    /// The level that counts as worst, in the unit of the criterion.
    public var worst: Double
    /// The level that counts as best, in the unit of the criterion.
    public var best: Double
    /// What the pack states, or the clinic's own price in its place.
    public var cell: EvidenceCell
    /// The level as it is printed.
    public var figure: EvidenceFigure
  }

  /// Where the numbers are the same for everyone, such as the id of a region; nil with prices of the
  /// clinic's own.
  public var sharedBy: String?
  /// The levels by criterion, then alternative, in the order of the pack.
  public var levels: [Level]
  /// The figures that the texts print, in the order of the pack.
  public var figures: [EvidenceFigure]
  /// The sources of levels and figures, in the order of the pack.
  public var sources: [DataSource]

  /// The numbers for a setting.
  ///
  /// - Parameters:
  ///   - printed: the levels as they are printed, by criterion, then alternative.
  ///   - figures: the ids of the figures that the texts print.
  init(pack: EvidencePack, setting: CareSetting, printed: [[EvidenceFigure]], figures: Set<String>)
  {
    sharedBy = setting.prices.isEmpty ? setting.region : nil
    levels = zip(pack.shownCriteria, printed).flatMap { criterion, printed -> [Level] in
      guard let row = criterion.row(in: setting.region) else { return [] }
      return printed.compactMap { figure in
        figure.cell.map { Level(worst: row.worst, best: row.best, cell: $0, figure: figure) }
      }
    }
    self.figures = pack.figures.filter { figures.contains($0.id) }
    let cited = Set(levels.flatMap(\.figure.sources) + self.figures.flatMap(\.sources))
    sources = pack.sources.filter { cited.contains($0.id) }
  }
}
