// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup

/// A record as an audit reads it: made by this program or another version, with or without what
/// others added to prove it.
///
/// What stands inside it is not checked here: a record that does not follow its schema can still be
/// looked at.
public struct AuditedRecord: Sendable {
  /// The largest record that is read, in bytes.
  public static let limit = XMLReader.documentLimit
  /// What others add to a record to prove it: direct children of its root with these names.
  static let proofNames: Set<String> = ["proof", "Signature"]
  /// The namespaces of records of all versions begin so.
  private static let family = "urn:spine-decision-aid:decision-record:"

  /// The name of the file, for messages.
  public let file: String
  /// The record without what others added.
  public let root: MarkupElement
  /// What others added, in order.
  public let proofs: [MarkupElement]
  /// What it takes to read a record of this version, or nil: this program reads it.
  public let requirement: Requirement?

  /// Reads a record.
  ///
  /// - Throws: `PipelineFailure.notReadable` when it is no XML, `.refused` when it is no record.
  public init(_ bytes: [UInt8], file: String) throws(PipelineFailure) {
    var root: MarkupElement
    do throws(XMLError) {
      root = try XMLReader().read(bytes, file: file, limit: Self.limit, schema: nil).root
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
    guard let version = Self.version(of: root) else {
      throw .refused([
        Diagnostic(
          .error, "record.none", at: SourceLocation(file: file, line: root.line),
          "The file is no decision record.",
          advice: "Name a record.xml that decision-aid generate wrote.")
      ])
    }
    self.file = file
    // One that says that nobody signed is no proof.
    proofs = root.elements.filter { Self.isProof($0) && $0.attribute("signature") != "none" }
    root.children.removeAll {
      if case .element(let child) = $0 { Self.isProof(child) } else { false }
    }
    self.root = root
    requirement =
      version == 1
      ? nil
      : .laterProgram(recordVersion: version, madeBy: root.first("program")?.attribute("version"))
  }

  /// The record, where this program reads its version.
  ///
  /// - Throws: `PipelineFailure.refused` with what it takes to read it.
  func readable() throws(PipelineFailure) -> MarkupElement {
    guard let requirement else { return root }
    throw .refused([
      Diagnostic(
        .error, "record.version", at: SourceLocation(file: file, line: root.line),
        "The record \(requirement).", advice: "Use that version of the program.")
    ])
  }

  /// The value of an attribute of the root; empty where it is missing.
  func attribute(_ name: String) -> String { root.attribute(name) ?? "" }

  private static func isProof(_ element: MarkupElement) -> Bool {
    proofNames.contains(element.name)
  }

  /// The version that the namespace of a root names; nil when it is no record.
  private static func version(of root: MarkupElement) -> Int? {
    guard root.name == "decisionRecord", let namespace = root.namespace,
      namespace.hasPrefix(family), let version = Int(namespace.dropFirst(family.count)), version > 0
    else { return nil }
    return version
  }
}
