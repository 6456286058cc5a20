// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// Packs that lie in a folder.
struct PackFolderTests {
  /// A copy of the pack's sources.
  private func pack(_ scratch: Scratch) throws -> String {
    let folder = scratch.path("pack")
    try FileManager.default.copyItem(
      atPath: Project.root + "/Sources/EvidencePack/vertebral-fracture", toPath: folder)
    return folder
  }

  @Test func aCopiedPackGivesTheSameBytesAsTheEmbeddedOne() throws {
    let scratch = try Scratch()
    let pack = try pack(scratch)
    for (name, options) in [("embedded", []), ("copied", ["--pack", pack])] {
      let run = try Run.program(
        ["generate", Project.profiles, "--date", Project.day, "--output", scratch.path(name)]
          + options)
      #expect(run.status == 0, "\(run.errors)")
    }
    let tree = try Tree(scratch.path("copied"))
    #expect(tree.names == Tree.names(of: Project.ids))
    let isSame = try tree == Tree(scratch.path("embedded"))
    #expect(isSame)
    let shown = try Run.program("pack", "show")
    #expect(shown.status == 0)
    #expect(try Run.program("pack", "show", "--pack", pack).output == shown.output)
    #expect(shown.text.contains("vertebral-fracture"))
  }

  @Test func aChangedSentenceReachesTheDocumentsWithoutABuild() throws {
    let scratch = try Scratch()
    let pack = try pack(scratch)
    let file = pack + "/text.en.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let name = try Said.text("criterion.cement-leak.name")
    try #require(text.contains(">\(name)<"))
    try scratch.write(
      "pack/text.en.xml", text.replacing(">\(name)<", with: ">Less spilt cement<"))
    let arguments = ["generate", Project.bad("plain"), "--output", scratch.path("out")]
    #expect(try Run.program(arguments + ["--pack", pack]).status == 0)
    let files = try Tree(scratch.path("out")).files
    for (name, bytes) in files where name.hasSuffix("l") && !bytes.isEmpty {
      #expect(String(decoding: bytes, as: UTF8.self).contains("Less spilt cement"), "\(name)")
    }
  }

  @Test func saysTheWarningsOfAPackToItsAuthors() throws {
    let scratch = try Scratch()
    let pack = try pack(scratch)
    let warning =
      "evidence.xml:[1-9][0-9]*: warning: The levels of vertebroplasty, kyphoplasty, care on recovery"
    let profile = Project.bad("plain")
    for (command, isSaid) in [
      (["pack"], true), (["pack", "--pack", pack], true),
      (["check", profile, "--pack", pack], true),
      // Who uses the pack of the program reads them in the documents.
      (["check", profile], false),
    ] {
      let run = try Run.program(command)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains(try Regex(warning)) == isSaid, "\(command)")
    }
  }

  /// A file of the pack, what is replaced in it, and the exit status.
  static let faults: [(file: String, from: String, to: String, status: Int32)] = [
    ("evidence.xml", " decimals=\"0\"", " decimals=\"many\"", 1),
    ("evidence.xml", "<criterion id=\"recovery\"", "<criterion id=\"re covery\"", 1),
    ("evidence.xml", "</evidence>", "", 65),
    ("eligibility.xml", "kind=\"choice\"", "kind=\"chance\"", 1),
    ("documents.xml", "<section id=\"summary\"", "<section id=\"a b\"", 1),
    ("sources.xml", "<source id=", "<source name=", 1),
    ("text.en.xml", "<text id=", "<text name=", 1),
    ("text.en.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE x>", 65),
  ]

  @Test(arguments: faults.indices)
  func namesFileAndLineOfABrokenPackAndWritesNothing(index: Int) throws {
    let fault = Self.faults[index]
    let scratch = try Scratch()
    let pack = try pack(scratch)
    let text = try String(contentsOfFile: "\(pack)/\(fault.file)", encoding: .utf8)
    let changed = text.replacing(fault.from, with: fault.to, maxReplacements: 1)
    try #require(changed != text, "\(fault.from) stands in \(fault.file)")
    try scratch.write("pack/\(fault.file)", changed)
    for command in [
      ["generate", Project.bad("plain")], ["check", Project.bad("plain")], ["pack"],
    ] {
      let output = command.first == "generate" ? ["--output", scratch.path("out")] : []
      let run = try Run.program(command + ["--pack", pack] + output)
      #expect(run.status == fault.status, "\(run.errors)")
      let place = try Regex("\(fault.file):[1-9][0-9]*: error: ")
      #expect(run.errors.contains(place), "\(run.errors)")
    }
    #expect(try Tree(scratch.path("out")).names.isEmpty)
  }

  @Test(arguments: [
    "documents.xml", "eligibility.xml", "evidence.xml", "sources.xml", "text.en.xml",
  ])
  func saysWhichFileIsMissing(name: String) throws {
    let scratch = try Scratch()
    let pack = try pack(scratch)
    try FileManager.default.removeItem(atPath: "\(pack)/\(name)")
    let run = try Run.program("pack", "show", "--pack", pack)
    #expect(run.status == 1)
    let missing = name == "text.en.xml" ? "text.<language>.xml" : name
    #expect(run.errors.contains("\(missing): error: A pack has this file."))
  }
}
