// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup
import TestSupport
import Testing

@testable import FileStore

@Suite("Letters beside the documents of patients")
struct NoticeFileTests {
  private static let documents = DocumentSet(names: ["handout.html", "record.xml"])
  private static let text = "new"
  private static let digest = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"

  private func file(_ name: String) -> GeneratedFile {
    GeneratedFile(name: name, bytes: Array(Self.text.utf8))
  }

  private func row(
    _ kind: LedgerEvent.Kind, _ document: String, _ names: [String]
  ) -> LedgerEvent {
    LedgerEvent(
      kind, time: WallClock.now, profile: "a", document: document, outcome: "written",
      artefacts: names.map { FileStamp(name: $0, bytes: 3, digest: Self.digest) })
  }

  private static let set = ["handout.html", "record.xml"]

  /// Writes a set, a letter about one, or both; whether another run was first.
  private func write(
    set document: String? = nil, letter about: String? = nil, to path: String, _ ledger: Ledger
  ) throws -> Bool {
    var store = try OutputStore(
      try OutputDirectory(preparing: path), of: Self.documents, durability: .eachFile,
      ledger: ledger)
    let letter = about.map { [NoticeFile.page(about: $0)] } ?? []
    try store.stage(
      patient: "a", files: ((document == nil ? [] : Self.set) + letter).map(file),
      entry: document.map { row(.generated, $0, Self.set) },
      notice: about.map { row(.recalled, $0, letter) })
    try store.commit()
    return store.overtaken == ["a"]
  }

  private func kinds(_ ledger: Ledger) throws -> [LedgerEvent.Kind] {
    var kinds: [LedgerEvent.Kind] = []
    try ledger.events(.init()) { kinds.append($1.kind) }
    return kinds
  }

  @Test("A letter and the set in place of the older one appear together, each with its row")
  func together() throws {
    let scratch = try Scratch()
    let (out, ledger) = (scratch.path("out"), try ledger(scratch))
    #expect(try !write(set: "1", to: out, ledger))
    #expect(try !write(set: "2", letter: "1", to: out, ledger))
    #expect(try kinds(ledger) == [.generated, .generated, .recalled])
    #expect(try Tree(out).names.contains("a/notice-1.html"))
    #expect(try Tree(out).names.contains("a/superseded-1/record.xml"))
    // A later set leaves the letter where it is.
    #expect(try !write(set: "3", to: out, ledger))
    #expect(try Tree(out).names.contains("a/notice-1.html"))
  }

  @Test("A letter is not written when its set is no longer the last, or its person was told")
  func overtaken() throws {
    let scratch = try Scratch()
    let (out, ledger) = (scratch.path("out"), try ledger(scratch))
    _ = try write(set: "1", to: out, ledger)
    #expect(try !write(letter: "1", to: out, ledger))
    #expect(try write(letter: "1", to: out, ledger))
    #expect(try write(letter: "0", to: out, ledger))
    #expect(try kinds(ledger) == [.generated, .recalled])
    let before = try Tree(out)
    #expect(try write(set: "3", letter: "2", to: out, ledger))
    #expect(try Tree(out).files.filter { !$0.key.contains("pending") } == before.files)
    #expect(try kinds(ledger) == [.generated, .recalled])
  }

  @Test("A letter that no row vouches for is swept after a run that broke off, and no other")
  func swept() throws {
    let scratch = try Scratch()
    let (out, ledger) = (scratch.path("out"), try ledger(scratch))
    _ = try write(set: "1", letter: nil, to: out, ledger)
    _ = try write(letter: "1", to: out, ledger)
    let before = try Tree(out)
    try scratch.write("out/a/notice-1.pdf", "no row")
    try scratch.write("out/.pending.4194304.7.tmp", "a\n")
    let recovery = LedgerRecovery(
      ledger: ledger, documents: Self.documents, operatorName: nil, path: out)
    let warnings = try recovery.mendWhatIsLeft(in: OutputDirectory(preparing: out))
    #expect(warnings.map(\.identifier) == ["ledger.swept"])
    #expect(try Tree(out) == before)
    #expect(try kinds(ledger) == [.generated, .recalled, .swept])
  }

  @Test("Letters go with their patient")
  func removed() throws {
    let scratch = try Scratch()
    let (out, ledger) = (scratch.path("out"), try ledger(scratch))
    _ = try write(set: "1", to: out, ledger)
    _ = try write(set: "2", letter: "1", to: out, ledger)
    #expect(try Self.documents.remove("a", from: out) == 5)
    #expect(try Tree(out).names.isEmpty)
  }

  private func ledger(_ scratch: Scratch) throws -> Ledger {
    try Ledger(scratch.path("ledger.sqlite"), .append, now: WallClock.now)
  }
}
