// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup
import TestSupport
import Testing

@testable import FileStore

@Suite("Documents of patients on disk")
struct OutputStoreTests {
  private static let names = ["handout.html", "clinician.html", "record.xml"]
  private static let documents = DocumentSet(names: names + ["handout.pdf"])

  /// Documents that all hold the same text.
  private func files(_ text: String) -> [GeneratedFile] {
    Self.names.map { GeneratedFile(name: $0, bytes: Array(text.utf8)) }
  }

  /// What a folder of such documents holds.
  private func tree(_ ids: [String], _ text: String) -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: Tree.names(of: ids).map {
        ($0, $0.contains("/") ? Array(text.utf8) : [])
      })
  }

  /// The row that documents ask for.
  private func entry(_ id: String, _ text: String, document: String) -> LedgerEvent {
    LedgerEvent(
      .generated, time: WallClock.now, profile: id, document: document, outcome: "written",
      artefacts: files(text).map {
        FileStamp(name: $0.name, bytes: $0.bytes.count, digest: Self.digest(text))
      })
  }

  /// The digests of the texts of these tests.
  private static func digest(_ text: String) -> String {
    switch text {
    case "old": "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4"
    default: "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"
    }
  }

  /// Writes documents, with a ledger if there is one.
  private func write(
    _ ids: [String], _ text: String, document: String = "", to path: String,
    _ durability: OutputStore.Durability = .eachFile, ledger: Ledger? = nil
  ) throws {
    var store = try OutputStore(
      try OutputDirectory(preparing: path), of: Self.documents, durability: durability,
      ledger: ledger)
    for id in ids {
      try store.stage(
        patient: id, files: files(text),
        entry: ledger == nil ? nil : entry(id, text, document: document))
    }
    try store.commit()
  }

  private func newLedger(_ scratch: Scratch) throws -> Ledger {
    try Ledger(scratch.path("ledger.sqlite"), .append, now: WallClock.now, busySeconds: 30)
  }

  @Test(
    "Documents get their names together, for the user alone, and take the place of older ones",
    arguments: [OutputStore.Durability.eachFile, .group])
  func written(durability: OutputStore.Durability) throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    try write(["a", "b"], "old", to: out, durability)
    #expect(try Tree(out).files == tree(["a", "b"], "old"))
    #expect(try mode(out + "/a") == 0o700 && mode(out + "/a/record.xml") == 0o600)
    try write(["a", "b"], "new", to: out, durability)
    #expect(try Tree(out).files == tree(["a", "b"], "new"))
  }

  @Test(
    "A set of another kind leaves no page of the older one, and a fault gives the older one back",
    arguments: [OutputStore.Durability.eachFile, .group])
  func anotherKind(durability: OutputStore.Durability) throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    let names = ["handout.html", "urgent.html", "handout.pdf", "urgent.pdf", "record.xml"]
    func write(_ files: [String], replacing others: [String]) throws {
      var store = try OutputStore(
        try OutputDirectory(preparing: out), of: DocumentSet(names: names), durability: durability)
      try store.stage(
        patient: "a", files: files.map { GeneratedFile(name: $0, bytes: [0x61]) },
        replacing: others)
      try store.commit()
    }
    func found() throws -> [String] {
      try Tree(out).files.keys.filter { $0.hasPrefix("a/") }.map { String($0.dropFirst(2)) }
        .sorted()
    }
    let handout = ["handout.html", "handout.pdf"]
    let urgent = ["urgent.html", "urgent.pdf"]
    try write(handout + ["record.xml"], replacing: urgent)
    #expect(try found() == handout + ["record.xml"])
    try write(["urgent.html", "record.xml"], replacing: handout)
    #expect(try found() == ["record.xml", "urgent.html"])
    try write(["handout.html", "record.xml"], replacing: urgent)
    #expect(try found() == ["handout.html", "record.xml"])
    // What cannot be taken away stops the whole set.
    #expect(mkdir(out + "/a/urgent.pdf", 0o700) == 0)
    #expect(throws: FileError.self) {
      try write(["handout.html", "record.xml"], replacing: urgent)
    }
    #expect(try found().contains("handout.html"))
  }

  @Test("What is staged and not committed goes, and older documents stay")
  func discarded() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    try write(["a"], "old", to: out)
    for isExplicit in [true, false] {
      var store = try OutputStore(
        try OutputDirectory(preparing: out), of: Self.documents, durability: .eachFile)
      try store.stage(patient: "a", files: files("new"))
      try store.stage(patient: "b", files: files("new"))
      let again = #expect(throws: FileError.self) {
        try store.stage(patient: "b", files: files("new"))
      }
      #expect(again?.diagnostic.identifier == "output.twice")
      if isExplicit { store.discard() }
    }
    #expect(try Tree(out).files == tree(["a"], "old"))
  }

  @Test("What a killed run left is swept when the patient is written again, and nothing else")
  func swept() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    try write(["a"], "old", to: out)
    try scratch.write("out/a/.record.xml.4194304.7.tmp", "half")
    try scratch.write("out/a/.mine.tmp", "mine")
    try scratch.write("out/a/.record.xml.1.7.tmp", "of a process that lives")
    try write(["a"], "new", to: out)
    let names = try Tree(out).names.filter { $0.hasSuffix(".tmp") }
    #expect(names == ["a/.mine.tmp", "a/.record.xml.1.7.tmp"])
  }

  /// What is in the way of the patient `a`, and where.
  static let obstacles: [(String, String)] =
    ["file", "link", "dangling", "pipe"].map { ($0, "out/a") }
    + ["link", "dangling", "pipe", "folder"].map { ($0, "out/a/record.xml") }

  @Test("What is in the way of one patient stays, and the others are written", arguments: obstacles)
  func inTheWay(kind: String, place: String) throws {
    let scratch = try Scratch()
    _ = try scratch.folder("out")
    if place.contains("record") { _ = try scratch.folder("out/a") }
    try scratch.obstacle(kind, at: place)
    let before = try Tree(scratch.path)
    var store = try OutputStore(
      try OutputDirectory(preparing: scratch.path("out")), of: Self.documents, durability: .eachFile
    )
    let found = #expect(throws: FileError.self) {
      try store.stage(patient: "a", files: files("new"))
    }
    #expect(found?.kind == .outputInTheWay && found?.endsTheBatch == false)
    try store.stage(patient: "b", files: files("new"))
    try store.commit()
    let after = try Tree(scratch.path).files
    #expect(before.files.allSatisfy { after[$0.key] == $0.value })
    #expect(after.count == before.files.count + 4)
  }

  @Test("A folder that was replaced between writing and naming gets no documents")
  func replaced() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    var store = try OutputStore(
      try OutputDirectory(preparing: out), of: Self.documents, durability: .eachFile)
    try store.stage(patient: "a", files: files("new"))
    try #require(rename(out + "/a", out + "/elsewhere") == 0)
    _ = try scratch.folder("out/a")
    let found = #expect(throws: FileError.self) { try store.commit() }
    #expect(found?.diagnostic.identifier == "output.replaced")
    #expect(try Tree(out + "/a").names == [])
  }

  @Test("Ids and names that are not safe never reach the disk", arguments: ["..", "a/b", ".a", ""])
  func unsafeNames(name: String) throws {
    let scratch = try Scratch()
    var store = try OutputStore(
      try OutputDirectory(preparing: scratch.path("out")), of: Self.documents, durability: .eachFile
    )
    #expect(throws: FileError.self) { try store.stage(patient: name, files: files("new")) }
    #expect(throws: FileError.self) {
      try store.stage(patient: "a", files: [GeneratedFile(name: name, bytes: [])])
    }
    #expect(try Tree(scratch.path).names == ["out"])
  }

  @Test(
    "A full disk leaves the older documents as they were, and no others",
    .enabled(if: SmallDisk.isAllowed, "only root can mount"))
  func fullDisk() throws {
    let disk = try SmallDisk(kilobytes: 256)
    try write(["a"], "old", to: disk.path + "/out")
    var store = try OutputStore(
      try OutputDirectory(preparing: disk.path + "/out"), of: Self.documents, durability: .group)
    let found = #expect(throws: FileError.self) {
      for number in 0..<100 {
        try store.stage(
          patient: number == 0 ? "a" : "p\(number)",
          files: [GeneratedFile(name: "record.xml", bytes: [UInt8](repeating: 1, count: 9000))])
      }
    }
    #expect(found?.diagnostic.identifier == "output.diskFull" && found?.endsTheBatch == true)
    store.discard()
    #expect(try Tree(disk.path + "/out").files == tree(["a"], "old"))
  }

  @Test("The output must be a folder", arguments: ["file", "link", "dangling", "pipe"])
  func noFolder(kind: String) throws {
    let scratch = try Scratch()
    try scratch.obstacle(kind, at: "out")
    let before = try Tree(scratch.path)
    for path in ["out", "out/"] {
      let found = #expect(throws: FileError.self) {
        try OutputDirectory(preparing: scratch.path(path))
      }
      #expect(found?.diagnostic.identifier == "output.notADirectory")
    }
    #expect(try Tree(scratch.path) == before)
  }

  @Test("A folder that others can write is used with a warning")
  func openFolder() throws {
    let scratch = try Scratch()
    let open = try OutputDirectory(preparing: try scratch.folder("open", mode: 0o777))
    #expect(open.warnings.map(\.identifier) == ["output.open"])
    #expect(try OutputDirectory(preparing: scratch.path("new")).warnings == [])
  }

  @Test("Each set has a row; the set before it is kept aside; the same set is not written again")
  func rows() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    let ledger = try newLedger(scratch)
    try write(["a"], "old", document: "0000-0000-0000-0001", to: out, ledger: ledger)
    try write(["a"], "new", document: "0000-0000-0000-0002", to: out, ledger: ledger)
    try write(["a"], "new", document: "0000-0000-0000-0002", to: out, ledger: ledger)
    var events: [LedgerEvent] = []
    try ledger.events(.init()) { events.append($1) }
    #expect(events.map(\.supersedes) == [nil, "0000-0000-0000-0001"])
    let aside = DocumentSet.folder(of: "0000-0000-0000-0001")
    let files = try Tree(out).files
    #expect(files["a/record.xml"] == Array("new".utf8))
    #expect(files["a/\(aside)/record.xml"] == Array("old".utf8))
    #expect(files.count == 8)
    // All that belongs to a person goes, and nothing else.
    try scratch.write("out/a/mine.txt", "mine")
    #expect(try Self.documents.remove("a", from: out) == 6)
    #expect(try Self.documents.remove("..", from: out) == 0)
    #expect(try Tree(out).names == ["a", "a/mine.txt"])
  }

  @Test("What a killed run gave a name and no row is taken away, and the older set comes back")
  func recovered() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    let ledger = try newLedger(scratch)
    try write(["a", "b"], "old", document: "0000-0000-0000-0001", to: out, ledger: ledger)
    let before = try Tree(out)
    // As a killed run leaves it: a note, one set moved half aside, another half written.
    try scratch.write("out/.pending.4194304.7.tmp", "a\nb\nc\n../x\n")
    let aside = DocumentSet.folder(of: "0000-0000-0000-0001")
    _ = try scratch.folder("out/a/\(aside)")
    for name in Self.names.prefix(2) {
      try #require(rename("\(out)/a/\(name)", "\(out)/a/\(aside)/\(name)") == 0)
    }
    try scratch.write("out/a/handout.html", "new")
    _ = try scratch.folder("out/c")
    try scratch.write("out/c/record.xml", "new")
    let directory = try OutputDirectory(preparing: out)
    let recovery = LedgerRecovery(
      ledger: ledger, documents: Self.documents, operatorName: nil, path: out)
    let warnings = try recovery.mendWhatIsLeft(in: directory)
    #expect(warnings.map(\.identifier) == ["ledger.swept", "ledger.swept"])
    #expect(try Tree(out) == before)
    var swept: [String?] = []
    try ledger.events(.init()) { if $1.kind == .swept { swept.append($1.profile) } }
    #expect(swept == ["a", "c"])
    #expect(try recovery.mendWhatIsLeft(in: directory) == [])
  }

  @Test("A note of a run that still works is left alone")
  func otherRun() throws {
    let scratch = try Scratch()
    _ = try scratch.folder("out")
    try scratch.write("out/.pending.1.7.tmp", "a\n")
    let output = try Descriptor(opening: scratch.path("out"), O_RDONLY | O_DIRECTORY)
    #expect(PendingGroup.stale(in: output).isEmpty)
    let note = try PendingGroup(["a", "b"], in: output, isDurable: true)
    #expect(PendingGroup.stale(in: output).isEmpty)
    #expect(try Tree(scratch.path("out")).files.values.contains(Array("a\nb\n".utf8)))
    note.finish()
    #expect(try Tree(scratch.path("out")).names == [".pending.1.7.tmp"])
  }
}
