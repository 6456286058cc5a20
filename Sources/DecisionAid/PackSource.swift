// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The files of a pack as bytes, wherever they came from.
public struct PackSource: Sendable {
  /// A file of a pack.
  public struct File: Sendable {
    /// The name, such as `evidence.xml`.
    public var name: String
    /// The bytes.
    public var bytes: [UInt8]

    /// A file of a pack by its name inside the pack.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The names of the files that every pack has; text catalogues (`text.<language>.xml`) come on
  /// top of them.
  public static let requiredNames = [
    "documents.xml", "eligibility.xml", "evidence.xml", "sources.xml",
  ]

  /// The files, ordered by name.
  public let files: [File]

  /// A pack from its files; others than those of a pack are left out.
  public init(_ files: [File]) {
    self.files = files.filter {
      PackSource.requiredNames.contains($0.name) || PackSource.isCatalogue($0.name)
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Whether a file name is that of a text catalogue.
  public static func isCatalogue(_ name: String) -> Bool {
    name.hasPrefix("text.") && name.hasSuffix(".xml") && name.utf8.count > 9
  }

  /// The bytes that the digest of a pack is taken of: name, length and content of every file.
  var digestInput: [UInt8] {
    files.flatMap { Array("\($0.name)\n\($0.bytes.count)\n".utf8) + $0.bytes }
  }
}
