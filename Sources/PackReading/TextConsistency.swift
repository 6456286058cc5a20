// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel
import Diagnostics

/// Checks a catalogue against the uses of its texts: none missing, none unused, the same
/// parameters, and every printed figure there.
struct TextConsistency {
  let catalogue: TextCatalogue
  let file: String
  let pack: EvidencePack

  func check(_ uses: [TextRequirement], into diagnostics: inout DiagnosticList) {
    var used: Set<TextID> = []
    for use in uses {
      used.insert(use.id)
      guard let template = catalogue.texts[use.id] else {
        diagnostics.error(
          "text.missing", at: use.location,
          "The text \(use.id) is used here and does not stand in \(file).",
          advice: "Add it to the catalogue.")
        continue
      }
      if Set(template.parameters) != Set(use.parameters) {
        diagnostics.error(
          "text.parameters", at: SourceLocation(file: file, line: template.line),
          "The text \(use.id) has the parameters (\(list(template.parameters))); "
            + "here (\(list(use.parameters))) are filled in: \(use.location).",
          advice: "Use exactly these parameters.")
      }
    }
    let figures = Set(pack.figures.map(\.id)).union(
      // A level that differs by region cannot stand in a text that holds for everyone.
      pack.criteria.filter { $0.row != nil }.flatMap { criterion in
        pack.options.map { "\(criterion.id).\($0.id)" }
      })
    // Sorted, so that the order of a dictionary never shows.
    for (id, template) in catalogue.texts.sorted(by: { $0.value.line < $1.value.line }) {
      if !used.contains(id) {
        diagnostics.error(
          "text.unused", at: SourceLocation(file: file, line: template.line),
          "The text \(id) is not used.", advice: "Remove it, or name it where it belongs.")
      }
      for case .figure(let figure, _) in template.pieces + (template.one ?? [])
      where !figures.contains(figure) {
        diagnostics.error(
          "text.figure", at: SourceLocation(file: file, line: template.line),
          "The text \(id) prints the figure \(figure), which does not exist.",
          advice: "Add the figure with its source to evidence.xml.")
      }
    }
  }

  private func list(_ names: [String]) -> String { names.sorted().joined(separator: ", ") }
}
