// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup

/// A record on disk, read once: its bytes and its tree, made by this program or another version, with
/// or without what others added to prove it.
///
/// All commands that look at a finished record begin here. What stands inside is not checked: a
/// record that does not follow its schema can still be looked at. `problems` and `checked` check it.
///
/// The words of this module: a *record file* is read; a *rederivation* makes its documents again and
/// names the first difference; a *comparison* tells what changed between two records; a *page* shows
/// a record, a folder of them (gallery), or counts of a ledger (report); a *letter* recalls documents.
public struct RecordFile: Sendable {
  /// The largest record that is read, in bytes.
  public static let limit = XMLReader.documentLimit
  /// What others add to a record to prove it: direct children of its root with these names.
  static let proofNames: Set<String> = ["proof", "Signature"]
  /// The namespaces of records of all versions begin so.
  private static let family = "urn:spine-decision-aid:decision-record:"

  /// The name of the file, for messages.
  public let file: String
  /// The bytes as they lie on disk.
  public let bytes: [UInt8]
  /// The record without what others added.
  public let root: MarkupElement
  /// What others added, in order.
  public let proofs: [MarkupElement]
  /// What is needed to read a record of this version, or nil: this program reads it.
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
    self.bytes = bytes
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
  /// - Throws: `PipelineFailure.refused` with what is needed to read it.
  func readable() throws(PipelineFailure) -> MarkupElement {
    guard let requirement else { return root }
    throw .refused([
      Diagnostic(
        .error, "record.version", at: SourceLocation(file: file, line: root.line),
        "The record \(requirement).", advice: "Use that version of the program.")
    ])
  }

  /// The number of the document; nil when the record does not say it.
  public var document: String? { root.attribute("document") }

  /// The day that the documents carry; nil when the record does not say it.
  public var date: CalendarDay? { root.attribute("date").flatMap { CalendarDay($0) } }

  /// The ids of the alternatives in the order in which the documents tell them; nil when the record
  /// does not say it.
  public var optionOrder: [String]? {
    root.first("checks")?.first("optionOrder")?.attribute("alternatives").map {
      $0.split(separator: " ").map(String.init)
    }
  }

  /// Whether a signature stands in the record.
  public var isSigned: Bool { proofs.contains { $0.name == "Signature" } }

  /// What the schema of records says against the bytes; empty when they are valid.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when the embedded schema does not compile.
  public func problems() throws(PipelineFailure) -> [Diagnostic] {
    try RecordSchema.problems(in: bytes, file: file)
  }

  /// The record as a value, checked against its schema.
  ///
  /// - Throws: `PipelineFailure.refused` with what is wrong.
  public func checked() throws(PipelineFailure) -> DecisionRecord {
    let problems = try problems()
    if !problems.isEmpty { throw .refused(problems) }
    do throws(RecordFault) {
      return try RecordReader(file: file).read(root)
    } catch {
      throw .refused([error.diagnostic])
    }
  }

  /// The checklist for patient decision aids, filled in from the record.
  ///
  /// - Throws: `PipelineFailure.refused` when the record does not follow its schema.
  public func checklist() throws(PipelineFailure) -> ChecklistReport {
    ChecklistReport(try Checklist.embedded(), subject: try checked().checklistSubject)
  }

  /// The canonical form of the bytes.
  ///
  /// - Throws: `PipelineFailure.notReadable` when they have none.
  func canonicalForm() throws(PipelineFailure) -> [UInt8] {
    do throws(XMLError) {
      return try XMLReader().canonicalForm(of: bytes, file: file, limit: Self.limit)
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
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

/// What an audit of a record needs and does not have; its text goes on after "The record".
public enum Requirement: Sendable, Equatable, CustomStringConvertible {
  /// Another program, or another version of this one.
  case program(name: String, version: String)
  /// A later version of this program, which reads records of that version.
  case laterProgram(recordVersion: Int, madeBy: String?)
  /// Another evidence pack, or the same with other content.
  case pack(id: String, version: String, digest: String)

  /// What is needed.
  public var description: String {
    switch self {
    case .program(let name, let version): "needs \(name) \(version)"
    case .laterProgram(let record, let version?):
      "needs decision-aid version >= \(version), which made it: it has version \(record) of the form"
    case .laterProgram(let record, nil):
      "needs a version of decision-aid that reads version \(record) of the form"
    case .pack(let id, let version, let digest):
      "needs evidence pack \(id) \(version) with digest \(digest)"
    }
  }
}
