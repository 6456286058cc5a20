// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A number with what is counted, for messages: `1 row`, `2 rows`.
struct Counted: CustomStringConvertible {
  let description: String

  /// - Parameters:
  ///   - number: how many.
  ///   - noun: one of them; more than one takes an `s`.
  init(_ number: some BinaryInteger, _ noun: String) {
    description = "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// What is said of rows that all verify.
  static func verified(_ rows: UInt64, erased: UInt64) -> String {
    (rows == 1 ? "its one row verifies" : "all \(rows) rows verify")
      + (erased == 0 ? "." : "; erased: \(erased).")
  }
}
