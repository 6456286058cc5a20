// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every mistake found in a decision problem, in the order of the problem.
public struct InvalidDecisionProblem: Error, Sendable, Equatable {
  /// The mistakes; never empty when thrown.
  public let errors: [DecisionProblemError]

  /// A collection of mistakes.
  public init(errors: [DecisionProblemError]) {
    self.errors = errors
  }
}
