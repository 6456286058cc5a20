// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension PerformanceDistribution {
  /// The first thing wrong with the parameters, or `nil`.
  public var fault: DistributionFault? {
    switch self {
    case .exact(let value):
      value.isFinite ? nil : .notFinite
    case .normal(let estimate, let low, let high), .triangular(let low, let estimate, let high):
      Self.fault(low: low, estimate: estimate, high: high)
    case .lognormal(let estimate, let low, let high):
      Self.fault(low: low, estimate: estimate ?? low, high: high)
        ?? (low > 0 ? nil : .lowNotPositive)
    case .uniform(let low, let high):
      Self.fault(low: low, estimate: low, high: high)
    case .beta(let events, let n, let scale):
      if n < 1 {
        .noObservations
      } else if events < 0 || events > n {
        .eventsOutOfRange
      } else {
        Self.fault(scale: scale)
      }
    case .betaShape(let alpha, let beta, let scale):
      if !alpha.isFinite || !beta.isFinite {
        .notFinite
      } else {
        alpha > 0 && beta > 0 ? Self.fault(scale: scale) : .shapeNotPositive
      }
    case .betaInterval(let estimate, let low, let high, let scale):
      Self.fault(scale: scale) ?? Self.fault(low: low, estimate: estimate ?? low, high: high)
        ?? (low > 0 && high < scale ? nil : .limitsNotInsideScale)
    case .truncatedNormal(let estimate, let low, let high, let floor, let ceiling, _):
      Self.fault(low: low, estimate: estimate, high: high)
        ?? Self.fault(low: floor, estimate: estimate, high: ceiling)
        ?? (floor < ceiling ? nil : .limitsReversed)
    }
  }

  private static func fault(scale: Double) -> DistributionFault? {
    if !scale.isFinite { return .notFinite }
    return scale > 0 ? nil : .scaleNotPositive
  }

  private static func fault(low: Double, estimate: Double, high: Double) -> DistributionFault? {
    guard low.isFinite, estimate.isFinite, high.isFinite else { return .notFinite }
    guard low <= high else { return .limitsReversed }
    return low <= estimate && estimate <= high ? nil : .estimateOutsideLimits
  }
}
