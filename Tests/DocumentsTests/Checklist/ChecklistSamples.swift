// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import Markup
import SampleSupport
import Testing

/// Records of sample profiles, and the ledgers of them and of changed copies.
enum ChecklistSamples {
  static let checklist = try? Checklist.embedded()

  /// The tree of the record of a sample profile; a handout that does not state its reading level
  /// gets the row that does, so that all items can be met.
  static func fullTree(_ name: String) throws -> MarkupElement {
    let root = try Samples.tree(try Samples.record(name))
    let about = "/r:decisionRecord/r:handout/r:section[@id='about']/r:labelled"
    let labelled = try #require(try RecordPointer.nodes(about, in: root).first)
    return root.replacing(at: labelled) { element in
      if element.elements.contains(where: { $0.attribute("id") == "reading-level" }) {
        return element
      }
      var copy = element
      let number = MarkupElement(
        "n", [MarkupAttribute("from", "document.reading.grade")], [.text("5")])
      copy.children.append(
        .element(
          MarkupElement(
            "row", [MarkupAttribute("id", "reading-level")],
            [
              .element(MarkupElement("label", [], [.text("Reading level")])),
              .element(MarkupElement("text", [], [.text("Grade "), .element(number)])),
            ])))
      return copy
    }
  }

  /// The ledger of the tree of a record.
  static func ledger(_ root: MarkupElement) throws -> ChecklistReport {
    let record = try RecordReader(file: "record.xml").read(root)
    return ChecklistReport(try #require(checklist), subject: record.checklistSubject)
  }
}

extension ChecklistReport {
  /// The state of an item.
  func state(_ id: String) -> State? { entries.first { $0.item.id == id }?.state }

  /// The names of the states by item.
  var names: [String: String] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.item.id, $0.state.name) })
  }
}
