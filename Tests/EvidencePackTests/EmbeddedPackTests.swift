// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import SampleSupport
import Testing

struct EmbeddedPackTests {
  @Test func loadsWithoutAnyDiagnostic() {
    #expect(TestPack.problems(of: PreparedPack.embedded) == [])
  }

  @Test func holdsTheFilesOfAPack() {
    #expect(
      PreparedPack.embedded.files.map(\.name)
        == ["documents.xml", "eligibility.xml", "evidence.xml", "sources.xml", "text.en.xml"])
  }

  @Test func leavesOutFilesThatAreNotOfAPack() {
    let extra = ["notes.txt", "text.xml", "text..xml", "page.css", "evidence.xml~"].map {
      PackSource.File(name: $0, bytes: [0])
    }
    let source = PackSource(extra + PreparedPack.embedded.files.reversed())
    #expect(source.files.map(\.name) == PreparedPack.embedded.files.map(\.name))
  }

  @Test func hasADigestThatChangesWithEveryFile() throws {
    var digests: Set<String> = [try #require(TestPack.embedded).digest]
    for file in PreparedPack.embedded.files {
      let text = String(decoding: file.bytes, as: UTF8.self) + "\n"
      digests.insert(
        try PreparedPack(TestPack.source(file.name, text: text), hashing: TestPack.hashing).digest)
    }
    #expect(digests.count == 6)
    #expect(digests.allSatisfy { $0.utf8.count == 64 })
  }

  @Test func namesASourceForEveryNumberThatAStudyStates() throws {
    let pack = try TestPack.pack()
    let cells = pack.shownCriteria.flatMap { criterion in
      (criterion.row.map { [$0] } ?? criterion.regionalRows.map(\.row)).flatMap(\.cells)
    }
    let known = Set(pack.sources.map(\.id))
    #expect(cells.count == 30)
    for (basis, sources) in cells.map({ ($0.basis, $0.sources) })
      + pack.figures.map({ ($0.basis, $0.sources) })
    {
      let states = basis == .measured || basis == .derived
      #expect(!states || !sources.isEmpty)
      #expect(known.isSuperset(of: sources))
    }
  }

  @Test func statesFiguresWhoseNumbersFitTogether() throws {
    for figure in try TestPack.pack().figures {
      let low = figure.low?.value ?? figure.value.value
      let high = figure.high?.value ?? figure.value.value
      #expect(low <= figure.value.value && figure.value.value <= high, "\(figure.id)")
      #expect(high <= figure.of?.value ?? .infinity, "\(figure.id)")
      if let events = figure.events, let people = figure.people, let of = figure.of {
        let share = of.value * Double(events) / Double(people)
        // Printed as a whole number: half a unit, rounded either way.
        #expect((share - figure.value.value).magnitude <= 0.5, "\(figure.id)")
      }
    }
  }
}
