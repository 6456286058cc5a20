// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser

/// `decision-aid audit affected`: who has documents from a version of the evidence.
struct AffectedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "affected",
    abstract: "Lists who has documents from a version of the evidence, and what these said.",
    discussion: """
      Each row that is listed is held against its commitment. Left out are documents that a later
      set took the place of, and what was erased. Says when the pack of today withdraws the version,
      why, and whose documents it covers.

      EXAMPLES
        decision-aid audit affected --pack 1.0.0
        decision-aid audit affected --pack 1.0.0 --outcome fitsClearlyBetter --json

      EXIT STATUS
        0 listed, also when there is no such document, 64 wrong arguments, 74 a row was changed.
      """)

  @OptionGroup var affected: AffectedOptions

  @OptionGroup var option: LedgerOption

  @Flag(help: "Print JSON instead of lines.")
  var json = false

  func run() throws {
    let ledger = try option.open()
    let current = try affected.current.load()
    let documents = try AffectedDocuments(ledger, affected, current: current.pack)
    if json { return try Terminal.print(bytes: documents.result(current).json) }
    for line in documents.lines(current) { try Terminal.print(line) }
  }
}
