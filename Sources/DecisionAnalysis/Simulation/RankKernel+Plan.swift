// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension RankKernel {
  /// The kernel for some alternatives and criteria (indices) of a plan.
  ///
  /// Of each alternative's unsure cells the normal ones together, or the one that counts for most,
  /// are smoothed, whichever spreads the total more at the weights given.
  init(
    _ plan: SamplePlan, alternatives rows: [Int], criteria columns: [Int], typical: [Double],
    weights: WeightDraws, sets: [[Int]], wantsCentralWeights: Bool
  ) {
    var location = KernelTerms()
    var variance = KernelTerms()
    var expected = KernelTerms()
    var smoothing: [Smoothing] = []
    for (place, row) in rows.enumerated() {
      let cells = columns.map { plan.cells[row][$0] }
      let choice = Self.choice(cells, typical)
      var fixed: [KernelTerms.Fixed] = []
      var drawn: [KernelTerms.Drawn] = []
      var squares: [KernelTerms.Fixed] = []
      var kind = Smoothing.step
      for (criterion, cell) in cells.enumerated() {
        func addBase() {
          if let base = cell.baseColumn {
            drawn.append(KernelTerms.Drawn(criterion: criterion, column: base))
          }
        }
        switch (choice, cell.smoothing, cell.column) {
        case (_, _, nil):
          fixed.append(KernelTerms.Fixed(criterion: criterion, value: Float(cell.mean)))
        case (.normal, .normal(let mean, let sd), _):
          fixed.append(KernelTerms.Fixed(criterion: criterion, value: mean))
          squares.append(KernelTerms.Fixed(criterion: criterion, value: sd * sd))
          addBase()
          kind = .normal(column: place)
        case (.single(let chosen), .table(let table), let column?) where chosen == criterion:
          let share = plan.tables[table]
          kind = .table(
            criterion: criterion, column: column, baseColumn: cell.baseColumn, low: share.low,
            perValue: share.nodesPerValue, first: table * ConditionalShare.nodes)
          addBase()
        case (_, _, let column?):
          drawn.append(KernelTerms.Drawn(criterion: criterion, column: column))
        }
      }
      location.append(fixed: fixed, drawn: drawn)
      variance.append(fixed: squares)
      expected.append(
        fixed: cells.enumerated().map {
          KernelTerms.Fixed(criterion: $0.offset, value: Float($0.element.mean))
        })
      smoothing.append(kind)
    }
    self.weights = weights
    samples = plan.samples
    columnCount = plan.columnCount
    blocks = plan.points / LaneBlock.scalarCount
    self.alternatives = rows.count
    self.criteria = columns.count
    self.location = location
    self.variance = variance
    self.smoothing = smoothing
    entries = plan.entries
    self.expected = expected
    self.sets = sets
    self.wantsCentralWeights = wantsCentralWeights
  }

  private enum Choice {
    case none
    case normal
    case single(Int)
  }

  private static func choice(_ cells: [CellSample], _ typical: [Double]) -> Choice {
    var normal = 0.0
    var widest = 0.0
    var single: Int?
    for (criterion, cell) in cells.enumerated() {
      let spread = typical[criterion] * cell.ownSD
      switch cell.smoothing {
      case .none: break
      case .normal: normal += spread * spread
      case .table where spread * spread > widest:
        widest = spread * spread
        single = criterion
      case .table: break
      }
    }
    if normal > 0, normal >= widest { return .normal }
    return single.map { .single($0) } ?? .none
  }
}
