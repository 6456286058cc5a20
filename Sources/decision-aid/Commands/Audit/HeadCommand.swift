// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import FileStore

/// `decision-aid audit head`: the state of the ledger, to be kept elsewhere.
struct HeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head",
    abstract: "Prints the head of the ledger, to be kept on paper or on another machine.",
    discussion: """
      Without a head that was kept elsewhere nobody can see that the newest rows were taken away.
      With --keys the head is signed: a signed note, as transparency logs use it.
      """)

  @OptionGroup var option: LedgerOption

  @OptionGroup var keys: KeysOption

  func run() throws {
    let ledger = try option.open()
    let identity = try keys.load()
    try Failure.reporting(at: ledger.path) {
      // The rows are proved first: a head must not bless a damaged ledger.
      let head = try ledger.verify().head
      let checkpoint = Checkpoint(head, time: WallClock.now)
      let text = try identity.map { try checkpoint.signed(by: $0).text } ?? checkpoint.text
      try Terminal.print(bytes: Array(text.utf8))
    }
  }
}
