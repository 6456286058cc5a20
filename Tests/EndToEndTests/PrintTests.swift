// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Glibc
import TestSupport
import Testing

/// `generate --pdf`: what is printed, and what happens when printing fails.
@Suite(.serialized, .needs("chromium", "weasyprint", "pdftotext"))
struct PrintTests {
  private static let path = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nowhere"]

  /// What a finished folder holds with PDFs.
  private func names(of ids: [String]) -> [String] {
    (Tree.names(of: ids)
      + ids.flatMap { ["\($0)/clinician.pdf", "\($0)/\(Project.page(of: $0)).pdf"] }).sorted()
  }

  private func profile(_ id: String) -> String { "\(Project.profiles)/\(id).xml" }

  /// A folder with a program of a name, to be the only one on `PATH` beside the shell's own tools.
  private func program(_ name: String, _ script: String, _ scratch: Scratch) throws -> String {
    let folder = scratch.path("bin-\(name)")
    try #require(mkdir(folder, 0o700) == 0)
    try scratch.write("bin-\(name)/\(name)", "#!/bin/sh\n\(script)\n")
    try #require(chmod("\(folder)/\(name)", 0o700) == 0)
    return folder
  }

  @Test func chromiumPrintsEveryWordInOrderWithTagsAndFeetAndHeads() throws {
    let scratch = try Scratch()
    let ids = ["01-swing-us", "13-stop-nerve-signs-us", "23-not-asked-us"]
    var pages: [String] = []
    for edition in ["standard", "largePrint"] {
      let output = scratch.path(edition)
      let chosen = edition == "standard" ? ids : ["02-rating-eu"]
      let run = try Run.program(
        ["generate"] + chosen.map(profile) + [
          "--output", output, "--edition", edition, "--pdf", "--jobs", "2",
        ], environment: Self.path)
      try #require(run.status == 0, "\(run.errors)")
      #expect(run.errors.isEmpty)
      #expect(try Tree(output).names == names(of: chosen))
      for id in chosen {
        pages += [Project.page(of: id), "clinician"].map { "\(output)/\(id)/\($0).html" }
      }
    }
    var status = stat()
    try #require(lstat("\(scratch.path("standard"))/\(ids[0])/handout.pdf", &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    let command = [
      try Project.tool("python"), "\(Project.root)/Tests/Tools/check_pdf.py",
    ]
    let run = try Run.command(command + pages, environment: Self.path)
    #expect(run.status == 0, "\((run.text + run.errors).suffix(3000))")
    #expect((Int(run.text.split(separator: "\n").last ?? "") ?? 0) > 3 * pages.count)
    // The words of another page are not those of this one.
    try FileManager.default.removeItem(atPath: pages[0])
    try FileManager.default.copyItem(atPath: pages[2], toPath: pages[0])
    let wrong = try Run.command(command + [pages[0]], environment: Self.path)
    #expect(wrong.status == 1)
    #expect(wrong.text.contains("does not say what document it is of"))
  }

  @Test(arguments: ["chromium", "weasyprint"])
  func printingTwiceGivesTheSameBytes(printer: String) throws {
    let scratch = try Scratch()
    let folder = scratch.path("bin")
    try #require(mkdir(folder, 0o700) == 0)
    try #require(symlink("/usr/bin/\(printer)", "\(folder)/\(printer)") == 0)
    // Chromium's own script needs the tools of the shell; nothing of weasyprint's name is there.
    for tool in [
      "sh", "uname", "grep", "find", "findmnt", "expr", "tr", "cut", "ls", "python3", "env",
    ] {
      _ = symlink("/usr/bin/\(tool)", "\(folder)/\(tool)")
    }
    let environment = ["PATH": folder, "TZ": "Asia/Kolkata", "LANG": "tr_TR.UTF-8"]
    for output in ["one", "a longer name % # ü " + String(repeating: "x", count: 90)] {
      let run = try Run.program(
        "generate", Project.bad("plain"), "--output", scratch.path(output), "--pdf", "--date",
        Project.day, environment: environment)
      try #require(run.status == 0, "\(run.errors)")
      #expect(try Tree(scratch.path(output)).names == names(of: ["plain"]))
    }
    let one = try Tree(scratch.path("one")).files
    let other = try Tree(
      scratch.path("a longer name % # ü " + String(repeating: "x", count: 90))
    ).files
    #expect(one.keys.filter { one[$0] != other[$0] }.sorted() == [])
    let file = scratch.path("one/plain/handout.pdf")
    let info = try Run.command(["pdfinfo", file], environment: Self.path)
    #expect(info.text.contains(/Tagged: +yes/))
    #expect(info.text.contains(/Title: +\S/))
    #expect(!info.text.contains(/CreationDate:/) || info.text.contains("Nov 22 00:00:00 2026"))
    let text = try Run.command(["pdftotext", file, "-"], environment: Self.path).text
    let pages = text.split(separator: "\u{0C}").filter { !$0.allSatisfy(\.isWhitespace) }
    for (index, page) in pages.enumerated() {
      #expect(page.contains("\(index + 1) of \(pages.count)"))
      #expect(page.contains(/Document [0-9a-f]{4}(-[0-9a-f]{4}){3}/))
    }
  }

  @Test func withoutAPrinterNothingIsWrittenAndThePackagesAreNamed() throws {
    let path = "/nowhere"
    let scratch = try Scratch()
    let run = try Run.program(
      "generate", Project.bad("plain"), "--output", scratch.path("out"), "--pdf",
      environment: ["PATH": path], behind: ["/usr/bin/env"] + ["PATH=\(path)"])
    #expect(run.status == 73)
    #expect(run.errors.contains("Debian packages chromium and weasyprint"))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try Tree(scratch.path).names == [])
  }

  /// A machine with fonts for all but a Chinese letter and a Sinhala one.
  private static let few = "case $1 in *5c71*|*dbb*) exit 0;; esac; echo DejaVu Sans"

  /// What `fc-list` says, the name of a person, and the package that a run names then.
  static let fonts: [(answer: String, name: String, package: String?)] = [
    ("echo DejaVu Sans", "山田", nil), (few, "山田", "fonts-noto-cjk"),
    (few, "රමණී", "fonts-noto-core"), ("exit 1", "山田", nil), (few, "Ada", nil),
  ]

  @Test(
    "A name whose letters no font has is said, with the package and without the name",
    arguments: fonts)
  func saysThatAFontIsMissing(answer: String, name: String, package: String?) throws {
    let scratch = try Scratch()
    let printer = try program(
      "chromium",
      "for a; do case $a in --print-to-pdf=*) printf '%%PDF-1.4\\n%%%%EOF\\n' > \"${a#*=}\";; esac; done",
      scratch)
    let list = try program("fc-list", answer, scratch)
    let text = try Project.plainProfile().replacing("Zebulon Quagga-Planted", with: name)
    let file = try scratch.write("p.xml", text)
    let run = try Run.program(
      "generate", file, "--output", scratch.path("out"), "--pdf",
      environment: ["PATH": "\(printer):\(list)"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("print.noFont") == (package != nil), "\(run.errors)")
    if let package { #expect(run.errors.contains("package \(package),")) }
    #expect(!run.errors.contains(name))
  }

  /// A printer that fails in some way, and what the message says.
  static let failures = [
    ("exec /bin/sleep 600", "took longer than 1 seconds"),
    ("/bin/sleep 600 & /bin/sleep 600", "took longer than 1 seconds"),
    ("echo SECRET-NOISE >&2; exit 3", "ended with a fault"),
    ("kill -SEGV $$", "ended with a fault"),
    ("exit 0", "wrote no whole PDF"),
    (
      "for a; do case $a in --print-to-pdf=*) echo %PDF-1.4 > \"${a#*=}\";; esac; done",
      "wrote no whole PDF"
    ),
  ]

  @Test(arguments: failures)
  func aPrinterThatFailsLeavesNothingBehind(script: String, message: String) throws {
    let scratch = try Scratch()
    let bin = try program("chromium", script, scratch)
    let run = try Run.program(
      "generate", Project.bad("plain"), "--output", scratch.path("out"), "--pdf",
      "--print-timeout", "1", environment: ["PATH": bin])
    #expect(run.status == 73)
    #expect(run.errors.contains("plain/handout.pdf: error: The printer \(message)"))
    #expect(!run.errors.contains("SECRET-NOISE"))
    #expect(try Tree(scratch.path("out")).names == [])
    #expect(try running(in: scratch.path("bin-chromium")).isEmpty)
  }

  @Test func anOldDocumentStaysWhenPrintingFails() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    #expect(
      try Run.program("generate", Project.bad("plain"), "--output", out, "--date", "2026-01-01")
        .status == 0)
    let before = try Tree(out)
    let bin = try program("google-chrome", "exit 1", scratch)
    let run = try Run.program(
      "generate", Project.bad("plain"), "--output", out, "--pdf", environment: ["PATH": bin])
    #expect(run.status == 73)
    #expect(try Tree(out) == before)
  }

  @Test(arguments: ["TERM", "INT"])
  func asignalEndsThePrinterAndLeavesNothingBehind(signal: String) throws {
    let scratch = try Scratch()
    let bin = try program(
      "chromium", "echo here > \"$HOME/../../started\"; /bin/sleep 600 & exec /bin/sleep 600",
      scratch)
    let script = """
      "$@" & id=$!
      for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        test -e "\(scratch.path("started"))" && break; /bin/sleep 0.5
      done
      kill -\(signal) $id; wait $id
      """
    // A shell lets its background jobs ignore SIGINT; env gives it back.
    let run = try Run.program(
      ["generate", Project.bad("plain"), "--output", scratch.path("out"), "--pdf"],
      environment: ["PATH": bin],
      behind: ["/bin/sh", "-c", script, "sh", "/usr/bin/env", "--default-signal=INT"])
    #expect(run.status == (signal == "TERM" ? 143 : 130), "\(run.errors)")
    #expect(run.errors.contains("unfinished documents were removed"))
    #expect(FileManager.default.fileExists(atPath: scratch.path("started")))
    #expect(try Tree(scratch.path("out")).names == [])
    #expect(try running(in: scratch.path("out")).isEmpty)
  }

  /// The command lines of processes that name a path.
  private func running(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
      .compactMap { try? String(contentsOfFile: "/proc/\($0)/environ", encoding: .utf8) }
      .filter {
        $0.contains("HOME=\(path)") || $0.contains("PATH=\(path)\0") && $0.contains(".print.")
      }
  }
}
