// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

/// One change of the embedded pack, and the refusal that it must bring.
struct PackMutation: Sendable, CustomTestStringConvertible {
  let file: String
  let old: String
  let new: String
  let identifier: String
  /// The file that the refusal names.
  let place: String
  /// Text of that file, after the change, that ends on the line that the refusal names; nil: the
  /// refusal means the whole file.
  let mark: String?

  /// A change that is reported in the changed file.
  init(
    _ file: String, _ old: String, _ new: String, _ identifier: String, at place: String? = nil,
    _ mark: String? = nil
  ) {
    self.file = file
    self.old = old
    self.new = new
    self.identifier = identifier
    self.place = place ?? file
    self.mark = mark
  }

  var testDescription: String { "\(identifier): \(old.prefix(60)) -> \(new.prefix(60))" }

  /// The text of the changed file.
  ///
  /// The old text stands in it exactly once.
  func changed() throws -> String {
    let text = try TestPack.text(file)
    try #require(text.ranges(of: old).count == 1, "\(old) is not there exactly once")
    return text.replacing(old, with: new)
  }

  /// The line that the refusal names.
  func line() throws -> Int {
    guard let mark else { return 0 }
    let text = try place == file ? changed() : TestPack.text(place)
    let range = try #require(text.firstRange(of: mark), "\(mark) is not there")
    return 1 + text[..<range.upperBound].count { $0 == "\n" }
  }
}
