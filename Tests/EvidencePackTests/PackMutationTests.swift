// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup
import SampleSupport
import Testing

struct PackMutationTests {
  @Test(
    arguments: TextMutations.all + EvidenceMutations.all + ReferenceMutations.all
      + EligibilityMutations.all + LanguageMutations.all)
  func isRefusedWithItsFileAndLine(mutation: PackMutation) throws {
    let source = TestPack.source(mutation.file, text: try mutation.changed())
    let found = TestPack.problems(of: source).filter { $0.identifier == mutation.identifier }
    let expected = SourceLocation(file: mutation.place, line: try mutation.line())
    #expect(found.contains { $0.location == expected && $0.severity == .error }, "\(found)")
  }

  @Test(arguments: PackSource.requiredNames)
  func isRefusedWithoutAFile(name: String) {
    let source = PackSource(PreparedPack.embedded.files.filter { $0.name != name })
    let found = TestPack.problems(of: source)
    #expect(found.map(\.identifier) == ["pack.fileMissing"])
    #expect(found.map(\.location) == [SourceLocation(file: name)])
  }

  @Test func isRefusedWithoutATextCatalogue() {
    let source = PackSource(
      PreparedPack.embedded.files.filter { !PackSource.isCatalogue($0.name) })
    let found = TestPack.problems(of: source)
    #expect(found.map(\.identifier) == ["pack.fileMissing"])
    #expect(found.map(\.location) == [SourceLocation(file: "text.<language>.xml")])
  }

  @Test func isRefusedWhenEmpty() {
    let found = TestPack.problems(of: PackSource([]))
    #expect(found.map(\.identifier) == Array(repeating: "pack.fileMissing", count: 5))
  }

  @Test func reportsEveryMistakeAtOnce() throws {
    let files = PreparedPack.embedded.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing("id=\"phrase.why-heading\">", with: "id=\"phrase.why-heading\">2 ").replacing(
          "\"optionsInBrief\"", with: "\"urgently\""
        )
        .replacing("id=\"buchbinder2018\"", with: "id=\"buchbinder\"")
      return PackSource.File(name: file.name, bytes: Array(text.utf8))
    }
    let found = Set(TestPack.problems(of: PackSource(files)).map(\.identifier))
    #expect(found == ["text.digits", "documents.passage", "pack.unknownReference"])
  }
}
