// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Rows 1, 2, 5 and 27 of DecisionAid.docc/Testing.md, "Fault table".
@Suite("When a run ends early", .serialized, .needs("strace", "timeout"))
struct CrashTests {
  @Test("kills at random moments lose no acknowledged document, and a re-run resumes (row 1)")
  func kills() throws {
    let people = Battery.count(short: 500, long: 4000)
    let clinic = try Clinic(people: people)
    var rows = 0
    var killed = 0
    let tries = Battery.count(short: 50, long: 500)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<tries {
      let after = Double.random(in: 0.05...1.0, using: &generator)
      let run = try Run.command(
        ["timeout", "-s", "KILL", "\(after)", Project.program]
          + clinic.arguments(["--no-self-check", "--jobs", "2"]))
      killed += run.status == 0 ? 0 : 1
      guard FileManager.default.fileExists(atPath: clinic.ledger) else { continue }
      let proof = try clinic.audit("verify", "--no-artefacts")
      // A ledger that was not begun yet is no ledger.
      if proof.status == 65 && rows == 0 { continue }
      try #require(proof.status == 0, "\(proof.errors)")
      let now = try clinic.rows("generated")
      #expect(now >= rows)
      rows = now
    }
    #expect(killed > tries / 2)
    let last = try clinic.generate("--no-self-check", "--jobs", "2")
    #expect(last.status == 0, "\(last.errors)")
    #expect(try clinic.rows("generated") == people)
    let proof = try clinic.audit("verify")
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("\(people) document sets, \(3 * people) files"))
    #expect(try clinic.leftOvers() == [])
  }

  @Test(
    "a kill between the names and the commit leaves documents that the next start sweeps and reports (row 2)",
    arguments: [2, 3, 5, 6])
  func orphans(_ renaming: Int) throws {
    let clinic = try Clinic(people: 2)
    // The ledger exists, so that the calls that are counted are those of the documents.
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    let before = try Tree(clinic.output).files.filter { !$0.key.contains("ledger") }
    let run = try Run.command(
      [
        "strace", "-f", "-o", "/dev/null", "-e", "trace=rename,renameat,renameat2", "-e",
        "inject=rename,renameat,renameat2:signal=SIGKILL:when=\(renaming)", Project.program,
      ] + clinic.arguments())
    #expect(run.status != 0)
    #expect(try clinic.rows("generated") == 2)
    let next = try clinic.generate("--date", "2026-11-20")
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.errors.contains("ledger.swept"))
    #expect(try clinic.rows("swept") > 0)
    #expect(try clinic.rows("generated") == 2)
    #expect(try Tree(clinic.output).files.filter { !$0.key.contains("ledger") } == before)
    #expect(try clinic.audit("verify").status == 0)
  }

  @Test("two processes on one ledger write one unbroken tree (row 5)")
  func twoProcesses() async throws {
    let clinics = [try Clinic(people: 500), try Clinic(people: 500)]
    let shared = clinics[0].scratch.path("shared.sqlite")
    let runs = try await withThrowingTaskGroup(of: Run.self) { group in
      for (place, clinic) in clinics.enumerated() {
        group.addTask {
          try Run.program(
            "generate", clinic.profiles, "--output", clinic.output, "--ledger", shared, "--date",
            "2026-11-2\(place)", "--no-self-check")
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for run in runs { #expect(run.status == 0, "\(run.errors)") }
    let proof = try Run.program("audit", "verify", "--ledger", shared, "--no-artefacts")
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("all 1000 rows verify"))
    // The folder of the ledger goes with the clinic.
    withExtendedLifetime(clinics) {}
  }

  @Test(
    "a signal ends the run cleanly: no half document, no row for what is not there (row 27)",
    arguments: ["TERM", "INT"])
  func signals(_ name: String) throws {
    let clinic = try Clinic(people: 300)
    let run = try Run.command(
      ["timeout", "-s", name, "0.4", Project.program] + clinic.arguments(["--no-self-check"]))
    #expect(run.status != 0)
    #expect(try clinic.leftOvers().isEmpty)
    #expect(try clinic.audit("verify").status == 0)
  }
}
