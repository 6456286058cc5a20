// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

@Suite("Documents that are recalled", .needs("strace"))
struct RecallTests {
  /// A clinic whose people have documents from an older version, and the pack that withdraws it.
  struct Recall {
    let clinic: Clinic
    let old: String
    let new: String

    init(people: Int, outcomes: String? = nil, _ more: [String] = []) throws {
      clinic = try Clinic(people: people)
      old = try PackCopy.folder("old", in: clinic.scratch, version: "3.1.3")
      new = try PackCopy.folder(
        "new", in: clinic.scratch, version: "3.1.4", withdraws: ["3.1.3"], outcomes: outcomes)
      let run = try Run.program(clinic.arguments(["--pack", old] + more))
      try #require(run.status == 0, "\(run.errors)")
    }

    /// Who is affected.
    func affected(_ more: String...) throws -> Run {
      try Run.program(
        ["audit", "affected", "--ledger", clinic.ledger, "--pack", "3.1.3", "--current-pack", new]
          + more)
    }

    /// The arguments that tell everybody.
    func arguments(_ more: [String] = []) -> [String] {
      [
        "audit", "recall", "--ledger", clinic.ledger, "--pack", "3.1.3", "--current-pack", new,
        "--profiles", clinic.profiles, "--date", "2026-12-01",
      ] + more
    }

    /// Tells everybody.
    func run(_ more: String...) throws -> Run {
      try Run.program(arguments(more), environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    }

    /// Takes the profile of a person away.
    func forget(_ number: Int) throws {
      try FileManager.default.removeItem(
        atPath: "\(clinic.profiles)/\(Clinic.id(number)).xml")
    }

    /// The letters of a person.
    func letters(_ number: Int) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: "\(clinic.output)/\(Clinic.id(number))")
        .filter { $0.hasPrefix("notice-") }.sorted()
    }
  }

  /// The first answer that the documents of a ledger give.
  private func outcome(_ json: String) throws -> String {
    String(try #require(json.firstMatch(of: /"outcome": "([^"]+)"/)).1)
  }

  @Test("who is affected is listed with what they got, also for programs, and nothing else")
  func lists() throws {
    let recall = try Recall(people: 3)
    let clinic = recall.clinic
    // One has later documents, one was erased.
    let other = clinic.profiles + "/\(Clinic.id(1)).xml"
    try #require(
      try Run.program(
        "generate", other, "--output", clinic.output, "--ledger", clinic.ledger, "--date",
        Project.day, "--pack", recall.new
      ).status == 0)
    try #require(
      try clinic.audit("erase", "--patient", Clinic.id(2), "--reason", "asked").status == 0)
    let run = try recall.affected()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("1 document set of evidence vertebral-fracture 3.1.3"))
    #expect(run.text.contains("Withdrawn on 2026-11-30. \(try PackCopy.reason())"))
    #expect(run.text.contains("\(Clinic.id(0))  document "))
    #expect(!run.text.contains(Clinic.id(1)) && !run.text.contains(Clinic.id(2)))
    #expect(run.text.contains("the person has not been told"))
    let json = try recall.affected("--json").output
    let result = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let documents = try #require(result["documents"] as? [[String: Any]])
    #expect(documents.count == 1)
    #expect(documents[0]["profile"] as? String == Clinic.id(0))
    #expect(documents[0]["row"] as? Int == 1)
    #expect(documents[0]["isCovered"] as? Bool == true)
    let record = try #require(documents[0]["recordSha256"] as? String)
    let found = try Run.command(
      ["sha256sum", "\(clinic.output)/\(Clinic.id(0))/record.xml"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(found.text.hasPrefix(record))
  }

  @Test("answers choose documents; one that nobody has is refused with the answers that there are")
  func choosesAnswers() throws {
    let recall = try Recall(people: 2)
    let outcome = try outcome(try recall.affected("--json").text)
    #expect(try recall.affected("--outcome", outcome).text.contains("2 document sets"))
    for run in [
      try recall.affected("--outcome", "noSuchAnswer"),
      try recall.affected("--outcome", outcome, "--outcome", "noSuchAnswer"),
      try recall.run("--outcome", "noSuchAnswer"),
    ] {
      #expect(run.status == 64)
      #expect(run.errors.contains("There is no answer noSuchAnswer"))
      #expect(run.errors.contains(outcome), "\(run.errors)")
    }
    #expect(try recall.clinic.rows("recalled") == 0)
  }

  @Test("a version that nobody has documents of affects nobody; one that is none is refused")
  func unknownVersions() throws {
    let recall = try Recall(people: 1)
    for command in [["affected"], ["recall", "--profiles", recall.clinic.profiles]] {
      func run(_ version: String) throws -> Run {
        try Run.program(
          ["audit"] + command + [
            "--ledger", recall.clinic.ledger, "--pack", version, "--current-pack", recall.new,
          ])
      }
      let unknown = try run("8.8.8")
      #expect(unknown.status == 0, "\(unknown.errors)")
      #expect(unknown.text.contains("8.8.8 is affected; the ledger holds documents of 3.1.3 (1)"))
      #expect(try run("latest").status == 64)
      #expect(try run("1.0").status == 64)
    }
    let empty = try Clinic(people: 0)
    _ = try empty.scratch.folder("none")
    _ = try Run.program(
      "generate", empty.scratch.path("none"), "--output", empty.output, "--ledger", empty.ledger)
    if FileManager.default.fileExists(atPath: empty.ledger) {
      let none = try empty.audit("affected", "--pack", "3.1.3")
      #expect(none.status == 0)
      #expect(none.text.contains("the ledger holds no document of this evidence"))
    }
    let missing = try Run.program(
      "audit", "affected", "--pack", "3.1.3", "--ledger", empty.scratch.path("no.sqlite"))
    #expect(missing.status == 64)
  }

  @Test("everybody gets a letter, and new documents where there is a profile; twice adds nothing")
  func tellsEverybody() throws {
    let recall = try Recall(people: 4)
    let clinic = recall.clinic
    try recall.forget(1)
    let refused = "profiles/\(Clinic.id(2)).xml"
    try clinic.scratch.write(
      refused,
      try String(contentsOfFile: clinic.scratch.path(refused), encoding: .utf8)
        .replacing(/region="[A-Z]+"/, with: "region=\"XX\""))
    let copy = try String(
      contentsOfFile: clinic.scratch.path("profiles/\(Clinic.id(3)).xml"), encoding: .utf8)
    try clinic.scratch.write("profiles/another.xml", copy)
    let run = try recall.run("--operator", "Dr Testwell", "--reason", "list of criteria")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("\(Clinic.id(0)): letter and new documents\n"))
    #expect(run.text.contains("\(Clinic.id(1)): letter; to be asked anew: there is no profile"))
    #expect(
      run.text.contains("\(Clinic.id(2)): letter; to be asked anew: today's evidence does not"))
    #expect(run.text.contains("\(Clinic.id(3)): letter; to be asked anew: several profiles"))
    #expect(run.text.contains("4 letters and 1 new document set for 4 people"))
    #expect(run.errors.contains("profile.region"))
    #expect(try clinic.rows("recalled") == 4)
    #expect(try clinic.rows("generated") == 5)
    for number in 0..<4 {
      let name = try #require(try recall.letters(number).first)
      let page = String(decoding: try clinic.bytes(number, name), as: UTF8.self)
      #expect(try page.says("phrase.notice-new-handout") == (number == 0))
      #expect(try page.says("phrase.notice-ask-anew") == (number != 0))
    }
    let export = clinic.scratch.path("export.xml")
    try #require(try clinic.audit("export", "--output", export).status == 0)
    #expect(try Run.program("audit", "verify", export).status == 0)
    let text = try String(contentsOfFile: export, encoding: .utf8)
    let document = try #require(text.firstMatch(of: /document="([0-9a-f-]{19})"/)).1
    #expect(text.contains(" supersedes=\"\(document)\""))
    #expect(text.matches(of: /<event [^>]*kind="recalled"/).count == 4)
    #expect(text.contains("<rows>1</rows>") && text.contains("<rows>4</rows>"))
    #expect(text.contains("reason=\"list of criteria\""))
    let before = try Tree(clinic.output).files.filter { !$0.key.contains("ledger") }
    let again = try recall.run()
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.text.contains("0 letters and 0 new document sets for 3 people"))
    #expect(try clinic.rows("recalled") == 4)
    #expect(try clinic.rows("generated") == 5)
    #expect(try Tree(clinic.output).files.filter { !$0.key.contains("ledger") } == before)
    let proof = try clinic.audit("verify", "--pack", recall.new)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("4 letters of recall among them"))
    #expect(proof.errors.contains("Everybody concerned was told, or has later documents."))
    #expect(try clinic.leftOvers() == [])
  }

  @Test("who was told without a profile gets new documents with a letter when there is one")
  func tellsAgain() throws {
    let recall = try Recall(people: 1)
    let clinic = recall.clinic
    let first = try Run.program(
      "audit", "recall", "--ledger", clinic.ledger, "--pack", "3.1.3", "--current-pack", recall.new)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.text.contains("letter; to be asked anew: there is no profile"), "\(first.text)")
    let run = try recall.run()
    #expect(run.text.contains("letter and new documents"), "\(run.errors)")
    #expect(try clinic.rows("recalled") == 2)
    #expect(try recall.letters(0).count == 1)
    #expect(try clinic.audit("verify").status == 0)
    #expect(try recall.affected().text.contains("no document of evidence"))
    #expect(try recall.run().text.contains("no document of evidence"))
  }

  @Test("letters that the pack has no words for are not written, and the message says what to add")
  func needsAWithdrawal() throws {
    let recall = try Recall(people: 1)
    let run = try Run.program(
      "audit", "recall", "--ledger", recall.clinic.ledger, "--pack", "3.1.3", "--current-pack",
      recall.old, "--profiles", recall.clinic.profiles)
    #expect(run.status == 1)
    #expect(run.errors.contains("pack.notWithdrawn"), "\(run.errors)")
    let listed = try Run.program(
      "audit", "affected", "--ledger", recall.clinic.ledger, "--pack", "3.1.3", "--current-pack",
      recall.old)
    #expect(listed.text.contains("The pack of today does not withdraw this version."))
    #expect(try recall.clinic.rows("recalled") == 0)
  }

  @Test("another folder than that of the documents is refused before anything is written")
  func otherFolder() throws {
    let recall = try Recall(people: 1)
    let other = recall.clinic.scratch.path("other")
    let run = try recall.run("--output", other)
    #expect(run.status == 64)
    #expect(run.errors.contains("recall.otherFolder"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: other))
    #expect(try recall.run("--output", recall.clinic.output).status == 0)
  }

  @Test("documents that are gone are recalled all the same, by what the ledger says")
  func withoutRecords() throws {
    let recall = try Recall(people: 2)
    for number in 0..<2 {
      try FileManager.default.removeItem(atPath: "\(recall.clinic.output)/\(Clinic.id(number))")
    }
    try recall.forget(1)
    let run = try recall.run()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("2 letters and 1 new document set"))
    #expect(try recall.letters(1).count == 1)
  }

  @Test("a letter that was changed or is gone is named by verification, and goes with its person")
  func vouchesForLetters() throws {
    let recall = try Recall(people: 2)
    let clinic = recall.clinic
    try #require(try recall.run().status == 0)
    let name = try #require(try recall.letters(1).first)
    let letter = try clinic.bytes(1, name)
    try clinic.write(1, name, letter + Data(" ".utf8))
    let changed = try clinic.audit("verify")
    #expect(changed.status == 74)
    #expect(changed.errors.contains("artefact.changed"), "\(changed.errors)")
    #expect(changed.errors.contains(name))
    try FileManager.default.removeItem(atPath: "\(clinic.output)/\(Clinic.id(1))/\(name)")
    #expect(try clinic.audit("verify").errors.contains("artefact.missing"))
    try clinic.write(1, name, letter)
    #expect(try clinic.audit("verify").status == 0)
    let erased = try clinic.audit("erase", "--patient", Clinic.id(1), "--reason", "asked")
    #expect(erased.text.contains("erased 3 rows and 7 files"), "\(erased.text)")
    #expect(!FileManager.default.fileExists(atPath: "\(clinic.output)/\(Clinic.id(1))"))
    #expect(try clinic.audit("verify").status == 0)
  }

  @Test(
    "a letter is one page in both editions, and its print is vouched for",
    arguments: ["standard", "largePrint"])
  func isOnePage(edition: String) throws {
    let recall = try Recall(people: 1, ["--edition", edition])
    let path = "profiles/\(Clinic.id(0)).xml"
    let profile = try String(contentsOfFile: recall.clinic.scratch.path(path), encoding: .utf8)
      .replacing("</preferenceProfile>", with: "</preferenceProfile>")
    let form = "<document edition=\"\(edition)\" paper=\"A4\"/><setting "
    try recall.clinic.scratch.write(
      path, profile.replacing(/<document [^>]*\/>/, with: "").replacing("<setting ", with: form))
    let run = try recall.run("--pdf")
    try #require(run.status == 0, "\(run.errors)")
    let names = try recall.letters(0)
    #expect(names.count == 2)
    let pdf = try #require(names.first { $0.hasSuffix(".pdf") })
    let info = try Run.command(
      ["pdfinfo", "\(recall.clinic.output)/\(Clinic.id(0))/\(pdf)"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(info.text.contains(/Pages: +1\n/), "\(info.text)")
    #expect(try recall.clinic.audit("verify").status == 0)
  }

  @Test(
    "a kill between the names and the commit leaves what the next start sweeps",
    arguments: [3, 5, 7])
  func kills(_ renaming: Int) throws {
    let recall = try Recall(people: 1)
    let clinic = recall.clinic
    let before = try Tree(clinic.output).files.filter { !$0.key.contains("ledger") }
    let run = try Run.command(
      [
        "strace", "-f", "-o", "/dev/null", "-e", "trace=rename,renameat,renameat2", "-e",
        "inject=rename,renameat,renameat2:signal=SIGKILL:when=\(renaming)", Project.program,
      ] + recall.arguments())
    #expect(run.status != 0)
    #expect(try clinic.rows("recalled") == 0)
    let next = try clinic.generate("--pack", recall.old)
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.errors.contains("ledger.swept"))
    #expect(try Tree(clinic.output).files.filter { !$0.key.contains("ledger") } == before)
    #expect(try clinic.audit("verify").status == 0)
    #expect(try recall.run().status == 0)
    #expect(try clinic.rows("recalled") == 1)
    #expect(try clinic.audit("verify").status == 0)
  }

  @Test("records are signed with the key, and the head that is kept verifies")
  func signs() throws {
    let recall = try Recall(people: 1)
    try recall.clinic.makeKeys()
    let run = try recall.run("--keys", recall.clinic.keys)
    #expect(run.status == 0, "\(run.errors)")
    let proof = try recall.clinic.audit("verify", "--certificate", recall.clinic.certificate)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("Records signed by the certificate: 1; not signed: 1."))
    #expect(proof.text.contains("Signed heads that verify: 1."))
  }
}
