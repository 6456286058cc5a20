// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Markup
import TestSupport
import Testing

@testable import FileStore

@Suite("Programs that are started")
struct ChildProcessTests {
  private func shell(
    _ script: String, _ environment: [String: String] = [:], seconds: Int = 20
  ) async throws -> ChildProcess.Ending {
    try await ChildProcess.run(
      "/bin/sh", ["-c", script], environment: environment, seconds: seconds)
  }

  @Test("How a program ended is told")
  func endings() async throws {
    let scratch = try Scratch()
    #expect(try await shell("exit 0") == .exited(0))
    #expect(try await shell("exit 3") == .exited(3))
    #expect(try await shell("kill -SEGV $$") == .killed)
    await #expect(throws: SystemFault(ENOENT)) {
      try await ChildProcess.run(scratch.path("none"), [], environment: [:], seconds: 1)
    }
  }

  @Test("A program gets the variables that it is given and no others, and no open file")
  func surroundings() async throws {
    let scratch = try Scratch()
    let folder = try Descriptor(opening: scratch.path, O_RDONLY | O_DIRECTORY)
    let script = """
      /usr/bin/env > "$OUT/variables"; read line && exit 9
      for open in /proc/$$/fd/*; do echo "${open##*/} $(/bin/readlink "$open")"; done > "$OUT/files"
      """
    #expect(try await shell(script, ["OUT": scratch.path, "A": "b c"]) == .exited(0))
    _ = folder.number
    let files = try Tree(scratch.path).files.mapValues { String(decoding: $0, as: UTF8.self) }
    let names = files["variables"]?.split(separator: "\n").map { $0.prefix { $0 != "=" } } ?? []
    // What a shell sets by itself.
    #expect(Set(names).subtracting(["PWD", "SHLVL", "_", "OLDPWD"]) == ["A", "OUT"])
    let open = files["files"]?.split(separator: "\n") ?? []
    #expect(open.contains("2 /dev/null") && open.contains("0 /dev/null"))
    #expect(!open.contains { $0.hasSuffix(scratch.path) })
  }

  @Test(
    "When the time is over, all that the program started ends",
    arguments: [
      "exec /bin/sleep 7200", "/bin/sleep 7200 & /bin/sleep 7200",
    ])
  func timeOver(script: String) async throws {
    let scratch = try Scratch()
    #expect(try await shell(script, ["MARK": scratch.path], seconds: 1) == .timeOver)
    #expect(try Self.running("MARK=\(scratch.path)") == [])
  }

  @Test("What a program leaves running when it ends by itself is ended too")
  func leftRunning() async throws {
    let scratch = try Scratch()
    #expect(try await shell("/bin/sleep 600 & exit 0", ["MARK": scratch.path]) == .exited(0))
    #expect(try Self.running("MARK=\(scratch.path)") == [])
  }

  /// The processes with a variable, but for those that are ending just now.
  private static func running(_ variable: String) throws -> [String] {
    for _ in 0..<200 {
      let left = try FolderListing("/proc").names.filter { name in
        guard Int(name) != nil,
          let file = try? Descriptor(opening: "/proc/\(name)/environ", O_RDONLY),
          let bytes = try? file.read(upTo: 1 << 16)
        else { return false }
        return String(decoding: bytes, as: UTF8.self).contains(variable)
      }
      if left.isEmpty { return [] }
      _ = usleep(10_000)
      if left.count > 50 { return left }
    }
    return ["some"]
  }
}

@Suite("Printing")
struct PrintingTests {
  @Test("A folder for printing goes with all that it holds, and so does one of a dead process")
  func folder() throws {
    let scratch = try Scratch()
    let directory = try OutputDirectory(preparing: scratch.path("out"))
    _ = try scratch.folder("out/.print.4194304.7.tmp")
    try scratch.write("out/.print.4194304.7.tmp/page", "x")
    _ = try scratch.folder("out/.print.mine")
    do {
      let folder = try PrintFolder(in: directory)
      try folder.write([1], to: "page.html")
      try folder.write([2], to: "page.html")
      #expect(mkdir(folder.path + "/profile", 0o700) == 0)
      #expect(mkfifo(folder.path + "/profile/pipe", 0o600) == 0)
      #expect(symlink("/", folder.path + "/profile/link") == 0)
      #expect(try mode(folder.path) == 0o700)
      #expect(try mode(folder.path + "/page.html") == 0o600)
      #expect(try InputFiles.read(folder.shortPath + "/page.html", limit: 9) == [2])
    }
    #expect(try Tree(scratch.path("out")).names == [".print.mine"])
  }

  @Test("The path for sockets is short, however long that of the output is")
  func shortPath() throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 120)
    let folder = try PrintFolder(in: try OutputDirectory(preparing: scratch.path(long)))
    try folder.write([1], to: "a")
    #expect(folder.shortPath.utf8.count < 60)
    #expect(try InputFiles.read(folder.shortPath + "/a", limit: 9) == [1])
  }

  @Test("The time of printing becomes the day of the document, and no length changes")
  func day() throws {
    let text =
      "%PDF-1.4 /CreationDate (D:20301122131415+01'00') /ModDate (D:20301122131415) %%EOF\n"
    let made = try #require(PrintedPDF(Array(text.utf8), day: "2026-11-22"))
    #expect(
      String(decoding: made.bytes, as: UTF8.self)
        == "%PDF-1.4 /CreationDate (D:20261122000000+01'00') /ModDate (D:20261122000000) %%EOF\n")
    for broken in [
      "", "%PDF-1.4", "x%PDF-1.4 %%EOF", "%PDF-1.4 %%EOF" + String(repeating: " ", count: 20),
    ] {
      #expect(PrintedPDF(Array(broken.utf8), day: "2026-11-22") == nil)
    }
  }

  @Test("Without a printer the packages are named", arguments: ["", "/nowhere", "relative:."])
  func noPrinter(path: String) {
    let found = #expect(throws: FileError.self) { try Printer(searching: path, seconds: 1) }
    #expect(found?.diagnostic.identifier == "print.noPrinter")
  }
}
