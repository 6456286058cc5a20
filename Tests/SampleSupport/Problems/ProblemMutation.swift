// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

/// The good decision problem with one mistake, and what the program finds in it.
package struct ProblemMutation: Sendable, CustomTestStringConvertible {
  /// A refusal.
  package struct Found: Sendable {
    package let identifier: String
    /// Text that stands on one line alone, the one that is named; nil: the new text begins there.
    fileprivate let mark: String?

    init(_ identifier: String, at mark: String? = nil) {
      self.identifier = identifier
      self.mark = mark
    }
  }

  /// What is wrong, in short.
  package let name: String
  /// Every refusal, in order.
  package let found: [Found]
  private let weighting: ProblemWeighting
  private let changes: [(old: String, new: String)]

  /// A problem with one change.
  init(
    _ name: String, asked weighting: ProblemWeighting = .swing, _ old: String, _ new: String,
    _ found: [Found]
  ) {
    self.init(name, asked: weighting, [(old, new)], found)
  }

  /// A problem with several changes, which make one mistake together.
  init(
    _ name: String, asked weighting: ProblemWeighting = .swing,
    _ changes: [(old: String, new: String)], _ found: [Found]
  ) {
    self.name = name
    self.weighting = weighting
    self.changes = changes
    self.found = found
  }

  package var testDescription: String { name }

  /// The text of the problem.
  package func text() throws -> String {
    var text = try GoodProblem.text(asked: weighting)
    for (old, new) in changes {
      try #require(text.ranges(of: old).count == 1, "\(name): \(old) is not there exactly once")
      text = text.replacing(old, with: new)
    }
    return text
  }

  /// The lines that the refusals name.
  package func lines() throws -> [Int] {
    let text = try text()
    let new = changes.map(\.new).first { !$0.isEmpty } ?? ""
    return try found.map { found in
      let places = text.ranges(of: found.mark ?? new)
      try #require(places.count == 1, "\(name): \(found.mark ?? new) is not there exactly once")
      return 1 + text[..<places[0].lowerBound].count { $0 == "\n" }
    }
  }

  /// Every problem with a mistake.
  package static let all = BadCriteria.all + BadPreferences.all

  /// One of them.
  package static func named(_ name: String) throws -> ProblemMutation {
    try #require(all.first { $0.name == name }, "\(name)")
  }
}

/// The decision problem that tests change, without a mistake.
package enum GoodProblem {
  /// Its text, with weights that came about in another way.
  package static func text(asked weighting: ProblemWeighting = .swing) throws -> String {
    let text = String(
      decoding: try Project.bytes("Tests/Fixtures/plain-problem.xml"), as: UTF8.self)
    guard let element = weighting.element else { return text }
    let start = try #require(text.firstRange(of: "<weighting ")).lowerBound
    let end = try #require(text.firstRange(of: "</weighting>")).upperBound
    return text[..<start] + element + text[end...]
  }
}
