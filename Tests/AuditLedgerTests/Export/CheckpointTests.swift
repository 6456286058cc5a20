// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

@testable import AuditLedger

@Suite("A head as text")
struct CheckpointTests {
  static let checkpoint = Checkpoint(
    LedgerHead(ledger: "00112233445566778899aabbccddeeff", size: 42, root: .leaf([1])),
    time: UTCInstant(milliseconds: 1_795_671_480_123))

  @Test("is read back as it was printed")
  func roundTrip() {
    #expect(Checkpoint(parsing: Self.checkpoint.text) == Self.checkpoint)
  }

  @Test("can be typed from paper: the root in groups, line ends and spaces as they come")
  func typed() {
    let lines = Self.checkpoint.text.split(separator: "\n")
    let typed =
      "\r\n  \(lines[0].uppercased().replacing("SPINE-DECISION-AID", with: "spine-decision-aid"))\r\n 42 \r\n\(lines[4])\r\n"
    #expect(Checkpoint(parsing: typed)?.head == Self.checkpoint.head)
  }

  @Test(
    "is refused when a line is missing or two lines contradict each other",
    arguments: [
      "", "spine-decision-aid/00\n42\nabc", "42\n42\n42",
      checkpoint.text.replacing("\n42\n", with: "\nmany\n"),
      checkpoint.text.replacing("hex ", with: "hex 0000 "),
      checkpoint.text.replacing("hex ", with: "hex zz"),
      checkpoint.text.replacing(root, with: "AAAA"),
      checkpoint.text.replacing(root, with: String(root.reversed())),
      otherDigit,
    ])
  func refused(_ text: String) {
    #expect(text != Self.checkpoint.text)
    #expect(Checkpoint(parsing: text) == nil)
  }

  /// The line with the root in base64.
  static let root = String(checkpoint.text.split(separator: "\n")[2])

  /// The text with another first digit in its line `hex`.
  static let otherDigit: String = {
    let digit = checkpoint.head.root.description.prefix(1)
    return checkpoint.text.replacing("hex \(digit)", with: "hex \(digit == "0" ? "1" : "0")")
  }()
}
