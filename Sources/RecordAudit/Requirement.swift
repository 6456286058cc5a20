// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What an audit of a record needs and does not have; its text goes on after "The record".
public enum Requirement: Sendable, Equatable, CustomStringConvertible {
  /// Another program, or another version of this one.
  case program(name: String, version: String)
  /// A later version of this program, which reads records of that version.
  case laterProgram(recordVersion: Int, madeBy: String?)
  /// Another evidence pack, or the same with other content.
  case pack(id: String, version: String, digest: String)

  /// What is needed.
  public var description: String {
    switch self {
    case .program(let name, let version): "needs \(name) \(version)"
    case .laterProgram(let record, let version?):
      "needs decision-aid version >= \(version), which made it: it has version \(record) of the form"
    case .laterProgram(let record, nil):
      "needs a version of decision-aid that reads version \(record) of the form"
    case .pack(let id, let version, let digest):
      "needs evidence pack \(id) \(version) with digest \(digest)"
    }
  }
}
