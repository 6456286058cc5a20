// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
