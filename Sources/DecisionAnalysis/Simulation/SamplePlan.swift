// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Everything of a simulation that does not depend on the person: the draws of all levels as values,
/// the noise of the weights, and the tables that stand in for sampling.
///
/// It is made once for a problem and shared by all persons (common random numbers,
/// DecisionAnalysis.docc/Simulation.md, "Common random numbers").
public struct SamplePlan: Sendable {
  /// The problem.
  public let problem: DecisionProblem
  /// How many draws, a power of two.
  public let points: Int
  /// The standard deviation of the logarithm of a weight's response error.
  public let sigma: Double

  let grid: LatticeGrid
  let normalGrid: [Double]
  /// exp(sigma z) as [block][criterion].
  let noise: [LaneBlock]
  /// Ordered weights for the lengths of list that were asked for.
  let ordered: [OrderedWeights]
  /// One entry per alternative and criterion.
  let cells: [[CellSample]]
  /// Sampled values as [block][column]; the first columns are a standard normal number for each
  /// alternative.
  let samples: [LaneBlock]
  /// How many columns there are.
  let columnCount: Int
  let tables: [ConditionalShare]
  /// The entries of all tables, one table after the other.
  let entries: [Float]
  /// Whether every unsure cell is a straight function of a normal level that no other stands on.
  let isNormal: Bool

  /// The plan for a problem without faults.
  ///
  /// - Parameters:
  ///   - points: how many draws; `nil` takes as many as the problem needs (`SimulationPoints`).
  ///   - sigma: the response error of the weights that is prepared for.
  ///   - listLengths: the lengths of list whose ordered weights are prepared; others take longer.
  ///   - weightDimensions: how many dimensions are kept for weights, where lists are drawn that are
  ///     longer than the problem's.
  /// - Throws: `AnalysisError.invalidProblem` with every mistake of the problem,
  ///   `.unusablePoints` for a number of draws without a lattice (`LatticeRule.Size`).
  public init(
    _ problem: DecisionProblem, points: Int? = nil, sigma: Double = 0.3,
    listLengths: [Int] = [], weightDimensions: Int = 0
  ) throws(AnalysisError) {
    let faults = problem.faults
    guard faults.isEmpty else { throw .invalidProblem(faults) }
    var builder = SamplePlanBuilder(problem)
    let points = points ?? SimulationPoints.enough(for: problem, isNormal: builder.isNormal)
    guard let size = LatticeRule.Size(rawValue: points) else { throw .unusablePoints(points) }
    self.problem = problem
    self.points = points
    self.sigma = sigma
    let lattice = LatticeGrid(size)
    grid = lattice
    let normal = (0..<points).map { Numerics.normalQuantile(lattice.probability($0)) }
    normalGrid = normal
    let factors = normal.map { Float(Numerics.exp(sigma * $0)) }
    noise = SamplePlanBuilder.blocks(
      problem.criteria.indices.map { dimension in
        lattice.indices(dimension: dimension).map { factors[$0] }
      })
    ordered = listLengths.map { OrderedWeights(lattice, count: $0) }
    builder.sample(
      on: lattice, normal: normal, weights: max(weightDimensions, problem.criteria.count))
    cells = builder.cells
    samples = SamplePlanBuilder.blocks(builder.columns)
    columnCount = builder.columns.count
    tables = builder.tables
    entries = builder.tables.flatMap(\.above)
    isNormal = builder.isNormal
  }
}

/// The points of a rank-1 lattice on a grid of midpoints: in each dimension each of the values
/// (t + 1/2) / N, t = 0..<N, is taken once.
///
/// All dimensions share one grid, so that a quantile is computed once per grid value and not once
/// per draw. The first half of a coordinate takes the even places and the second half the odd ones
/// backwards (the tent transformation, which suits smooth functions that are not periodic: Hickernell
/// 2002). The first quarter of the draws is itself a lattice. Source:
/// DecisionAnalysis.docc/Simulation.md, "Lattice rule".
struct LatticeGrid: Sendable {
  /// How many draws, a power of two from 1024.
  let points: Int
  private let rule: LatticeRule

  init(_ size: LatticeRule.Size) {
    points = size.rawValue
    rule = LatticeRule(size: size)
  }

  /// The probability of a value of the grid.
  func probability(_ index: Int) -> Double { (Double(index) + 0.5) / Double(points) }

  /// The grid index of each draw in a dimension.
  func indices(dimension: Int) -> [Int] {
    let coordinates = rule.column(dimension: dimension)
    let quarter = points / 4
    var indices: [Int] = []
    indices.reserveCapacity(points)
    for first in [0, 2, 1, 3] {
      for block in 0..<quarter {
        let place = Int(coordinates[4 * block + first] * Double(points))
        indices.append(place < points / 2 ? 2 * place : 2 * points - 1 - 2 * place)
      }
    }
    return indices
  }
}

/// The quantiles of a distribution at the midpoints of a grid, ascending.
enum QuantileGrid {
  /// How many exact quantiles a slow distribution is interpolated from.
  private static let nodes = 96

  /// The quantiles at (t + 1/2) / points, t = 0..<points.
  ///
  /// Beta and truncated normal quantiles are interpolated as a function of the normal quantile by
  /// cubic polynomials through four neighbouring exact ones; the error is below 1e-6 of the range.
  ///
  /// - Parameter normal: the quantiles of the standard normal distribution on the same grid.
  static func levels(of marginal: Marginal, normal: [Double]) -> [Double] {
    switch marginal {
    case .point(let level): return normal.map { _ in level }
    case .normal(let mean, let sd): return normal.map { mean + sd * $0 }
    case .lognormal(let logMean, let logSD):
      return normal.map { Numerics.exp(logMean + logSD * $0) }
    case .uniform, .triangular:
      let count = Double(normal.count)
      return normal.indices.map { marginal.quantile((Double($0) + 0.5) / count) }
    case .beta, .truncatedNormal:
      return interpolated(marginal, normal)
    }
  }

  private static func interpolated(_ marginal: Marginal, _ normal: [Double]) -> [Double] {
    let (first, last) = (normal[0], normal[normal.count - 1])
    let step = (last - first) / Double(nodes - 1)
    let exact = (0..<nodes).map { node in
      marginal.quantile(Numerics.normalCDF(first + step * Double(node)))
    }
    var previous = -Double.infinity
    return normal.map { z in
      let place = (z - first) / step
      let start = min(max(Int(place) - 1, 0), nodes - 4)
      let t = place - Double(start)
      let (a, b, c, d) = (exact[start], exact[start + 1], exact[start + 2], exact[start + 3])
      let level =
        -a * (t - 1) * (t - 2) * (t - 3) / 6 + b * t * (t - 2) * (t - 3) / 2
        - c * t * (t - 1) * (t - 3) / 2 + d * t * (t - 1) * (t - 2) / 6
      // Rounding must not turn the order around.
      previous = max(previous, level)
      return previous
    }
  }
}

/// How many draws a simulation takes when nobody says otherwise.
///
/// With these numbers no share of 220 random problems, with every kind of distribution and of uncertain
/// weights, was off by more than `numericError` against 4,000,000 plain draws
/// (`Tests/Benchmarks/accuracy.py`); theory gives no useful bound
/// (DecisionAnalysis.docc/Simulation.md, "Number of points").
public enum SimulationPoints {
  /// Where all unsure cells are normal and the values straight.
  public static let normal = 4096
  /// Elsewhere.
  public static let mixed = 16384
  /// Elsewhere when alternatives times criteria are more than `manyCells`.
  public static let careful = 65536
  /// The most cells that `mixed` is enough for.
  public static let manyCells = 50
  /// The largest numeric error of a share, as stated: half a percentage point.
  public static let numericError = 0.005

  /// The number of draws for a problem.
  static func enough(for problem: DecisionProblem, isNormal: Bool) -> Int {
    if isNormal { return normal }
    return problem.alternatives.count * problem.criteria.count > manyCells ? careful : mixed
  }
}
