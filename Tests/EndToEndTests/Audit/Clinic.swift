// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// A folder with profiles, documents and a ledger; it goes with the test.
final class Clinic: Sendable {
  let scratch: Scratch
  var profiles: String { scratch.path("profiles") }
  var output: String { scratch.path("out") }
  var ledger: String { output + "/ledger.sqlite" }
  var keys: String { scratch.path("keys") }

  /// A clinic with this many invented people, none of whom has documents yet.
  init(people: Int) throws {
    scratch = try Scratch()
    _ = try scratch.folder("profiles")
    for number in 0..<people {
      let id = Clinic.id(number)
      try scratch.write("profiles/\(id).xml", try Clinic.profile(id: id))
    }
  }

  /// A profile whose weights were asked before any day that a test names.
  private static func profile(id: String) throws -> String {
    try Project.profile(id: id).replacing("asked=\"2025-09-02\"", with: "asked=\"2001-09-02\"")
  }

  /// The pseudonym of a person.
  static func id(_ number: Int) -> String { "p-\(1000 + number)" }

  /// The arguments that make all documents.
  func arguments(_ more: [String] = []) -> [String] {
    ["generate", profiles, "--output", output, "--ledger", ledger, "--date", Project.day] + more
  }

  /// Makes all documents.
  @discardableResult
  func generate(_ more: String..., behind wrapper: [String] = []) throws -> Run {
    try Run.program(arguments(more), behind: wrapper)
  }

  /// Runs an audit command on the ledger.
  @discardableResult
  func audit(_ command: String, _ more: String..., behind wrapper: [String] = []) throws -> Run {
    try Run.program(["audit", command, "--ledger", ledger] + more, behind: wrapper)
  }

  /// Makes a key pair.
  func makeKeys() throws {
    let run = try Run.program("keys", "create", "--output", keys)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The certificate.
  var certificate: String { keys + "/signing-certificate.pem" }

  /// The bytes of a file of a person.
  func bytes(_ number: Int, _ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(output)/\(Clinic.id(number))/\(name)"))
  }

  /// Changes a file of a person.
  func write(_ number: Int, _ name: String, _ bytes: Data) throws {
    try bytes.write(to: URL(filePath: "\(output)/\(Clinic.id(number))/\(name)"))
  }

  /// Rows of one kind, as the ledger's own index counts them.
  func rows(_ kind: String) throws -> Int {
    let run = try Run.command(
      ["python3", "-c", Clinic.count, ledger, kind])
    return Int(run.text.filter(\.isNumber)) ?? -1
  }

  private static let count = """
    import sqlite3, sys
    c = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    print(c.execute("select count(*) from entry where kind = ?", (sys.argv[2],)).fetchone()[0])
    """

  /// What is left over of runs that broke off.
  func leftOvers() throws -> [String] {
    try Tree(output).names.filter { $0.hasSuffix(".tmp") }
  }
}
