// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Everything of a simulation that does not depend on the person: the draws of all levels as values,
/// the noise of the weights, and the tables that stand in for sampling.
///
/// It is made once for a problem and shared by all persons (common random numbers,
/// `decision-model.md` 3.4).
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
  /// - Throws: `AnalysisError.invalidProblem` with every mistake of the problem,
  ///   `.unusablePoints` for a number of draws without a lattice (`LatticeRule.Size`).
  public init(
    _ problem: DecisionProblem, points: Int? = nil, sigma: Double = 0.3,
    listLengths: [Int] = []
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
    builder.sample(on: lattice, normal: normal)
    cells = builder.cells
    samples = SamplePlanBuilder.blocks(builder.columns)
    columnCount = builder.columns.count
    tables = builder.tables
    entries = builder.tables.flatMap(\.above)
    isNormal = builder.isNormal
  }
}
