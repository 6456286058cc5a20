// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup

/// Fills a ledger with made-up rows, for measurements: `ledger-benchmark FILE ROWS`.
@main
struct LedgerBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rows = Int(arguments[2]) else {
      print("use: ledger-benchmark FILE ROWS")
      exit(64)
    }
    let time = UTCInstant(seconds: 1_795_671_480)
    let ledger = try Ledger(arguments[1], .append, now: time)
    for start in stride(from: 0, to: rows, by: 1_000) {
      try ledger.append { transaction in
        for number in start..<min(rows, start + 1_000) {
          try transaction.append(event(number, time: time))
        }
      }
    }
    ledger.close()
  }

  /// A row as long as those of document sets.
  private static func event(_ number: Int, time: UTCInstant) -> LedgerEvent {
    let digits = String(number, radix: 16)
    let digest = String(repeating: "0", count: 64 - digits.count) + digits
    let groups = stride(from: 48, to: 64, by: 4).map { start in
      String(Array(digest)[start..<(start + 4)])
    }
    return LedgerEvent(
      .generated, time: time, profile: "p-\(number)", document: groups.joined(separator: "-"),
      fingerprint: "0000-0000", operatorName: "benchmark", outcome: "written",
      program: ProgramStamp(version: "0.1.0", digest: digest),
      inputs: [
        InputStamp(kind: "profile", digest: digest),
        InputStamp(kind: "evidencePack", id: "pack", version: "1.0.0", digest: digest),
      ],
      artefacts: ["handout.html", "clinician.html", "record.xml"].map {
        FileStamp(name: $0, bytes: 100_000, digest: digest)
      },
      summary: EventSummary(
        answers: [AnswerStamp(question: "a", verdict: "closeCall", leader: nil)],
        order: ["one", "two", "three"]))
  }
}
