// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How many draws a simulation takes when nobody says otherwise.
///
/// With these numbers no share of 220 random problems, with every kind of distribution and of uncertain
/// weights, was off by more than `numericError` against 4,000,000 plain draws
/// (`Tests/Benchmarks/accuracy.py`); theory gives no useful bound (`decision-model.md` 3.3).
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
