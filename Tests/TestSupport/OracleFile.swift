// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation

/// An example whose answer comes from a paper or was worked out by other programs.
///
/// The examples are facts, written down for this project; they lie in the package so that every
/// clone can run the tests.
package enum OracleFile {
  /// An example, decoded from its JSON file.
  package static func read<Content: Decodable>(
    _ name: String, as type: Content.Type
  ) throws -> Content {
    try JSONDecoder().decode(type, from: Data(Project.bytes("\(folder)/\(name).json")))
  }

  /// A file that is no JSON, by its whole name.
  package static func text(_ name: String) throws -> String {
    String(decoding: try Project.bytes("\(folder)/\(name)"), as: UTF8.self)
  }

  private static let folder = "Tests/DecisionAnalysisTests/Oracles"
}

/// The largest distance between two rows of numbers, infinite when their counts differ.
package func distance(_ first: [Double], _ second: [Double]) -> Double {
  guard first.count == second.count else { return .infinity }
  return zip(first, second).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}
