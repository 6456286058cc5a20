// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Why answers cannot become weights.
///
/// It names criteria, never what the person answered.
public enum WeightingError: Error, Sendable, Equatable {
  /// There is nothing to weigh.
  case noCriteria
  /// One criterion alone cannot be weighed against anything.
  case singleCriterion(String)
  /// A criterion of the list has no answer.
  case missing(String)
  /// A criterion has two answers.
  case duplicate(String)
  /// An answer is about a criterion that is not on the list.
  case notOnList(String)
  /// The question showed another range than the criterion has; the person must be asked again.
  case differentAnchors(String)
  /// The answer is infinite or not a number.
  case notFinite(String)
  /// The answer is below zero.
  case negative(String)
  /// The answer is above 100, on a scale that ends there.
  case aboveHundred(String)
  /// No swing got 100 points.
  case largestIsNotHundred
  /// The shares do not add up to 100 within half a point.
  case sumIsNotHundred
  /// No criterion got any points.
  case allZero
  /// The points are too large to be added up.
  case sumNotFinite
  /// The rank is below 1 or above the number of criteria.
  case rankOutOfRange(String)
  /// There are more or fewer numbers than criteria.
  case countDiffers
}
