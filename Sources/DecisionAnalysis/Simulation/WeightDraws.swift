// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The weights of each draw, up to a factor of the draw.
struct WeightDraws: Sendable {
  /// Columns as [block][column].
  let table: [LaneBlock]
  /// The distance between the same column of two blocks; 0 when all blocks are the same.
  let stride: Int
  /// The column of each criterion.
  let columns: [Int]
  /// What the column of each criterion is multiplied by.
  let scale: [Float]

  /// The draws for weights of some criteria (indices into the plan's problem).
  init(
    _ plan: SamplePlan, criteria: [Int], weights: [Double], uncertainty: WeightUncertainty
  ) {
    let count = criteria.count
    switch uncertainty {
    case .none, .responseError(sigma: 0):
      self.init(fixed: weights)
    case .responseError(let sigma) where sigma == plan.sigma:
      self.init(
        table: plan.noise, stride: plan.problem.criteria.count, columns: criteria,
        scale: weights.map { Float($0) })
    case .responseError(let sigma):
      let factors = plan.normalGrid.map { Float(Numerics.exp(sigma * $0)) }
      self.init(
        columns: criteria.map { dimension in
          plan.grid.indices(dimension: dimension).map { factors[$0] }
        }, scale: weights.map { Float($0) })
    case .ordinal(let ranks):
      let ordered =
        plan.ordered.first { $0.count == count }?.table
        ?? OrderedWeights(plan.grid, count: count).table
      self.init(ordered: ordered, ranks: ranks)
    case .uniform:
      self.init(
        columns: (0..<count).map { OrderedWeights.exponentials(plan.grid, dimension: $0) },
        scale: Array(repeating: 1, count: count))
    case .dirichlet(let concentration):
      self.init(
        columns: weights.indices.map { index in
          let shape = concentration * weights[index]
          guard shape > 0 else { return Array(repeating: 0, count: plan.points) }
          let gamma = (0..<plan.points).map { point in
            Float(Numerics.gammaQuantile(plan.grid.probability(point), shape: shape))
          }
          return plan.grid.indices(dimension: criteria[index]).map { gamma[$0] }
        }, scale: Array(repeating: 1, count: count))
    case .relativeToTop(let ranges):
      self.init(
        columns: TopRatioWeights(plan.grid, ranges: ranges).columns,
        scale: Array(repeating: 1, count: count))
    case .chain(let order, let ratios):
      self.init(
        columns: ChainWeights(plan.grid, order: order, ratios: ratios).columns,
        scale: Array(repeating: 1, count: count))
    }
  }

  private init(table: [LaneBlock], stride: Int, columns: [Int], scale: [Float]) {
    self.table = table
    self.stride = stride
    self.columns = columns
    self.scale = scale
  }

  /// The draws of some of the criteria (indices), in the order given.
  func keeping(_ places: [Int]) -> WeightDraws {
    WeightDraws(
      table: table, stride: stride, columns: places.map { columns[$0] },
      scale: places.map { scale[$0] })
  }

  /// The same weights in each draw.
  init(fixed weights: [Double]) {
    self.init(
      table: weights.map { LaneBlock(repeating: Float($0)) }, stride: 0,
      columns: Array(weights.indices), scale: Array(repeating: 1, count: weights.count))
  }

  private init(columns: [[Float]], scale: [Float]) {
    self.init(
      table: SamplePlanBuilder.blocks(columns), stride: columns.count,
      columns: Array(columns.indices), scale: scale)
  }

  /// The columns of an order; equal ranks share the mean of their places.
  private init(ordered: [LaneBlock], ranks: [Int]) {
    let count = ranks.count
    let places = ranks.map { rank in ranks.filter { $0 < rank }.count }
    if Set(ranks).count == count {
      self.init(
        table: ordered, stride: count, columns: places,
        scale: Array(repeating: 1, count: count))
      return
    }
    var table: [LaneBlock] = []
    table.reserveCapacity(ordered.count)
    for start in Swift.stride(from: 0, to: ordered.count, by: count) {
      for (rank, place) in zip(ranks, places) {
        let tied = ranks.filter { $0 == rank }.count
        let sum = (place..<(place + tied)).reduce(LaneBlock()) { $0 + ordered[start + $1] }
        table.append(sum / Float(tied))
      }
    }
    self.init(
      table: table, stride: count, columns: Array(ranks.indices),
      scale: Array(repeating: 1, count: count))
  }
}

/// The mean and the standard deviation of each weight over all draws of a simulation.
public struct WeightMoments: Sendable, Equatable {
  /// The expected weights, in the order of the criteria; they sum to 1.
  public let means: [Double]
  /// The standard deviations, in the same order.
  public let deviations: [Double]
}

extension SamplePlan {
  /// What the weights of the draws are like: a clinician reads from it how unsure the weights are
  /// taken to be.
  ///
  /// - Throws: `AnalysisError.weightsDoNotFit` as `simulate(_:)`.
  public func moments(
    of weights: CriterionWeights, uncertainty: WeightUncertainty
  ) throws(AnalysisError) -> WeightMoments {
    let columns = weights.criteria.compactMap { id in
      problem.criteria.firstIndex { $0.id == id }
    }
    guard columns.count == weights.criteria.count, uncertainty.fits(columns.count) else {
      throw .weightsDoNotFit
    }
    let draws = WeightDraws(
      self, criteria: columns, weights: weights.values, uncertainty: uncertainty)
    return draws.moments(blocks: points / LaneBlock.scalarCount)
  }
}

extension WeightDraws {
  /// Sums of shares and of their squares, draw by draw in double precision.
  func moments(blocks: Int) -> WeightMoments {
    var counted = 0.0
    var sums = columns.map { _ in 0.0 }
    var squares = sums
    for block in 0..<blocks {
      for lane in 0..<LaneBlock.scalarCount {
        let row = block * stride
        let amounts = zip(columns, scale).map { Double(table[row + $0][lane]) * Double($1) }
        let all = amounts.reduce(0, +)
        guard all > 0 else { continue }
        counted += 1
        for (index, amount) in amounts.enumerated() {
          let share = amount / all
          sums[index] += share
          squares[index] += share * share
        }
      }
    }
    let means = sums.map { $0 / counted }
    return WeightMoments(
      means: means,
      deviations: zip(squares, means).map { max(0, $0 / counted - $1 * $1).squareRoot() })
  }
}
