// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Rows 12 and 13 of DecisionAid.docc/Testing.md, "Fault table": a profile cannot make the program
/// open a file or a connection.
@Suite(.needs("strace"))
struct NoAccessTests {
  /// A profile that names a file, and the exit status it ends with.
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let status: Int32
    var from = "<preferenceProfile"
    let to: String

    var description: String { name }
  }

  static let cases = [
    Case(
      name: "external entity", status: 65,
      to: "<!DOCTYPE p [<!ENTITY e SYSTEM \"file://TARGET\">]><preferenceProfile"),
    Case(
      name: "parameter entity", status: 65,
      to: "<!DOCTYPE p [<!ENTITY % e SYSTEM \"file://TARGET\"> %e;]><preferenceProfile"),
    Case(
      name: "external subset", status: 65,
      to: "<!DOCTYPE p SYSTEM \"file://TARGET\"><preferenceProfile"),
    Case(
      name: "external subset over the network", status: 65,
      to: "<!DOCTYPE p PUBLIC \"-//x\" \"http://127.0.0.1:9/TARGET\"><preferenceProfile"),
    Case(
      name: "internal entity", status: 65,
      to: "<!DOCTYPE p [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><preferenceProfile"),
    Case(
      name: "style sheet", status: 0,
      to: "<?xml-stylesheet type=\"text/xsl\" href=\"file://TARGET\"?><preferenceProfile"),
    Case(
      name: "schema over the network", status: 65,
      to: "<preferenceProfile xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"urn:x http://127.0.0.1:9/TARGET\""),
    Case(
      name: "schema in a file", status: 65,
      to: "<preferenceProfile xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:noNamespaceSchemaLocation=\"file://TARGET\""),
    Case(
      name: "XInclude", status: 1, from: "<ownWords>",
      to: "<ownWords><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
        + " href=\"file://TARGET\" parse=\"text\"/>"),
  ]

  @Test(arguments: cases)
  func opensNothingThatAProfileNames(_ one: Case) throws {
    let scratch = try Scratch()
    let target = try scratch.write("target.txt", "PLANTED-FILE-CONTENT")
    let text = try Project.plainProfile().replacing(
      one.from, with: one.to.replacing("TARGET", with: target), maxReplacements: 1)
    let profile = try scratch.write("p.xml", text)
    let (run, calls) = try traced(profile, scratch)
    #expect(run.status == one.status)
    #expect(!calls.contains("target.txt"))
    #expect(!calls.contains("connect("))
    #expect(!calls.contains("socket("))
    // The same trace shows what is opened, so it would show the target.
    #expect(calls.contains("\"\(profile)\""))
    for (_, bytes) in try Tree(scratch.path("out")).files {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("PLANTED-FILE"))
    }
    #expect(try Tree(scratch.path("out")).names.isEmpty == (one.status != 0))
  }

  @Test(arguments: [
    "doctype-external", "doctype-internal", "doctype-parameter", "stylesheet-pi", "xinclude",
  ])
  func opensNothingThatAFixtureNames(name: String) throws {
    let scratch = try Scratch()
    let (run, calls) = try traced(Project.bad(name), scratch)
    #expect(run.status == (name == "xinclude" ? 1 : 65))
    #expect(!calls.contains("/etc/passwd"))
    #expect(!calls.contains("connect("))
    #expect(calls.contains("\(name).xml"))
  }

  @Test func readsNothingButLibrariesTheProfileAndTheOutput() throws {
    let scratch = try Scratch()
    let (run, calls) = try traced(Project.bad("plain"), scratch)
    #expect(run.status == 0)
    let opened = calls.split(separator: "\n").filter {
      $0.contains("open") && !$0.contains("ENOENT")
    }
    let known = [
      ".so", "/etc/ld.so", "/sys/", "/proc/", "/dev/null", "plain.xml", scratch.path, "\".\"",
      "\"plain\"", ".tmp\"", "\"/\"", Project.program,
    ]
    let others = opened.filter { line in !known.contains { line.contains($0) } }
    #expect(others.isEmpty)
    #expect(opened.count > 5)
  }

  /// Runs generate and gives every system call that names a file or opens a connection.
  private func traced(_ profile: String, _ scratch: Scratch) throws -> (Run, String) {
    let run = try Run.program(
      "generate", profile, "--output", scratch.path("out"), "--date", Project.day,
      behind: [
        "strace", "-f", "-qq", "-s", "300", "-e", "trace=%file,%network", "-o",
        scratch.path("calls"),
      ])
    return (run, try String(contentsOfFile: scratch.path("calls"), encoding: .utf8))
  }
}
