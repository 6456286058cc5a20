// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
