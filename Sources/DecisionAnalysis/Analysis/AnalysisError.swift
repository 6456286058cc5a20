// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Why an analysis cannot be made.
public enum AnalysisError: Error, Sendable, Equatable {
  /// The problem has mistakes.
  case invalidProblem([DecisionProblemError])
  /// The weights are not for exactly the criteria of the problem.
  case weightsDoNotFit
  /// An alternative to compare is not in the problem.
  case unknownAlternative(String)
  /// An alternative to compare is named twice.
  case duplicateAlternative(String)
  /// Fewer than two alternatives to compare.
  case tooFewAlternatives
  /// A number of draws that there is no lattice for.
  case unusablePoints(Int)
  /// Draws that were given are of another shape than the ids, or hold a number that is not finite.
  case drawsDoNotFit
}
