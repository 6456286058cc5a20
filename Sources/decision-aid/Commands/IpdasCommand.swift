// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import Documents
import FileStore
import Markup
import RecordAudit

/// `decision-aid ipdas`: holds a finished record against the criteria for patient decision aids.
struct IpdasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipdas",
    abstract: "Prints which criteria for patient decision aids a record shows, and where.",
    discussion: """
      Every item that a document can meet points to the element of the record that shows it. Items
      that need people stay open until a dated record says what was done.

      EXAMPLES
        decision-aid ipdas Output/01-swing-us/record.xml
        decision-aid ipdas Output/01-swing-us/record.xml --json > ledger.json

      EXIT STATUS
        0 all checkable items are met, 1 some are not, or the file is no valid record.
      """)

  @Argument(help: "A record that decision-aid generate wrote.")
  var record: String

  @Flag(help: "Print JSON with all pointers instead of lines.")
  var json = false

  func run() throws {
    let inputs = InputFiles([record])
    if let problem = inputs.problems.first { throw Failure.report(problem) }
    guard inputs.paths.count == 1, let path = inputs.paths.first else {
      throw ValidationError("Name one record.")
    }
    do {
      let report = try RecordFile.read(path).checklist()
      if json {
        try Terminal.print(bytes: report.result.json)
      } else {
        for line in report.lines { try Terminal.print(line) }
      }
      if !report.showsAllCheckable { throw ExitCode(ExitStatus.refused.rawValue) }
    } catch let failure as PipelineFailure {
      throw Failure.report(failure)
    }
  }
}
