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

  /// A diagnostic; the problem and the advice are whole sentences.
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

/// A place in an input file.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The name of the file as the reader of the message knows it.
  public var file: String
  /// The line, counted from 1; 0 when the whole file is meant.
  public var line: Int

  /// A place in a file.
  public init(file: String, line: Int = 0) {
    self.file = file
    self.line = line
  }

  /// Orders by file, then by line.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line`, or the file alone when no line is known.
  public var description: String { line > 0 ? "\(file):\(line)" : file }
}

/// Diagnostics collected while one input is read.
public struct DiagnosticList: Sendable, Hashable {
  /// The diagnostics in the order in which they were found.
  public private(set) var all: [Diagnostic] = []

  /// An empty list.
  public init() {}

  /// Whether at least one diagnostic is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The diagnostics ordered by file and line, then by the order of finding.
  public var sorted: [Diagnostic] {
    all.enumerated().sorted {
      $0.element.location == $1.element.location
        ? $0.offset < $1.offset : $0.element.location < $1.element.location
    }.map(\.element)
  }

  /// Adds one diagnostic; the same one is kept once.
  public mutating func add(_ diagnostic: Diagnostic) {
    if !all.contains(diagnostic) { all.append(diagnostic) }
  }

  /// Adds an error.
  public mutating func error(
    _ identifier: String, at location: SourceLocation, _ problem: String, advice: String
  ) {
    add(Diagnostic(.error, identifier, at: location, problem, advice: advice))
  }

  /// Adds a warning.
  public mutating func warning(
    _ identifier: String, at location: SourceLocation, _ problem: String, advice: String
  ) {
    add(Diagnostic(.warning, identifier, at: location, problem, advice: advice))
  }

  /// Adds all diagnostics of another list.
  public mutating func add(contentsOf other: DiagnosticList) {
    for diagnostic in other.all { add(diagnostic) }
  }
}
