// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Why XML could not be used.
public enum XMLError: Error, Sendable, Equatable {
  /// The bytes are not XML that we accept.
  case notReadable([Diagnostic])
  /// A schema of ours does not compile: a fault of the program.
  case schemaUnusable([Diagnostic])
  /// libxml2 could not make the canonical form: a fault of the program.
  case noCanonicalForm
}
