// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import FileStore
import RecordAudit

/// `decision-aid audit`: what was given, from what, and that nobody changed it.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Shows and proves what was given, from which evidence, and that nobody changed it.",
    discussion: """
      EXAMPLES
        decision-aid audit verify
        decision-aid audit head > head.txt
        decision-aid audit verify --against head.txt
        decision-aid audit find 1f6f-d479
        decision-aid audit export --output export.xml --keys Keys
        decision-aid audit verify export.xml --certificate hospital.pem
        decision-aid audit rederive Output/01-swing-us/record.xml
        decision-aid audit diff before/record.xml after/record.xml
        decision-aid audit view Output/01-swing-us/record.xml --output record.html
      """,
    subcommands: [
      HeadCommand.self, VerifyCommand.self, ExportCommand.self, FindCommand.self,
      AuditRederiveCommand.self, AuditDiffCommand.self, AuditViewCommand.self,
      RecordDecisionCommand.self,
      ReportCommand.self, BackupCommand.self, EraseCommand.self,
      PurgeCommand.self,
    ])
}

/// The record files that audits read.
enum RecordBytes {
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
