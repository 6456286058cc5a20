// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
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
        decision-aid audit affected --pack 1.0.0
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
      AffectedCommand.self, RecallCommand.self, ReportCommand.self, BackupCommand.self,
      EraseCommand.self,
      PurgeCommand.self,
    ])
}

extension RecordFile {
  /// Reads the record at a path.
  ///
  /// - Throws: an exit code when it cannot be read or is no record; the reason was shown.
  static func read(_ path: String) throws -> RecordFile {
    do {
      return try RecordFile(InputFiles.read(path, limit: RecordFile.limit), file: path)
    } catch let error as FileError {
      throw Failure.report(error)
    } catch let failure as PipelineFailure {
      throw Failure.report(failure)
    }
  }

  /// Reads the record at a path, for commands that need the record of a document that was made.
  ///
  /// - Throws: the exit code of a file that is not readable, also when it is something else than a
  ///   record; the reason was shown.
  static func ofDocument(_ path: String) throws -> RecordFile {
    do {
      return try RecordFile(InputFiles.read(path, limit: RecordFile.limit), file: path)
    } catch let error as FileError {
      throw Failure.report(error)
    } catch let failure as PipelineFailure {
      if case .notReadable = failure { _ = Failure.report(failure) }
      throw Failure.report(notReadable(path))
    }
  }

  /// The error for a file that is no record of a document.
  static func notReadable(_ path: String) -> FileError {
    FileError(
      .inputNotReadable, "record.notReadable", at: path, "This is no decision record.",
      advice: "Name the file record.xml of a document.")
  }
}
