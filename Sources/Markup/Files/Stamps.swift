// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A file that was made, with its bytes.
public struct GeneratedFile: Sendable, Equatable {
  /// The file name.
  public var name: String
  /// The bytes.
  public var bytes: [UInt8]
  /// The SHA-256 of the bytes, 64 hexadecimal digits, where it was worked out anyway.
  public var digest: String?

  /// A file; a digest is taken over, not compared.
  public init(name: String, bytes: [UInt8], digest: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.digest = digest
  }
}

/// A file as records and ledgers name it, by its exact bytes.
public struct FileStamp: Sendable, Hashable {
  /// The file name.
  public var name: String
  /// The length in bytes.
  public var bytes: Int
  /// The SHA-256, 64 hexadecimal digits.
  public var digest: String

  /// The stamp of a file whose bytes are known by their digest.
  public init(name: String, bytes: Int, digest: String) {
    self.name = name
    self.bytes = bytes
    self.digest = digest
  }
}

/// How documents put one question, as ledgers note it.
public struct AnswerStamp: Sendable, Hashable {
  /// The id of the question.
  public var question: String
  /// The class of the verdict, or why nothing was compared, by the name that the record uses.
  public var verdict: String
  /// The id of the alternative that fits better; nil when none is named.
  public var leader: String?

  /// The answer to one question, by ids.
  public init(question: String, verdict: String, leader: String?) {
    self.question = question
    self.verdict = verdict
    self.leader = leader
  }
}
