// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The contrasts between options that agree best with several studies, where a study estimates one
/// contrast or a sum of them: weighted least squares with fixed effects.
///
/// A pack states numbers that were derived so; a test derives them again. Source:
/// DecisionAnalysis.docc/Readings.md, "Estimate from several studies".
public struct NetworkEstimate: Sendable, Equatable {
  /// What one study found.
  public struct Observation: Sendable, Equatable {
    /// How often each contrast stands in what the study estimates.
    public var contrasts: [Double]
    /// The estimate, in the unit of the contrasts.
    public var value: Double
    /// Its standard error, above zero.
    public var standardError: Double

    /// What one study found.
    public init(contrasts: [Double], value: Double, standardError: Double) {
      self.contrasts = contrasts
      self.value = value
      self.standardError = standardError
    }
  }

  /// The contrasts, in the order of the observations' coefficients.
  public let values: [Double]
  /// Their standard errors.
  public let standardErrors: [Double]
  /// How far the studies disagree: the sum of the squared distances in standard errors.
  public let q: Double
  /// The degrees of freedom of `q`: observations less contrasts.
  public let degreesOfFreedom: Int

  /// The estimate from some observations of equally many contrasts.
  ///
  /// - Returns: nil when they do not settle every contrast, or a standard error is not above zero.
  public init?(_ observations: [Observation]) {
    let count = observations.first?.contrasts.count ?? 0
    guard count > 0, observations.count >= count,
      observations.allSatisfy({ $0.contrasts.count == count && $0.standardError > 0 })
    else { return nil }
    // The normal equations beside the identity: elimination gives the inverse with the solution.
    var rows = (0..<count).map { row in
      (0..<count).map { column in
        observations.reduce(0) { sum, one in
          sum + one.contrasts[row] * one.contrasts[column]
            / (one.standardError * one.standardError)
        }
      } + (0..<count).map { $0 == row ? 1.0 : 0 }
    }
    for pivot in 0..<count {
      let largest = (pivot..<count).max { rows[$0][pivot].magnitude < rows[$1][pivot].magnitude }
      guard let largest, rows[largest][pivot].magnitude > 1e-12 else { return nil }
      rows.swapAt(pivot, largest)
      let scale = rows[pivot][pivot]
      rows[pivot] = rows[pivot].map { $0 / scale }
      for row in 0..<count where row != pivot {
        let factor = rows[row][pivot]
        for column in rows[row].indices { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    let inverse = rows.map { Array($0.dropFirst(count)) }
    let right = (0..<count).map { row in
      observations.reduce(0) {
        $0 + $1.contrasts[row] * $1.value / ($1.standardError * $1.standardError)
      }
    }
    let values = inverse.map { AdditiveModel.sum(of: $0, times: right) }
    self.values = values
    standardErrors = (0..<count).map { inverse[$0][$0].squareRoot() }
    q = observations.reduce(0) { sum, one in
      let distance =
        (one.value - AdditiveModel.sum(of: one.contrasts, times: values)) / one.standardError
      return sum + distance * distance
    }
    degreesOfFreedom = observations.count - count
  }
}
