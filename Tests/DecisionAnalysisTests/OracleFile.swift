// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

/// A published or peer-run example in the folder `Oracles`, decoded from its JSON file.
enum OracleFile {
  static func read<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name + ".json")))
  }

  /// A file that is no JSON, by its whole name.
  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Oracles")
}

/// The largest distance between two rows of numbers, infinite when their counts differ.
func distance(_ first: [Double], _ second: [Double]) -> Double {
  guard first.count == second.count else { return .infinity }
  return zip(first, second).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}
