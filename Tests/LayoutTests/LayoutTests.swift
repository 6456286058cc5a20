// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

struct LayoutTests {
  @Test(arguments: LayoutRule.all)
  func isFollowedByEverySource(rule: LayoutRule) throws {
    let files = try SourceFile.all()
    #expect(files.count > 100)
    for file in files {
      #expect(rule.faults(file) == [], "\(file.path)")
    }
  }

  @Test func coversEveryTarget() throws {
    let targets = Set(try SourceFile.all().map(\.target))
    #expect(targets == Set(LayoutRule.imports.keys))
  }

  @Test func agreesOnNothingThatIsNotThere() throws {
    let files = try SourceFile.all()
    for (path, strings) in LayoutRule.agreed {
      let file = try #require(files.first { $0.path == path })
      let found = SwiftText(file.text).strings.map(\.text)
      for string in strings { #expect(found.contains(string), "\(path)") }
    }
  }

  @Test func holdsNothingElseAtTheTop() throws {
    let entries = try FileManager.default.contentsOfDirectory(
      atPath: SourceFile.root.path(percentEncoded: false))
    #expect(entries.contains("Package.swift"))
    #expect(LayoutRule.strangers(entries) == [])
  }

  @Test func beginsEveryTestWithTheCopyrightLineAndKeepsItShort() throws {
    let files = try SourceFile.all(in: "Tests")
    #expect(files.count > 20)
    for file in files {
      #expect(LayoutRule.copyright.faults(file) == [], "\(file.path)")
      #expect(LayoutRule.length.faults(file) == [], "\(file.path)")
    }
  }
}
