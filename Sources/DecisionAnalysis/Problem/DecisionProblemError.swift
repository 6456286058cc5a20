// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A mistake in a decision problem, named by ids.
public enum DecisionProblemError: Error, Sendable, Equatable {
  /// Fewer than two alternatives.
  case tooFewAlternatives
  /// No criterion.
  case noCriteria
  /// An alternative (or reference row) is listed twice.
  case duplicateAlternative(String)
  /// A criterion is listed twice.
  case duplicateCriterion(String)
  /// No alternative has this id.
  case unknownAlternative(String)
  /// No criterion has this id.
  case unknownCriterion(String)
  /// The worst and best anchor do not run in the stated direction, or are not finite.
  case anchorsAgainstDirection(criterion: String)
  /// The break points are unusable.
  case valueFunction(criterion: String, ValueFunctionFault)
  /// The value function has another direction or other ends than the criterion.
  case valueFunctionDoesNotFit(criterion: String)
  /// The table has not one row for each alternative.
  case rowCountDiffers(expected: Int, found: Int)
  /// A row has not one cell for each criterion.
  case columnCountDiffers(alternative: String, expected: Int, found: Int)
  /// The parameters are unusable; the place is `nil` where it is not known yet.
  case distribution(DistributionFault, at: CellReference?)
  /// A cell stands on a row that does not exist.
  case baselineMissing(CellReference)
  /// A cell stands, directly or through others, on itself.
  case baselineCircular(CellReference)
  /// The anchors do not contain the estimate.
  case estimateOutsideAnchors(CellReference)
  /// The anchors do not contain a limit of the 95 % interval.
  case limitOutsideAnchors(CellReference)
  /// There is no lattice with so many draws.
  case unusablePoints(Int)
}
