// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A condition over the facts of one person.
public indirect enum Condition: Sendable, Equatable {
  /// Bounds of a number; nil: no bound.
  public struct Bounds: Sendable, Equatable {
    /// Strictly below.
    public var below: Double?
    /// At most.
    public var atMost: Double?
    /// Strictly above.
    public var above: Double?
    /// At least.
    public var atLeast: Double?

    /// Whether a number lies within the bounds.
    public func contain(_ value: Double) -> Bool {
      below.map { value < $0 } ?? true && atMost.map { value <= $0 } ?? true
        && above.map { value > $0 } ?? true && atLeast.map { value >= $0 } ?? true
    }
  }

  /// All of them.
  case all([Condition])
  /// At least one of them.
  case any([Condition])
  /// At least a number of them.
  case atLeast(Int, [Condition])
  /// Not this.
  case not(Condition)
  /// Always true.
  case always
  /// A yes/no or choice fact has one of these values.
  case fact(String, isOneOf: [String])
  /// A number fact lies within bounds.
  case measure(String, Bounds)
  /// A fact that lists levels includes one of these.
  case levels(String, includeOneOf: [String])
  /// A fact that lists levels lists more than a number of them.
  case levelCount(String, moreThan: Int)
  /// The person's sex.
  case sex(String)
  /// The person's age lies within bounds.
  case age(Bounds)
  /// One of these criteria has the largest weight.
  case topPriority([String])
  /// A condition that is defined once.
  case named(String)
}
