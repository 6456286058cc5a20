// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import Markup

/// What came of making the documents of a record again from the record alone.
public enum Rederivation: Sendable, Equatable {
  /// Everything is the same.
  case identical(RederivedDocuments)
  /// Something is not; the first thing that was found.
  case different(RecordDifference)
  /// The documents cannot be made again with what is at hand.
  case needs(Requirement)
}

/// What was made again and is the same as what a record states.
public struct RederivedDocuments: Sendable, Equatable {
  /// What the documents are, and from what they were made.
  public var identity: DocumentIdentity
  /// The pages, with their digests.
  public var artefacts: [FileStamp]
  /// The SHA-256 of the record as it was made again: its canonical form without proof and signature.
  public var recordDigest: String
  /// The names of what others added to the record.
  public var added: [String]
  /// Whether the bytes of the file are another form of the same content, such as with other line
  /// ends or a byte-order mark.
  public var isReencoded: Bool
}

extension Rederivation {
  /// Whether everything is the same.
  public var isIdentical: Bool { if case .identical = self { true } else { false } }

  /// The outcome as lines of plain text, without line feeds.
  ///
  /// - Parameter file: the name of the record's file.
  public func lines(file: String) -> [String] {
    switch self {
    case .identical(let documents): documents.lines(file: file)
    case .different(let difference): difference.lines(file: file)
    case .needs(let requirement): ["\(file) \(requirement)"]
    }
  }
}

extension RederivedDocuments {
  fileprivate func lines(file: String) -> [String] {
    let digests =
      [("profile", identity.profileDigest), ("evidence pack", identity.packDigest)]
      + artefacts.map { ($0.name, $0.digest) } + [("record", recordDigest)]
    var lines = [
      "\(file) is identical to what decision-aid \(identity.program) makes from it with "
        + "evidence pack \(identity.pack) \(identity.packVersion).",
      "  document \(identity.document) of \(identity.date)",
    ]
    lines += digests.map { name, digest in
      "  \(name)\(String(repeating: " ", count: max(1, 16 - name.utf8.count)))sha256 \(digest)"
    }
    if !added.isEmpty {
      lines.append("  Not made again and not checked here: \(added.joined(separator: ", ")).")
    }
    if isReencoded {
      lines.append(
        "  The file is another form of the same content: its line ends, encoding mark or other "
          + "signs were changed, so its bytes have another digest.")
    }
    return lines
  }
}

extension RecordDifference {
  /// The longest value that is shown, in characters.
  private static let longest = 300

  fileprivate func lines(file: String) -> [String] {
    func shown(_ value: String?) -> String {
      guard let value else { return "nothing" }
      let line = String(value.map { $0.isNewline ? " " : $0 })
      return "\"" + line.prefix(Self.longest) + (line.count > Self.longest ? "...\"" : "\"")
    }
    var lines = ["\(file) differs from what is made from it.", "  first at    \(place)"]
    if let note {
      lines.append("  \(note)")
    }
    if recorded != nil || madeAgain != nil {
      lines += ["  recorded    \(shown(recorded))", "  made again  \(shown(madeAgain))"]
    }
    return lines
  }
}
