// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// A format that documents are written in: one file of a document set.
///
/// A format needs nothing but the document. A value of it belongs to one task: it may keep the bytes
/// of parts that many people share.
public protocol DocumentFormat: Sendable {
  /// The file that it gives.
  static var file: DocumentFile { get }

  /// Whether a document has this file: one page of the patient stands in place of another.
  static func belongs(to document: DecisionDocument) -> Bool

  /// A writer.
  ///
  /// - Parameter style: the style of pages.
  init(style: PageStyle)

  /// The bytes of a document.
  ///
  /// - Parameter beside: the files of the set that were written before, in the order of
  ///   `DocumentFormats.all`.
  mutating func bytes(of document: DecisionDocument, beside: [FileStamp]) -> [UInt8]
}

extension DocumentFormat {
  /// Every document has it.
  public static func belongs(to document: DecisionDocument) -> Bool { true }
}

/// What is known of a file of a document set before it is written.
public struct DocumentFile: Sendable {
  /// How the bytes of a file are proved after they were written.
  public enum Proof: Sendable, Equatable {
    /// They are a well-formed page.
    case wellFormedPage
    /// They follow an embedded schema and are their own canonical form.
    case canonical(schema: String)
  }

  /// The name, the same for every person.
  public let name: String
  /// Its name in words, for the list of a folder.
  public let listed: GalleryPhrase
  /// The file that it is printed to and its name in words; nil: it is not printed.
  public var print: (name: String, listed: GalleryPhrase)?
  /// How its bytes are proved.
  public var proof = Proof.wellFormedPage
  /// Whether it carries the signature of the set, if there is one.
  public var isSigned = false
}

/// The formats of a document set.
public enum DocumentFormats {
  /// Every format, in the order in which files are written and shown.
  ///
  /// What names the others by their digests stands last.
  public static let all: [any DocumentFormat.Type] = [
    HandoutHTML.self, UrgentHTML.self, ClinicianHTML.self, RecordXML.self,
  ]

  /// The files that can be written, in order.
  public static let files: [DocumentFile] = all.map { $0.file }

  /// The names that files of a set can have, printed ones last.
  public static let fileNames: [String] = files.map(\.name) + files.compactMap(\.print?.name)

  /// The names that a set without some of the files cannot have: a file and its printed form.
  ///
  /// - Parameter written: the names of the files of the set.
  public static func namesBeside(_ written: [String]) -> [String] {
    files.filter { !written.contains($0.name) }.flatMap {
      [$0.name] + [$0.print?.name].compactMap { $0 }
    }
  }
}
