// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The sixteen-point Gauss-Legendre rule on -1...1, its positive half.
enum GaussLegendre {
  /// Nodes and weights.
  static let rule: [(node: Double, weight: Double)] = [
    (0.09501250983763744, 0.18945061045506864),
    (0.2816035507792589, 0.18260341504492364),
    (0.45801677765722737, 0.16915651939500265),
    (0.6178762444026438, 0.1495959888165767),
    (0.755404408355003, 0.12462897125553407),
    (0.8656312023878318, 0.0951585116824926),
    (0.9445750230732326, 0.062253523938647456),
    (0.9894009349916499, 0.027152459411754176),
  ]
  /// Where panels end, in standard deviations from a mean.
  static let landmarks: [Double] = [
    -9, -7, -5.5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5.5, 7, 9,
  ]
}
