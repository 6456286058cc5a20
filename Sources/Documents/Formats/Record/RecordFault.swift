// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Why a record or a checklist could not be read.
public struct RecordFault: Error, Sendable, Equatable {
  /// Where, what is wrong, and what to do.
  public let diagnostic: Diagnostic

  /// A fault of an element.
  init(_ identifier: String, _ file: String, _ element: MarkupElement, _ problem: String) {
    diagnostic = Diagnostic(
      .error, identifier, at: SourceLocation(file: file, line: element.line), problem,
      advice: "Check the file against its schema; take it as it was written, unchanged.")
  }
}
