// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid

/// `decision-aid audit`: what an auditor asks of finished records.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Looks at finished records.",
    discussion: """
      EXAMPLES
        decision-aid audit rederive Output/01-swing-us/record.xml
        decision-aid audit diff before/record.xml after/record.xml
        decision-aid audit view Output/01-swing-us/record.xml --output record.html
      """,
    subcommands: [
      AuditRederiveCommand.self,
      AuditDiffCommand.self,
      AuditViewCommand.self,
    ])
}

/// The record files that audits read.
enum RecordFile {
  /// The bytes of one file.
  ///
  /// - Throws: an exit code when it cannot be read; the reason was shown.
  static func read(_ path: String) throws -> [UInt8] {
    do throws(FileError) {
      return try InputFiles.read(path, limit: AuditedRecord.limit)
    } catch {
      throw Failure.report(error)
    }
  }
}
