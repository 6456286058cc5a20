// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

/// The good profile of an invented person with one change, and what the program says to it.
package struct ProfileMutation: Sendable, CustomTestStringConvertible {
  /// What becomes of a profile.
  package enum Expected: Sendable, Equatable {
    case accepted
    /// It is accepted with a warning of this identifier.
    case warned(String)
    /// It is refused with an error of this identifier.
    case refused(String)

    /// The identifier of the message.
    package var identifier: String? {
      switch self {
      case .accepted: nil
      case .warned(let identifier), .refused(let identifier): identifier
      }
    }
  }

  /// What is wrong, in short; also the pseudonym of the person.
  package let name: String
  /// What becomes of it.
  package let expected: Expected
  private let way: AskedWay
  private let changes: [(old: String, new: String)]
  private let mark: String
  private let isEverywhere: Bool

  /// A profile with one change.
  ///
  /// - Parameters:
  ///   - asked: how its weights were asked.
  ///   - mark: text that stands on one line alone, the one that the message names; nil: the new text
  ///     begins on that line.
  ///   - everywhere: the old text stands in several places, and changes in each.
  init(
    _ name: String, asked way: AskedWay = .swing, _ old: String, _ new: String,
    _ expected: Expected, at mark: String? = nil, everywhere: Bool = false
  ) {
    self.init(name, asked: way, [(old, new)], expected, at: mark, everywhere: everywhere)
  }

  /// A profile with several changes, which make one mistake together.
  init(
    _ name: String, asked way: AskedWay = .swing, _ changes: [(old: String, new: String)],
    _ expected: Expected, at mark: String? = nil, everywhere: Bool = false
  ) {
    self.name = name
    self.way = way
    self.changes = changes
    self.expected = expected
    self.mark = mark ?? changes.map(\.new).first { !$0.isEmpty } ?? ""
    isEverywhere = everywhere
  }

  package var testDescription: String { name }

  /// The text of the profile.
  package func text() throws -> String {
    var text = try GoodProfile.text(id: name, asked: way)
    for (old, new) in changes {
      let count = text.ranges(of: old).count
      guard isEverywhere ? count > 0 : count == 1 else {
        throw GoodProfile.Fault(text: "\(name): \(old) stands there \(count) times")
      }
      text = text.replacing(old, with: new)
    }
    return text
  }

  /// The line that the message names.
  package func line() throws -> Int {
    let text = try text()
    let places = text.ranges(of: mark)
    guard places.count == 1 else {
      throw GoodProfile.Fault(text: "\(name): \(mark) stands there \(places.count) times")
    }
    return 1 + text[..<places[0].lowerBound].count { $0 == "\n" }
  }

  /// Every profile made for tests, besides the good one.
  package static let all = BadForms.all + BadAnswers.all + BadWeights.all + BadMethods.all

  /// One of them.
  package static func named(_ name: String) throws -> ProfileMutation {
    guard let found = all.first(where: { $0.name == name }) else {
      throw GoodProfile.Fault(text: name)
    }
    return found
  }
}

/// The profile that tests change: of an invented person, without a mistake.
package enum GoodProfile {
  /// Why a profile could not be made.
  package struct Fault: Error {
    let text: String
  }

  /// Its text.
  package static func text() throws -> String {
    String(decoding: try Project.bytes("Tests/Fixtures/plain-profile.xml"), as: UTF8.self)
  }

  /// Its text with another id, or with weights that were asked in another way.
  package static func text(id: String, asked way: AskedWay = .swing) throws -> String {
    let text = try text().replacing("id=\"plain\"", with: "id=\"\(id)\"")
    guard let preferences = way.preferences else { return text }
    guard let start = text.firstRange(of: "<preferences "),
      let end = text.firstRange(of: "</preferences>")
    else { throw Fault(text: "the good profile has no preferences") }
    return text[..<start.lowerBound] + preferences + text[end.upperBound...]
  }

  /// The same profile with a byte order mark and the line ends of Windows.
  package static func bytesWithMarkAndReturns() throws -> [UInt8] {
    [0xEF, 0xBB, 0xBF] + Array(try text().replacing("\n", with: "\r\n").utf8)
  }
}
