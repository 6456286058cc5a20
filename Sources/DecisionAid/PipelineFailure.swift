// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Why no documents were made.
public enum PipelineFailure: Error, Sendable, Equatable {
  /// The input is not readable as XML.
  case notReadable([Diagnostic])
  /// The input has mistakes; all of them are listed.
  case refused([Diagnostic])
  /// The pack was withdrawn: no document is made from it, whatever the input.
  case withdrawn([Diagnostic])
  /// The program's own output or parts did not pass their check: a fault of the program.
  case selfCheckFailed([Diagnostic])

  /// The diagnostics of the failure.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .notReadable(let list), .refused(let list), .withdrawn(let list),
      .selfCheckFailed(let list):
      list
    }
  }
}
