// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A piece of the standard normal density, seen from the place `mode` where it is highest.
struct NormalPiece {
  /// The place of the largest density of the piece.
  let mode: Double
  /// The lower end minus the mode.
  let from: Double
  /// The upper end minus the mode.
  let to: Double

  /// The mean, minus the mode, and the standard deviation.
  ///
  /// Sixteen panels of ten-point Gauss-Legendre quadrature over the part where the density is above
  /// e^-45 of its maximum; only positive terms are added, so nothing cancels.
  var moments: (mean: Double, sd: Double) {
    let reach = 90 / ((mode * mode + 90).squareRoot() + mode.magnitude)
    let (first, last) = (max(from, -reach), min(to, reach))
    let half = (last - first) / 32
    guard half > 0 else { return (0, 0) }
    let nodes = (0..<16).flatMap { panel in
      let middle = first + Double(2 * panel + 1) * half
      return Self.rule.flatMap { rule in
        [
          node(middle - half * rule.node, rule.weight),
          node(middle + half * rule.node, rule.weight),
        ]
      }
    }
    let mass = nodes.reduce(0) { $0 + $1.mass }
    let mean = nodes.reduce(0) { $0 + $1.mass * $1.place } / mass
    let variance =
      nodes.reduce(0) { $0 + $1.mass * ($1.place - mean) * ($1.place - mean) } / mass
    return (mean, variance.squareRoot())
  }

  private func node(_ place: Double, _ weight: Double) -> (place: Double, mass: Double) {
    (place, weight * Numerics.exp(-0.5 * place * (place + 2 * mode)))
  }

  /// The nodes and weights on one side of the ten-point rule, NIST DLMF table 3.5.2.
  private static let rule: [(node: Double, weight: Double)] = [
    (0.14887433898163122, 0.29552422471475287), (0.4333953941292472, 0.26926671930999635),
    (0.6794095682990244, 0.21908636251598204), (0.8650633666889845, 0.1494513491505806),
    (0.9739065285171717, 0.06667134430868814),
  ]
}
