// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The handout as plain text for other programs that measure reading ease.
public enum ReadingExport {
  /// The plain text in which other programs find the same sentences: every text ends with a mark.
  ///
  /// Numbers are noughts; references and a person's words are left out.
  public static func text(_ texts: [PlacedText]) -> String {
    texts.filter { $0.kind != .reference }.map { placed in
      let text = placed.text.measured
      let last = text.unicodeScalars.last { !$0.properties.isWhitespace }
      return last.map { ".?!".unicodeScalars.contains($0) } ?? true ? text : text + "."
    }.joined(separator: "\n")
  }
}
