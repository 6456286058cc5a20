// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

/// Each pointer is needed: without what it points to, its item is not met, and no other item moves.
@Suite struct ChecklistMutationTests {
  @Test(
    "Removing or blanking what a pointer selects flips that item alone",
    arguments: ["01-swing-us", "02-rating-eu", "22-bare-minimum-eu", "27-clinic-prices-us"])
  func flipsThatItemAlone(name: String) throws {
    // The checklist does not look at the clinician's copy; without it the many readings are short.
    let whole = try ChecklistSamples.fullTree(name)
    let copy = try #require(
      try RecordPointer.nodes("/r:decisionRecord/r:clinicianCopy", in: whole).first)
    let root = whole.replacing(at: copy) { MarkupElement($0.name) }
    let full = try ChecklistSamples.ledger(root)
    #expect(full.counts() == .init(shown: 27, checkable: 27, open: 8, people: 8, notApplicable: 9))
    let before = full.names
    var changes = 0
    for entry in full.entries {
      for pointer in entry.pointers {
        let found = try RecordPointer.nodes(pointer, in: root)
        try #require(found.count == 1, "\(entry.item.id) \(pointer)")
        var changed = [root.replacing(at: found[0]) { _ in nil }]
        // A picture holds no text: there is nothing to blank.
        if root.element(at: found[0])?.text.isEmpty == false {
          changed.append(root.replacing(at: found[0], \.blanked))
        }
        for tree in changed {
          let after = try ChecklistSamples.ledger(tree)
          var expected = before
          expected[entry.item.id] = "not-met"
          #expect(after.names == expected, "\(entry.item.id) \(pointer)")
          #expect(!after.showsAllCheckable)
          guard case .notMet(let missing) = after.state(entry.item.id) else { continue }
          #expect(!missing.isEmpty && missing.allSatisfy { !$0.isEmpty })
          changes += 1
        }
      }
    }
    #expect(changes > 200)
  }
}
