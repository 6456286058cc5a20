// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One thing that is wrong, or worth knowing, in an input: where, what, and what to do.
///
/// A diagnostic never holds a value from a person's profile: names of elements, attributes and
/// ids of the evidence pack only.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// Nothing is written.
    case error
    /// Documents are written; a person should look.
    case warning
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable name, such as `profile.pointsSum`.
  public var identifier: String
  /// Where.
  public var location: SourceLocation
  /// What is wrong: the rule first, then what was found.
  public var problem: String
  /// What to do about it.
  public var advice: String

  /// A diagnostic from its parts.
  public init(
    _ severity: Severity, _ identifier: String, at location: SourceLocation, _ problem: String,
    advice: String
  ) {
    self.severity = severity
    self.identifier = identifier
    self.location = location
    self.problem = problem
    self.advice = advice
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line: error: what is wrong. What to do. [identifier]`.
  public var description: String {
    "\(location): \(severity.rawValue): \(problem) \(advice) [\(identifier)]"
  }
}
