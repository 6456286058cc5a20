// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Rows 3, 4, 6, 26, 28 and 30 of DecisionAid.docc/Testing.md, "Fault table", and a held ledger.
@Suite("When the disk or the clock fails", .serialized)
struct DiskFaultTests {
  static let isRoot = geteuid() == 0

  /// Runs a script of a shell as root in a mount namespace of its own, where it can mount.
  private func inNamespace(_ script: String) throws -> Run {
    try Run.command(
      ["unshare", "--mount", "--propagation", "private", "bash", "-c", script],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
  }

  @Test(
    "a full disk for the ledger: status 73, nothing half written, earlier rows intact (row 3)",
    .enabled(if: DiskFaultTests.isRoot, "only root can mount"))
  func fullLedger() throws {
    let clinic = try Clinic(people: 300)
    let small = try clinic.scratch.folder("small")
    let program = Project.program
    let run = try inNamespace(
      """
      mount -t tmpfs -o size=400k tmpfs \(small) && mkdir -m 700 -p \(clinic.output)
      \(program) generate \(clinic.profiles) --output \(clinic.output) --ledger \(small)/l.sqlite \
        --no-self-check --date \(Project.day) 2>\(clinic.scratch.path)/errors; echo status $?
      \(program) audit verify --ledger \(small)/l.sqlite --documents \(clinic.output); echo verify $?
      """)
    #expect(run.text.contains("status 73"), "\(run.text) \(run.errors)")
    #expect(run.text.contains("verify 0"), "\(run.text) \(run.errors)")
    // Only those with a row have documents.
    let folders = try Tree(clinic.output).names.filter { $0.hasSuffix("/record.xml") }.count
    let sets = run.text.split(separator: "\n").first { $0.contains("document sets") } ?? ""
    #expect(sets.hasPrefix("\(folders) document sets"), "\(folders) \(sets)")
    #expect(try clinic.leftOvers() == [])
  }

  @Test(
    "a full disk for the documents: status 73, and every row has its documents (row 3)",
    .enabled(if: DiskFaultTests.isRoot, "only root can mount"))
  func fullOutput() throws {
    let clinic = try Clinic(people: 40)
    let small = try clinic.scratch.folder("small")
    let program = Project.program
    let run = try inNamespace(
      """
      mount -t tmpfs -o size=4m tmpfs \(small)
      \(program) generate \(clinic.profiles) --output \(small)/out --ledger \(clinic.scratch.path)/l.sqlite \
        --no-self-check --date \(Project.day); echo status $?
      \(program) audit verify --ledger \(clinic.scratch.path)/l.sqlite --documents \(small)/out; echo verify $?
      find \(small) -name '*.tmp'
      """)
    #expect(run.text.contains("status 73"), "\(run.text) \(run.errors)")
    #expect(run.text.contains("verify 0"), "\(run.text) \(run.errors)")
    #expect(!run.text.contains(".tmp"))
  }

  @Test(
    "a read-only ledger is refused before anything is written; verify and export still work (row 4)",
    .enabled(if: DiskFaultTests.isRoot, "only root can mount")
  )
  func readOnly() throws {
    let clinic = try Clinic(people: 3)
    try #require(try clinic.generate().status == 0)
    let program = Project.program
    let scratch = clinic.scratch.path
    let run = try inNamespace(
      """
      mount --bind \(clinic.output) \(clinic.output) && mount -o remount,bind,ro \(clinic.output)
      \(program) generate \(clinic.profiles) --output \(scratch)/new --ledger \(clinic.ledger); echo status $?
      ls \(scratch)/new | wc -l
      \(program) audit verify --ledger \(clinic.ledger); echo verify $?
      \(program) audit export --ledger \(clinic.ledger) --output \(scratch)/export.xml; echo export $?
      \(program) audit verify \(scratch)/export.xml; echo proof $?
      """)
    #expect(run.text.contains("status 73"), "\(run.text) \(run.errors)")
    #expect(run.text.contains("status 73\n0\n"), "\(run.text)")
    #expect(run.text.contains("verify 0"), "\(run.text) \(run.errors)")
    #expect(run.text.contains("export 0"), "\(run.errors)")
    #expect(run.text.contains("proof 0"), "\(run.errors)")
  }

  @Test(
    "a clock that went back a year is accepted, and the row is marked (row 6)", .needs("faketime"))
  func clock() throws {
    let clinic = try Clinic(people: 1)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    let back = try clinic.generate(
      "--date", "2026-11-21", behind: ["faketime", "-f", "-1y"])
    #expect(back.status == 0, "\(back.errors)")
    let proof = try clinic.audit("verify")
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("Row 2: the clock had gone back (clock-regressed)"))
  }

  @Test("a copy without its -wal file is found out by a head (row 26)")
  func withoutLog() throws {
    let clinic = try Clinic(people: 2)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    let run = try Run.command([
      "bash", "-c",
      """
      cp \(clinic.ledger) \(clinic.scratch.path)/old.sqlite
      """,
    ])
    #expect(run.status == 0)
    try #require(try clinic.generate("--date", "2026-11-21").status == 0)
    let head = try clinic.scratch.write("head.txt", try clinic.audit("head").output)
    let proof = try Run.program(
      "audit", "verify", "--ledger", clinic.scratch.path("old.sqlite"), "--no-artefacts",
      "--against", head)
    #expect(proof.status == 74)
    #expect(proof.errors.contains("Rows 3 to 4"))
    let alone = try Run.program(
      "audit", "verify", "--ledger", clinic.scratch.path("old.sqlite"), "--no-artefacts")
    #expect(alone.status == 0)
    #expect(alone.text.contains("cannot be excluded"))
  }

  @Test(
    "under tight limits a run ends with a status and without damage (row 28)",
    arguments: ["ulimit -n 16", "ulimit -v 700000", "ulimit -f 200"])
  func limits(_ limit: String) throws {
    let clinic = try Clinic(people: 20)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    let run = try Run.command([
      "bash", "-c",
      limit + "; "
        + ([Project.program] + clinic.arguments(["--no-self-check"])).joined(separator: " "),
    ])
    let isDone = run.status == 0
    #expect(try clinic.rows("generated") == (isDone ? 40 : 20), "\(run.status) \(run.errors)")
    #expect(try clinic.audit("verify").status == 0)
    #expect(try clinic.leftOvers() == [])
  }

  @Test("files are for the user alone, whatever the umask (row 30)")
  func rights() throws {
    let clinic = try Clinic(people: 1)
    let run = try Run.command([
      "bash", "-c", "umask 000; " + ([Project.program] + clinic.arguments()).joined(separator: " "),
    ])
    #expect(run.status == 0, "\(run.errors)")
    let found = try Run.command(["find", clinic.output, "-perm", "/077"])
    #expect(found.text == "")
  }

  @Test("a ledger that another program holds is waited for, then refused with status 75")
  func held() throws {
    let clinic = try Clinic(people: 3)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    let run = try Run.command(
      [
        "python3", "-c",
        """
        import sqlite3, subprocess, sys
        c = sqlite3.connect(sys.argv[1], isolation_level=None)
        c.execute("begin immediate")
        r = subprocess.run(sys.argv[2:], capture_output=True, text=True)
        print(r.returncode, r.stderr)
        """, clinic.ledger, Project.program,
      ] + clinic.arguments(["--ledger-wait", "1"]))
    #expect(run.text.hasPrefix("75 "), "\(run.text)")
    #expect(run.text.contains("Another program holds the ledger"))
    #expect(try clinic.audit("verify").status == 0)
  }

  @Test("a symbolic link in the place of the ledger is not followed")
  func link() throws {
    let clinic = try Clinic(people: 1)
    let target = clinic.scratch.path("elsewhere.sqlite")
    _ = try clinic.scratch.folder("out")
    try FileManager.default.createSymbolicLink(atPath: clinic.ledger, withDestinationPath: target)
    let run = try clinic.generate()
    #expect(run.status == 73)
    #expect(!FileManager.default.fileExists(atPath: target))
    #expect(run.errors.contains("ledger.notAFile"))
  }
}
