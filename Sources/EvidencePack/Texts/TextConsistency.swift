// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Checks a catalogue against the uses of its texts: none missing, none unused, the same
/// parameters, and every printed figure there.
struct TextConsistency {
  let catalogue: TextCatalogue
  let file: String
  let pack: EvidencePack

  /// - Parameter plurals: the texts that some catalogue of the pack words by the category of a number.
  func check(
    _ uses: [TextRequirement], plurals: Set<TextID>, into diagnostics: inout DiagnosticList
  ) {
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
    checkPlurals(plurals, into: &diagnostics)
    checkCurrencies(into: &diagnostics)
    let parts = figureParts()
    // Sorted, so that the order of a dictionary never shows.
    for (id, template) in catalogue.texts.sorted(by: { $0.value.line < $1.value.line }) {
      if !used.contains(id) {
        diagnostics.error(
          "text.unused", at: SourceLocation(file: file, line: template.line),
          "The text \(id) is not used.", advice: "Remove it, or name it where it belongs.")
      }
      for case .figure(let figure, let part) in template.allPieces
      where parts[figure]?.contains(part) != true {
        let name = part == .value ? figure : "\(figure).\(part.rawValue)"
        diagnostics.error(
          "text.figure", at: SourceLocation(file: file, line: template.line),
          "The text \(id) prints the figure \(name), which does not exist.",
          advice: "Add the figure with its source to evidence.xml.")
      }
    }
  }

  /// A text with plurals has words for each category of its language, and for no other.
  private func checkPlurals(_ plurals: Set<TextID>, into diagnostics: inout DiagnosticList) {
    let categories = Set(catalogue.conventions.plurals.categories)
    for (id, template) in catalogue.texts.sorted(by: { $0.value.line < $1.value.line })
    where plurals.contains(id) {
      let place = SourceLocation(file: file, line: template.line)
      let given = Set(template.variants.keys)
      for category in PluralCategory.allCases
      where categories.contains(category) != given.contains(category) {
        let isMissing = categories.contains(category)
        diagnostics.error(
          "text.plural", at: place,
          "The text \(id) \(isMissing ? "lacks words for" : "has words for") the plural category "
            + "\(category.rawValue), which the language \(isMissing ? "has" : "lacks").",
          advice: isMissing
            ? "Add the attribute \(category.rawValue) to the text." : "Remove the attribute.")
      }
    }
  }

  /// The money of every region has its pattern.
  private func checkCurrencies(into diagnostics: inout DiagnosticList) {
    for region in pack.regions where catalogue.conventions.currencies[region.currency] == nil {
      diagnostics.error(
        "language.currency", at: SourceLocation(file: file),
        "The catalogue does not say how \(region.currency) is written, the money of the region "
          + "\(region.id).",
        advice: "Add an element currency with this code.")
    }
  }

  /// The numbers that each figure and each level of the performance table has.
  private func figureParts() -> [String: Set<TextTemplate.FigurePart>] {
    var parts: [String: Set<TextTemplate.FigurePart>] = [:]
    for figure in pack.figures {
      parts[figure.id] = Set(
        [.value] + (figure.of == nil ? [] : [.of, .rest]) + (figure.low == nil ? [] : [.low])
          + (figure.high == nil ? [] : [.high]))
    }
    // A level that differs by region cannot stand in a text that holds for everyone.
    for criterion in pack.shownCriteria where criterion.row != nil {
      for option in pack.options {
        parts["\(criterion.id).\(option.id)"] = Set(
          [.value, .low, .high] + (criterion.outOf == nil ? [] : [.of, .rest]))
      }
    }
    return parts
  }

  private func list(_ names: [String]) -> String { names.sorted().joined(separator: ", ") }
}

/// A use of a text: its id, the parameters that are filled in, and where it is used.
public struct TextRequirement: Sendable, Equatable {
  /// The id of the text.
  public var id: TextID
  /// The parameters that are filled in.
  public var parameters: [String]
  /// Where it is used.
  public var location: SourceLocation

  /// A use of a text, with the place to name when the text does not exist.
  public init(id: TextID, parameters: [String], location: SourceLocation) {
    self.id = id
    self.parameters = parameters
    self.location = location
  }
}
