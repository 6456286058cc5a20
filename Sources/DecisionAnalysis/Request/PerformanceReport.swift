// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What one performance says: its numbers, the parameters made of them, and how well the two agree.
public struct PerformanceReport: Sendable, Equatable {
  /// What a reader of the numbers must be told.
  public enum Note: String, Sendable, Equatable, CaseIterable {
    /// The estimate of a normal distribution is off the middle of its limits by more than a tenth of
    /// their distance.
    case limitsAsymmetric
    /// The estimate of a lognormal distribution is off its median by more than a tenth; the limits
    /// are kept.
    case estimateFarFromMedian
    /// No beta distribution has these limits as its quantiles to within 1e-6.
    case limitsNotFitted
    /// The mean of what is left of a truncated distribution is off the estimate by more than a
    /// hundredth of the distance of its limits.
    case meanIsNotEstimate
  }

  /// A parameter of the distribution.
  public struct Parameter: Sendable, Equatable {
    /// The name, as `Marginal` has it.
    public let name: String
    /// The value.
    public let value: Double
  }

  /// The performance.
  public let cell: CellReference
  /// The name of the distribution, as `PerformanceDistribution` has it.
  public let form: String
  /// The id of the row that it stands on.
  public let relativeTo: String?
  /// How its own quantity joins the level of that row.
  public let operation: Baseline.Operation?
  /// The point estimate of the level, in the unit of the criterion.
  public let estimate: Double
  /// The 95 % limits of the level, the row stood on at its estimate.
  public let interval: PerformanceInterval
  /// The partial value of the estimate.
  public let value: Double
  /// The mean of its own quantity.
  public let mean: Double
  /// The standard deviation of its own quantity.
  public let standardDeviation: Double
  /// The parameters of its own quantity.
  public let parameters: [Parameter]
  /// The largest distance from 0.025 and 0.975 of the shares outside the limits of a fitted beta
  /// distribution.
  public let fitResidual: Double?
  /// What a reader must be told.
  public let notes: [Note]
  /// What the author says about it.
  public let origin: PerformanceNote

  /// The report of a cell of a problem without faults.
  init(_ problem: DecisionProblem, row: Int, criterion: Int, note: PerformanceNote) {
    let table = problem.table
    let cell = table.cell(row, criterion)
    let marginal = cell.distribution.marginal
    self.cell = problem.reference(row, criterion)
    form = cell.distribution.form
    relativeTo = cell.baseline.map { problem.rowID($0.alternative) }
    operation = cell.baseline?.operation
    estimate = table.estimate(row, criterion)
    interval = table.interval(row, criterion)
    value = problem.criteria[criterion].valueFunction.value(at: estimate)
    mean = marginal.mean
    standardDeviation = marginal.standardDeviation
    parameters = marginal.parameters
    fitResidual = cell.distribution.fitResidual
    notes = Self.notes(cell.distribution, marginal, residual: fitResidual)
    origin = note
  }

  private static func notes(
    _ distribution: PerformanceDistribution, _ marginal: Marginal, residual: Double?
  ) -> [Note] {
    switch distribution {
    case .normal(let estimate, let low, let high):
      let offset = (estimate - (low + (high - low) / 2)).magnitude
      return offset > 0.1 * (high - low) ? [.limitsAsymmetric] : []
    case .lognormal(let estimate?, let low, let high):
      let median = (low * high).squareRoot()
      return (estimate - median).magnitude > 0.1 * median ? [.estimateFarFromMedian] : []
    case .betaInterval: return (residual ?? 0) > 1e-6 ? [.limitsNotFitted] : []
    case .truncatedNormal(let estimate, let low, let high, _, _, _):
      return (marginal.mean - estimate).magnitude > 0.01 * (high - low) ? [.meanIsNotEstimate] : []
    default: return []
    }
  }
}

extension PerformanceDistribution {
  /// The name of the distribution.
  var form: String {
    switch self {
    case .exact: "exact"
    case .normal: "normal"
    case .lognormal: "lognormal"
    case .beta: "beta"
    case .betaShape: "betaShape"
    case .betaInterval: "betaInterval"
    case .truncatedNormal: "truncatedNormal"
    case .triangular: "triangular"
    case .uniform: "uniform"
    }
  }

  /// How far the limits are missed by the beta distribution fitted to them; `nil` for others.
  var fitResidual: Double? {
    guard case .betaInterval(_, let low, let high, let scale) = self, low < high else { return nil }
    return BetaFit(low: low / scale, high: high / scale).residual
  }
}

extension Marginal {
  /// The parameters by name.
  var parameters: [PerformanceReport.Parameter] {
    func named(_ pairs: (String, Double)...) -> [PerformanceReport.Parameter] {
      pairs.map { PerformanceReport.Parameter(name: $0.0, value: $0.1) }
    }
    return switch self {
    case .point(let level): named(("level", level))
    case .normal(let mean, let sd): named(("mean", mean), ("sd", sd))
    case .lognormal(let logMean, let logSD): named(("logMean", logMean), ("logSD", logSD))
    case .beta(let alpha, let beta, let scale):
      named(("alpha", alpha), ("beta", beta), ("scale", scale))
    case .truncatedNormal(let cut):
      named(
        ("parentMean", cut.parentMean), ("parentSD", cut.parentSD), ("low", cut.low),
        ("high", cut.high))
    case .triangular(let low, let likely, let high):
      named(("low", low), ("likely", likely), ("high", high))
    case .uniform(let low, let high): named(("low", low), ("high", high))
    }
  }
}
