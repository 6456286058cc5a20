// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup

/// From the bytes of a finished record to its checklist, filled in.
public struct RecordedChecklist: Sendable {
  /// The report.
  public let report: ChecklistReport

  /// Reads a record and holds the checklist of the program against it.
  ///
  /// - Throws: `PipelineFailure.notReadable` when it is no XML, `.refused` when it does not follow
  ///   the schema of records.
  public init(_ bytes: [UInt8], file: String) throws(PipelineFailure) {
    let record = try RecordedChecklist.record(bytes, file: file)
    report = ChecklistReport(try Checklist.embedded(), subject: record.checklistSubject)
  }

  /// Reads a record and checks it against its schema.
  ///
  /// - Throws: `PipelineFailure` as the initialiser.
  public static func record(
    _ bytes: [UInt8], file: String
  ) throws(PipelineFailure) -> DecisionRecord {
    let schema = try Schemas.compile("decision-record")
    let root: MarkupElement
    let problems: [Diagnostic]
    do throws(XMLError) {
      (root, problems) = try XMLReader().read(
        bytes, file: file, limit: XMLReader.documentLimit, schema: schema)
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
    if !problems.isEmpty { throw .refused(problems) }
    do throws(RecordFault) {
      return try RecordReader(file: file).read(root)
    } catch {
      throw .refused([error.diagnostic])
    }
  }

  /// The report as JSON, with a line feed at the end.
  public var json: [UInt8] { report.result.json }

  /// The report as lines of plain text, without line feeds.
  public var lines: [String] { report.lines }
}
