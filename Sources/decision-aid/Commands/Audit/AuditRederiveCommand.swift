// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import RecordAudit

/// `decision-aid audit rederive`: makes the documents of a record again and compares.
struct AuditRederiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rederive",
    abstract: "Makes the documents of a record again from the record alone, and compares.",
    discussion: """
      The record holds the profile and names program, evidence pack, date, edition, paper, order
      and reason. From these both pages and the record are made again. The digests of profile, pack
      and pages and all that the record says must be the same; proof and signature are left aside.
      Nothing is guessed: a record of another program version or pack needs that version or pack.
      Printed pages (PDF) are not compared.

      The first thing that differs is printed with what the record says there, which can be words
      of a patient.

      EXAMPLES
        decision-aid audit rederive Output/01-swing-us/record.xml
        decision-aid audit rederive old/record.xml --pack packs/2026

      EXIT STATUS
        0 identical, 1 different, not to be made with this program and pack, or no record, 65 no
        XML.
      """)

  @Argument(help: "A record that decision-aid generate wrote.")
  var record: String

  @OptionGroup var pack: PackOption

  func run() throws {
    let file = try RecordFile.read(record)
    do {
      let outcome = try Rederiver(pack: try pack.load(), hashing: .swiftCrypto)
        .rederive(file)
      for line in outcome.lines(file: record) { try Terminal.print(line) }
      if !outcome.isIdentical { throw ExitCode(ExitStatus.refused.rawValue) }
    } catch let failure as PipelineFailure {
      throw Failure.report(failure)
    }
  }
}
