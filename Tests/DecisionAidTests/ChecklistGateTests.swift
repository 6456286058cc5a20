// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import SampleSupport
import Testing

/// A handout without what makes it a decision aid does not go out.
@Suite struct ChecklistGateTests {
  /// What is made for a sample profile with a pack of which one file has a text replaced.
  private func generate(_ file: String, _ old: String, _ new: String) throws -> Generation {
    var files = PreparedPack.embedded.files
    for index in files.indices where files[index].name == file {
      let text = String(decoding: files[index].bytes, as: UTF8.self)
      try #require(text.contains(old))
      files[index].bytes = Array(text.replacing(old, with: new).utf8)
    }
    var pipeline = try Pipeline(
      pack: try PreparedPack(PackSource(files), hashing: Samples.hashing),
      settings: Settings(date: Samples.day("2026-11-22")), hashing: Samples.hashing)
    return try pipeline.generate(try Samples.bytes("01-swing-us"), file: "p.xml")
  }

  @Test(
    "A pack that lacks a qualifying or certifying item is refused with the item and the place",
    arguments: [
      ("documents.xml", " id=\"condition\"", "", "checklist.Q1", "the part condition"),
      ("documents.xml", " id=\"sources\"/>", "/>", "checklist.C2", "the part sources"),
      ("documents.xml", " id=\"decision-question\"", "", "checklist.Q2", "decision-question"),
    ])
  func aPackThatLacksAnItemIsRefused(
    file: String, old: String, new: String, item: String, missing: String
  ) throws {
    do {
      _ = try generate(file, old, new)
      Issue.record("It was made.")
    } catch PipelineFailure.refused(let found) {
      #expect(found.contains { $0.identifier == item && $0.problem.contains(missing) })
    }
  }

  @Test("A pack that lacks a quality item is made with a warning")
  func aPackThatLacksAQualityItemIsWarned() throws {
    let made = try generate("documents.xml", " id=\"bridge\"", "")
    let warning = try #require(made.warnings.first { $0.identifier == "checklist.QL7" })
    #expect(warning.severity == .warning && warning.location.file == "handout.html of p.xml")
    #expect(made.files.count == 3)
  }
}
