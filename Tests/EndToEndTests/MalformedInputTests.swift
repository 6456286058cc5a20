// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SampleSupport
import TestSupport
import Testing

/// Rows 8 to 13 and 18 of DecisionAid.docc/Testing.md, "Fault table": bytes that are no profile, or
/// want to be more than one.
struct MalformedInputTests {
  /// Runs generate on bytes; nothing may be written, and only an orderly refusal will do.
  private func refuse(
    _ bytes: some Sequence<UInt8>, status: Int32 = 65, behind wrapper: [String] = [],
    location: SourceLocation = #_sourceLocation
  ) throws -> Run {
    let scratch = try Scratch()
    let file = try scratch.write("p.xml", bytes)
    let run = try Run.program(
      "generate", file, "--output", scratch.path("out"), behind: wrapper, location: location)
    #expect(run.status == status, sourceLocation: location)
    #expect(run.errors.hasPrefix("\(file)"), sourceLocation: location)
    #expect(run.errors.utf8.count < 2000, sourceLocation: location)
    #expect(try Tree(scratch.path("out")).names.isEmpty, sourceLocation: location)
    return run
  }

  static let brokenUTF8: [[UInt8]] = [
    [0xC0, 0xAF], [0xFF], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xE2, 0x82], [0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xF0, 0x80, 0x80, 0xAF],
  ]

  @Test(arguments: brokenUTF8)
  func tellsTheOffsetOfBytesThatAreNotUTF8(bad: [UInt8]) throws {
    var bytes = Array(try Project.plainProfile().utf8)
    let offset = try #require(bytes.firstRange(of: Array("Zebulon".utf8))).lowerBound
    bytes.replaceSubrange(offset..<offset + 3, with: bad)
    #expect(try refuse(bytes).errors.contains(":4: error: A file must be UTF-8; byte \(offset) is"))
  }

  static let encodings: [(name: String, bytes: @Sendable (String) -> [UInt8])] = [
    (
      "UTF-16 with mark",
      { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
    ),
    ("UTF-16, big end first", { $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }),
    ("UTF-7 declared", { Array($0.replacing("UTF-8", with: "UTF-7").utf8) }),
    ("UTF-16 declared", { Array($0.replacing("UTF-8", with: "UTF-16").utf8) }),
    ("Latin-1 declared", { Array($0.replacing("UTF-8", with: "ISO-8859-1").utf8) }),
    ("XML 1.1", { Array($0.replacing("version=\"1.0\"", with: "version=\"1.1\"").utf8) }),
    ("a byte NUL", { Array($0.replacing("Zebulon", with: "Z\0").utf8) }),
    ("a reference to NUL", { Array($0.replacing("Zebulon", with: "&#0;").utf8) }),
    ("a reference to a surrogate", { Array($0.replacing("Zebulon", with: "&#xD800;").utf8) }),
    ("an id twice", { Array($0.replacing("id=\"plain\"", with: "id=\"a\" id=\"b\"").utf8) }),
    ("an undeclared entity", { Array($0.replacing("Zebulon", with: "&more;").utf8) }),
    ("no end", { Array($0.utf8.dropLast(20)) }), ("nothing", { _ in [] }),
    ("two roots", { Array(($0 + "<again/>").utf8) }),
  ]

  @Test(arguments: encodings.indices)
  func refusesOtherEncodingsAndBrokenMarkup(index: Int) throws {
    let change = Self.encodings[index]
    let run = try refuse(change.bytes(try Project.plainProfile()))
    #expect(run.errors.contains("error: "), "\(change.name)")
  }

  @Test(arguments: [300, 90_000, 1_000_000])
  func refusesDeepNesting(depth: Int) throws {
    let open = Array("<a>".utf8)
    let close = Array("</a>".utf8)
    let bytes = [[UInt8]](repeating: open, count: depth) + .init(repeating: close, count: depth)
    _ = try refuse(bytes.joined())
    _ = try refuse([[UInt8]](repeating: open, count: depth).joined())
  }

  @Test(arguments: [
    (4000, "xml.longTag"), (40_000, "xml.longTag"), (200_000, "input.tooLarge"),
  ])
  func refusesATagWithVeryManyAttributesAtOnce(count: Int, identifier: String) throws {
    let attributes = (0..<count).map { " attribute\($0)=\"\"" }.joined()
    // The tag is refused before it is parsed: libxml2 would take minutes.
    #expect(try refuse(Array("<a\(attributes)/>".utf8)).errors.contains("[\(identifier)]"))
  }

  @Test(.needs("strace"), arguments: ["generate", "check", "explain"])
  func refusesAGigabyteWithoutReadingIt(command: String) throws {
    let scratch = try Scratch()
    let file = try scratch.write("big.xml", "")
    try #require(truncate(file, 1 << 30) == 0)
    let output = command == "generate" ? ["--output", scratch.path("out")] : []
    let run = try Run.program(
      [command, file] + output,
      behind: [
        "strace", "-f", "-y", "-qq", "-e", "trace=openat,read,pread64,readv,mmap", "-o",
        scratch.path("calls"), "/usr/bin/time", "-f", "%M", "-o", scratch.path("t"),
      ])
    #expect(run.status == 65)
    #expect(run.errors.contains("big.xml: error: A file may hold at most 1048576 bytes."))
    let kilobytes = try Measured(scratch.path("t"), skippingLines: 1).values
    try #require(kilobytes.count == 1)
    #expect(kilobytes[0] > 1000 && kilobytes[0] < 51_200)
    let calls = try String(contentsOfFile: scratch.path("calls"), encoding: .utf8)
      .split(separator: "\n").filter { $0.contains("big.xml") }
    #expect(calls.count { $0.contains("openat(") } == 1)
    #expect(calls.count { !$0.contains("openat(") } == 0, "\(calls)")
    #expect(try Tree(scratch.path("out")).names.isEmpty)
  }

  @Test(arguments: ["generate", "check", "explain"])
  func doesNotWaitForAPipeOrADevice(command: String) throws {
    let scratch = try Scratch()
    try #require(mkfifo(scratch.path("pipe"), 0o600) == 0)
    for path in [scratch.path("pipe"), "/dev/zero", "/dev/null"] {
      let output = command == "generate" ? ["--output", scratch.path("out")] : []
      let run = try Run.program([command, path] + output)
      #expect(run.status == 65)
      #expect(run.errors.contains("\(path): error: An input must be a regular file"))
    }
  }

  @Test func readsOtherLineEndsAndAByteOrderMarkAsTheSameContent() throws {
    let scratch = try Scratch()
    let other = try scratch.write("other.xml", GoodProfile.bytesWithMarkAndReturns())
    for (name, file) in [("plain", Project.bad("plain")), ("other", other)] {
      let run = try Run.program(
        "generate", file, "--output", scratch.path(name), "--date", Project.day)
      #expect(run.status == 0)
    }
    let plain = try Tree(scratch.path("plain"))
    #expect(plain.names == Tree.names(of: ["plain"]))
    let isSame = try Tree(scratch.path("other")) == plain
    #expect(isSame)
  }
}

/// The numbers that GNU time wrote.
struct Measured {
  let values: [Double]

  /// Reads the last line: one before it says that the exit status was not 0.
  init(_ file: String, skippingLines skipped: Int) throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    try #require(lines.count == skipped + 1)
    values = try lines[skipped].split(separator: " ").map { try #require(Double($0)) }
  }
}
