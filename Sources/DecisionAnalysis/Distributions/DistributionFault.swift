// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Why the parameters of a performance distribution cannot be used.
public enum DistributionFault: Error, Sendable, Equatable {
  /// A parameter is infinite or not a number.
  case notFinite
  /// The low limit is above the high limit.
  case limitsReversed
  /// The estimate or the likely level lies outside the limits.
  case estimateOutsideLimits
  /// A lognormal distribution needs limits above zero.
  case lowNotPositive
  /// Nobody was observed.
  case noObservations
  /// Events are negative or more than the people observed.
  case eventsOutOfRange
  /// The scale of a proportion is zero or negative.
  case scaleNotPositive
  /// A parameter of a beta distribution is zero or negative.
  case shapeNotPositive
  /// The limits of a proportion are not strictly between zero and its scale.
  case limitsNotInsideScale
}
