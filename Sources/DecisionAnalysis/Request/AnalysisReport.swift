// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Everything that can be said about a decision problem.
public struct AnalysisReport: Sendable, Equatable {
  /// An alternative that misses a level that it must reach.
  public struct Exclusion: Sendable, Equatable {
    /// The performance that misses the bound.
    public let cell: CellReference
    /// Its estimate, in the unit of the criterion.
    public let estimate: Double
    /// The bound.
    public let requirement: CriterionNote.Requirement
  }

  /// What was asked.
  public let request: AnalysisRequest
  /// How much the criteria of each branch count together.
  public let branchTotals: [BranchTotal]
  /// Every performance in the order of criteria, then of rows; those of reference rows only where
  /// another row stands on them.
  public let performances: [PerformanceReport]
  /// The alternatives that stand outside every ranking, with the reason.
  public let exclusions: [Exclusion]
  /// What may mislead.
  public let warnings: [AnalysisWarning]
  /// One answer for each question of the settings.
  public let comparisons: [ComparisonReport]

  /// Works out everything for a request whose problem has no faults.
  ///
  /// - Throws: `AnalysisError` when the problem has faults, or when the weights or the uncertainty
  ///   are not for its criteria.
  public init(_ request: AnalysisRequest) throws(AnalysisError) {
    let problem = request.problem
    self.request = request
    let weights = request.weighting.weights
    branchTotals = weights.branchTotals(of: problem.criteria)
    performances = problem.criteria.indices.flatMap { column in
      Self.rows(of: problem, on: column).map { row in
        PerformanceReport(
          problem, row: row, criterion: column, note: request.performanceNotes[row][column])
      }
    }
    let exclusions = Self.exclusions(request)
    self.exclusions = exclusions
    warnings = AnalysisWarning.all(in: request)
    let plan = try SamplePlan(
      problem, points: request.settings.points, sigma: request.uncertainty.preparedSigma,
      listLengths: [problem.criteria.count])
    let frame = try AnalysisFrame(problem)
    var answers: [ComparisonReport] = []
    for selection in request.settings.comparisons {
      let members = selection.members.filter { id in
        !exclusions.contains { $0.cell.alternative == id }
      }
      answers.append(try ComparisonReport(selection.id, comparing: members, request, frame, plan))
    }
    comparisons = answers
  }

  /// The alternatives, and the reference rows that a row stands on.
  private static func rows(of problem: DecisionProblem, on column: Int) -> [Int] {
    let table = problem.table
    let rows = 0..<table.rowCount
    let stoodOn = rows.compactMap { table.cell($0, column).baseline?.alternative }
    return rows.filter { $0 < problem.alternatives.count || stoodOn.contains($0) }
  }

  private static func exclusions(_ request: AnalysisRequest) -> [Exclusion] {
    let problem = request.problem
    var found: [Exclusion] = []
    for row in problem.alternatives.indices {
      for (column, note) in request.criterionNotes.enumerated() {
        let estimate = problem.table.estimate(row, column)
        if let requirement = note.requirement, !requirement.isMet(by: estimate) {
          found.append(
            Exclusion(
              cell: problem.reference(row, column), estimate: estimate, requirement: requirement))
        }
      }
    }
    return found
  }
}

extension WeightUncertainty {
  /// The response error that the draws are prepared for.
  var preparedSigma: Double {
    if case .responseError(let sigma) = self { return sigma }
    return 0.3
  }
}

/// The answer to one question: which of these alternatives.
public struct ComparisonReport: Sendable, Equatable {
  /// The id of the question.
  public let id: String
  /// The ids of the alternatives that are compared; those that miss a level that they must reach
  /// are left out.
  public let alternatives: [String]
  /// What the closed forms say; `nil` when fewer than two alternatives are left.
  public let analysis: QuestionAnalysis?
  /// What the simulation says; `nil` with the analysis.
  public let simulation: SimulationResult?
  /// How clearly the leader stands above the rest; `nil` with the analysis.
  public let verdict: Verdict?

  /// The answer for the alternatives that are left.
  init(
    _ id: String, comparing alternatives: [String], _ request: AnalysisRequest,
    _ frame: AnalysisFrame, _ plan: SamplePlan
  ) throws(AnalysisError) {
    self.id = id
    self.alternatives = alternatives
    guard alternatives.count > 1 else {
      analysis = nil
      simulation = nil
      verdict = nil
      return
    }
    let settings = request.settings
    let weights = request.weighting.weights
    let simulation = try plan.simulate(
      SamplePlan.Request(
        alternatives: alternatives, weights: weights, uncertainty: request.uncertainty,
        sets: [alternatives], centralWeights: true))
    let analysis = try frame.analyse(
      weights, comparing: alternatives, thresholds: settings.thresholds,
      simulation: simulation, otherLists: settings.lists.map(\.members))
    verdict = analysis.verdict
    self.analysis = analysis
    self.simulation = simulation
  }
}
