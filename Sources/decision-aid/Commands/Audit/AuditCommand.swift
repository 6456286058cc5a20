// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser

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
      """,
    subcommands: [
      HeadCommand.self, VerifyCommand.self, ExportCommand.self, FindCommand.self,
      RecordDecisionCommand.self, ReportCommand.self, BackupCommand.self, EraseCommand.self,
      PurgeCommand.self,
    ])
}
