// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Markup
import TestSupport
import Testing

/// The texts of the English catalogue by their ids: a test asks whether a page says one of them, and
/// repeats none, so that wording can change without it.
package enum Said {
  /// Why a text could not be found.
  package struct Missing: Error {
    let id: String
  }

  private static let texts = Result {
    let file = "Sources/EvidencePack/vertebral-fracture/text.en.xml"
    let root = try XMLReader().read(
      Project.bytes(file), file: file, limit: 1 << 24, schema: nil
    ).root
    return Dictionary(
      root.elements(named: "text").compactMap { text in
        text.attribute("id").map { ($0, text.text) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The words of a text, with its values filled in.
  package static func text(_ id: String, _ values: [String: String] = [:]) throws -> String {
    guard var text = try texts.get()[id] else { throw Missing(id: id) }
    for (name, value) in values {
      guard text.contains("{\(name)}") else { throw Missing(id: "\(id): {\(name)}") }
      text.replace("{\(name)}", with: value)
    }
    return text
  }

  /// What stands between the values of a text, in order.
  package static func parts(_ id: String) throws -> [String] {
    let parts = try text(id).split(separator: /\{[^}]*\}/).map { plain(String($0)) }
      .filter { $0.contains(where: \.isLetter) }
    guard !parts.isEmpty else { throw Missing(id: "\(id) has no words") }
    return parts
  }

  /// The values of a text in every place where it stands, by their names.
  ///
  /// - Parameter numbers: the names of values that are numbers.
  package static func values(
    _ id: String, in page: String, numbers: Set<String> = []
  ) throws -> [[String: String]] {
    let template = try plain(text(id))
    var names: [String] = []
    var pattern = ""
    var rest = template[...]
    while let match = rest.firstMatch(of: /\{([^}]*)\}/) {
      pattern += NSRegularExpression.escapedPattern(for: String(rest[..<match.range.lowerBound]))
      // A value ends with the sentence; a point inside of a number does not end one.
      let name = String(match.output.1)
      pattern += numbers.contains(name) ? "([0-9.]+)" : "((?:[^.!?]|\\.(?=[0-9]))+?)"
      names.append(name)
      rest = rest[match.range.upperBound...]
    }
    pattern += NSRegularExpression.escapedPattern(for: String(rest))
    let regex = try Regex<AnyRegexOutput>(pattern)
    return plain(page).matches(of: regex).map { match in
      Dictionary(
        zip(names, match.output.dropFirst().map { String($0.substring ?? "") }),
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Words with each gap between them as one space.
  fileprivate static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension StringProtocol {
  /// Whether a text of the catalogue stands here, whatever its values are.
  package func says(_ id: String) throws -> Bool {
    let words = Said.plain(String(self))
    var rest = words[...]
    for part in try Said.parts(id) {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
