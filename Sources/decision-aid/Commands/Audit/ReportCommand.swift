// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import FileStore
import Markup
import RecordAudit

/// `decision-aid audit report`: counts of what was given and chosen.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Counts verdicts, orders, overrides and choices of some days; nobody is identified.",
    discussion: """
      Writes report.html and report.xml to a folder. The ledger is verified first.

      EXAMPLE
        decision-aid audit report --from 2026-11-01 --to 2026-11-30 --output November
      """)

  @OptionGroup var period: PeriodOptions

  @Option(help: "The folder to write to.")
  var output: String

  @OptionGroup var option: LedgerOption
  @OptionGroup var pack: PackOption

  func run() throws {
    let ledger = try option.open()
    let prepared = try pack.load()
    try Failure.reporting(at: output) {
      let report = try ledger.report(from: period.from, to: period.to)
      let head = (report.head.ledger, "\(report.head.size)", report.head.root.description)
      let page = try ReportMaker(pack: prepared, hashing: .swiftCrypto)
        .bytes(of: report.tables, from: period.from, to: period.to, head: head)
      let folder = try OutputDirectory(preparing: output)
      for warning in folder.warnings { Failure.show(warning) }
      for (name, bytes) in [("report.html", page), ("report.xml", report.xml)] {
        try SingleFile("\(folder.path)/\(name)").write(bytes)
      }
    }
    try Terminal.print("decision-aid: wrote report.html and report.xml to \(output).")
  }
}
