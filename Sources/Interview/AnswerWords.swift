// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Reads answers that are words.
enum AnswerWords {
  /// The most characters of an id.
  static let longestIdentifier = 64
  /// The most characters of a text.
  static let longestText = 20_000
  /// The levels of the thoracic and lumbar spine, from top to bottom.
  static let spineLevels = (1...12).map { "T\($0)" } + (1...5).map { "L\($0)" }

  /// A pseudonymous id.
  static func identifier(_ text: String) throws(Refusal) -> String {
    guard isIdentifier(text) else { throw Refusal(.askProblemId) }
    return text
  }

  /// Whether a text can be a pseudonymous id.
  static func isIdentifier(_ text: String) -> Bool {
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard let first = text.utf8.first, text.utf8.count <= longestIdentifier else { return false }
    return isLetterOrDigit(first)
      && text.utf8.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }

  /// Words without control characters and without those that turn the order of what is read.
  static func words(_ text: String) throws(Refusal) -> String {
    let isRefused = text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFD...0xFFFF: true
      default: false
      }
    }
    if isRefused { throw Refusal(.askProblemWords) }
    if text.unicodeScalars.count > longestText { throw Refusal(.askProblemLong) }
    return text
  }

  /// Bone levels, in the order of the spine.
  static func levels(_ text: String) throws(Refusal) -> [String] {
    let levels = text.uppercased().split { $0 == " " || $0 == "," }.map(String.init)
    guard !levels.isEmpty, levels.allSatisfy(spineLevels.contains) else {
      throw Refusal(.askProblemLevels)
    }
    if Set(levels).count < levels.count { throw Refusal(.askProblemTwice) }
    return spineLevels.filter { levels.contains($0) }
  }
}
