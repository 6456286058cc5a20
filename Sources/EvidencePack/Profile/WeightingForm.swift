// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// How the answers to one method are written: the elements, in order, and the attributes that
/// belong to no other method.
struct WeightingForm {
  /// The value of the attribute `method`.
  let method: String
  /// The names of the elements; the last one holds the answers.
  let elements: [String]
  /// The attributes of `weighting` that belong to this method, and whether each is needed.
  let attributes: [(name: String, isNeeded: Bool)]

  private init(
    _ method: String, _ elements: [String], _ attributes: [(name: String, isNeeded: Bool)] = []
  ) {
    self.method = method
    self.elements = elements
    self.attributes = attributes
  }

  /// Every method, in the order of the template.
  static let all = [
    WeightingForm("swing", ["swing"]),
    WeightingForm("intervalSwing", ["interval"]),
    WeightingForm("directRating", ["rating"]),
    WeightingForm("hundredPoints", ["share"]),
    WeightingForm("branchFirst", ["branch"]),
    WeightingForm("rankOrder", ["rank"], [("rule", false)]),
    WeightingForm(
      "pairwise", ["range", "comparison"], [("priorities", false), ("inconsistent", false)]),
    WeightingForm(
      "bestWorst", ["compared"], [("mostImportant", true), ("leastImportant", true)]),
    WeightingForm("maxDiff", ["counted"]),
    WeightingForm("matching", ["range", "trade"]),
  ]

  /// The form of the method that an element names; the schema has checked the name.
  static func of(_ element: MarkupElement) -> WeightingForm {
    let method = element.attribute("method") ?? ""
    return all.first { $0.method == method } ?? all[0]
  }

  /// Reports elements and attributes that belong to another method, and attributes that lack.
  ///
  /// - Returns: whether the answers can be read.
  func check(_ element: MarkupElement, _ decoder: inout ElementDecoder) -> Bool {
    if let other = element.elements.first(where: { !elements.contains($0.name) }) {
      let names = elements.joined(separator: " and ")
      decoder.diagnostics.error(
        "profile.weightingElement", at: decoder.place(other),
        "Answers to the method \(method) stand in elements named \(names).",
        advice: "Rename the elements, or change the method.")
      return false
    }
    for form in WeightingForm.all where form.method != method {
      for (name, _) in form.attributes where element.attribute(name) != nil {
        decoder.diagnostics.error(
          "profile.weightingRule", at: decoder.place(element),
          "The attribute \(name) belongs to the method \(form.method).", advice: "Remove it.")
      }
    }
    let lacking = attributes.filter { $0.isNeeded && element.attribute($0.name) == nil }
    if !lacking.isEmpty {
      let names = lacking.map(\.name).joined(separator: " and ")
      decoder.diagnostics.error(
        "profile.weightingAttribute", at: decoder.place(element),
        "The method \(method) needs more: \(names).",
        advice: "Write the criterion that the person chose in an attribute of this name.")
    }
    return lacking.isEmpty
  }
}
