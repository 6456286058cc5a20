// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The version of the program, as documents and records print it.
public enum ProgramVersion {
  /// The name of the program.
  public static let name = "decision-aid"
  /// The version.
  public static let current = "0.1.0"
}
