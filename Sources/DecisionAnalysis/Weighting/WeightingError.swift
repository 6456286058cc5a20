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
  /// A branch has two shares.
  case duplicateBranch(String)
  /// A share is about a branch that no criterion of the list belongs to.
  case branchNotOnList(String)
  /// The share of a branch is not a number of 0 to 100.
  case branchPoints(String)
  /// The criterion stands in another branch than its own.
  case inOtherBranch(String)
  /// The shares within a branch do not add up to 100 within half a point.
  case branchSumIsNotHundred(String)
  /// No criterion got any points.
  case allZero
  /// The points are too large to be added up.
  case sumNotFinite
  /// The rank is below 1 or above the number of criteria.
  case rankOutOfRange(String)
  /// There are more or fewer numbers than criteria.
  case countDiffers
  /// The lowest points are above the highest.
  case lowAboveHigh(String)
  /// Two criteria of the list were not compared.
  case missingComparison(String, String)
  /// Two criteria were compared twice in the same direction.
  case duplicateComparison(String, String)
  /// The two directions of a comparison are not the inverse of each other.
  case notReciprocal(String, String)
  /// A ratio is zero, negative, infinite or not a number.
  case ratioNotPositive(String, String)
  /// A criterion is compared with itself.
  case comparedWithItself(String)
  /// The comparisons contradict each other; those of these three criteria most of all.
  case inconsistent(String, String, String)
  /// One criterion is said to matter most and to matter least.
  case mostIsLeast(String)
  /// The answer is outside the scale of its question.
  case outsideScale(String, ClosedRange<Int>)
  /// The most or the least important criterion is not level with itself.
  case notOneWithItself(String)
  /// The comparison of the most with the least important criterion has two answers that differ.
  case mostToLeastDiffers(String, String)
  /// A criterion stood in no set.
  case neverShown(String)
  /// A criterion was picked more often than it was shown.
  case pickedMoreThanShown(String)
  /// There are more or fewer picks of what matters most than of what matters least.
  case picksDiffer
  /// A level lies outside the range of the criterion.
  case outsideRange(String)
  /// The criterion that should get better in a trade does not.
  case nothingGained(String)
  /// The criterion that should get worse in a trade does not.
  case nothingGivenUp(String)
  /// No chain of trades links the criterion to the first of the list.
  case notLinked(String)
  /// A trade contradicts what the other trades say about its two criteria.
  case contradictoryTrades(String, String)
}
