// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
