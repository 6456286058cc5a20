// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// The rows of the performance table: the alternatives, then the reference rows.
struct ProblemRows {
  /// The ids of the alternatives.
  let alternatives: [String]
  /// The ids of the reference rows.
  let references: [String]

  /// The ids of all rows, in the order of the table.
  var all: [String] { alternatives + references }

  /// Reads the rows; wrong counts and repeated ids are reported.
  init(_ root: MarkupElement, _ decoder: inout ElementDecoder) {
    let list = root.first("alternatives") ?? root
    let elements = root.first("alternatives")?.elements ?? []
    let others = root.first("references")?.elements ?? []
    alternatives = elements.map { $0.attribute("id") ?? "" }
    references = others.map { $0.attribute("id") ?? "" }
    let allowed = DecisionProblemReader.alternativeCounts
    if elements.count < allowed.lowerBound {
      decoder.diagnostics.error(
        "problem.tooFewAlternatives", at: decoder.place(list),
        "A decision has at least \(allowed.lowerBound) alternatives; "
          + (elements.isEmpty ? "none is listed." : "one is listed."),
        advice: "Add the others, also that of doing nothing where it is one.")
    } else if elements.count > allowed.upperBound {
      decoder.diagnostics.error(
        "problem.tooManyAlternatives", at: decoder.place(list),
        "A decision has at most \(allowed.upperBound) alternatives; \(elements.count) are listed.",
        advice: "Leave out those that others dominate.")
    }
    if others.count > allowed.upperBound {
      decoder.diagnostics.error(
        "problem.tooManyReferences", at: decoder.place(root.first("references") ?? root),
        "There are at most \(allowed.upperBound) reference rows.", advice: "Join some.")
    }
    decoder.refuseRepeated(elements + others, identifier: "problem.duplicateAlternative")
  }
}

extension ElementDecoder {
  /// Reports every element whose id an earlier one has.
  mutating func refuseRepeated(_ elements: [MarkupElement], identifier: String) {
    var seen: Set<String> = []
    for element in elements {
      let id = element.attribute("id") ?? ""
      if !seen.insert(id).inserted {
        diagnostics.error(
          identifier, at: place(element), "An id stands once; \(id) stands again.",
          advice: "Rename or remove one of them.")
      }
    }
  }

  /// A number in the form of analysts, with an exponent where needed; nil when it is missing.
  ///
  /// A number beyond the range of binary numbers is reported.
  mutating func optionalReal(_ name: String, of element: MarkupElement) -> Double? {
    finite(name, of: element, source: "problem")
  }

  /// A number that the schema demands.
  mutating func real(_ name: String, of element: MarkupElement) -> Double {
    optionalReal(name, of: element) ?? 0
  }

  /// Whether an attribute says yes; no when it is missing.
  func flag(_ name: String, of element: MarkupElement) -> Bool {
    ["true", "1"].contains(element.attribute(name) ?? "")
  }
}
