// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The wording for one language: every sentence that a reader sees, by id.
public struct TextCatalogue: Sendable, Equatable {
  /// The direction of writing.
  public enum WritingDirection: String, Sendable, Equatable {
    /// Left to right.
    case leftToRight = "ltr"
    /// Right to left.
    case rightToLeft = "rtl"
  }

  /// The language code, such as `en`.
  public var language: String
  /// The direction of writing.
  public var direction: WritingDirection
  /// The mark between whole and fraction.
  public var decimalMark: String
  /// The mark between groups of three digits; empty: none.
  public var groupMark: String
  /// The texts by id.
  public var texts: [TextID: TextTemplate]
}

/// A text with places for parameters and figures.
public struct TextTemplate: Sendable, Equatable {
  /// Which number of a figure is printed.
  public enum FigurePart: String, Sendable, Equatable {
    /// The value.
    case value
    /// The denominator.
    case of
    /// The denominator less the value.
    case rest
    /// The lower limit.
    case low
    /// The upper limit.
    case high
  }

  /// A piece of a text.
  public enum Piece: Sendable, Equatable {
    /// Words.
    case words(String)
    /// A parameter by name.
    case parameter(String)
    /// A number of a figure.
    case figure(String, FigurePart)
  }

  /// The pieces.
  public var pieces: [Piece]
  /// The pieces when the parameter `n` prints as the numeral one, or nil.
  public var one: [Piece]?
  /// The declared parameters.
  public var parameters: [String]
  /// Whether digits in the words belong to names.
  public var namesHoldDigits: Bool
  /// The line of the catalogue file.
  public var line: Int
}

/// Reads a text catalogue.
struct TextCatalogueReader {
  var decoder: ElementDecoder

  init(file: String) { decoder = ElementDecoder(file: file) }

  mutating func catalogue(_ root: MarkupElement) -> TextCatalogue {
    var texts: [TextID: TextTemplate] = [:]
    for element in root.elements {
      let id = element.attribute("id") ?? ""
      if texts[id] != nil {
        decoder.diagnostics.error(
          "text.duplicate", at: decoder.place(element),
          "A text stands once; \(id) stands again.", advice: "Remove or rename one of them.")
      }
      texts[id] = template(element, id: id)
    }
    return TextCatalogue(
      language: root.attribute("language") ?? "",
      direction: decoder.value("direction", of: root, else: .leftToRight),
      decimalMark: root.attribute("decimalMark") ?? ".",
      groupMark: root.attribute("groupMark") ?? "", texts: texts)
  }

  private mutating func template(_ element: MarkupElement, id: TextID) -> TextTemplate {
    let parameters = decoder.ids("parameters", of: element)
    let namesHoldDigits = element.attribute("numerals") == "name"
    let pieces = pieces(element.text, element, parameters, namesHoldDigits)
    let one = element.attribute("one").map { self.pieces($0, element, parameters, namesHoldDigits) }
    for parameter in parameters where !pieces.contains(.parameter(parameter)) {
      decoder.diagnostics.error(
        "text.parameterUnused", at: decoder.place(element),
        "The text \(id) declares the parameter \(parameter) and does not use it.",
        advice: "Use it or remove it from the attribute parameters.")
    }
    return TextTemplate(
      pieces: pieces, one: one, parameters: parameters, namesHoldDigits: namesHoldDigits,
      line: element.line)
  }

  private mutating func pieces(
    _ raw: String, _ element: MarkupElement, _ parameters: [String], _ namesHoldDigits: Bool
  ) -> [TextTemplate.Piece] {
    let text = raw.split { $0.isWhitespace }.joined(separator: " ")
    var result: [TextTemplate.Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { result.append(.words(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        decoder.diagnostics.error(
          "text.braces", at: decoder.place(element), "A brace is not closed.",
          advice: "Write {name} or {=figure}.")
        return result
      }
      let inner = rest[rest.index(after: open)..<close]
      result.append(piece(String(inner), element, parameters))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { result.append(.words(String(rest))) }
    if !namesHoldDigits {
      for case .words(let words) in result
      where words.utf8.contains(where: { (0x30...0x39).contains($0) }) {
        decoder.diagnostics.error(
          "text.digits", at: decoder.place(element),
          "A text holds no digits of its own: a number comes from the pack with its source.",
          advice: "Print it with {=figure}, or write numerals=\"name\" when it belongs to a name.")
      }
    }
    return result
  }

  private mutating func piece(
    _ inner: String, _ element: MarkupElement, _ parameters: [String]
  ) -> TextTemplate.Piece {
    guard inner.first == "=" else {
      if !parameters.contains(inner) {
        decoder.diagnostics.error(
          "text.parameterUndeclared", at: decoder.place(element),
          "The text uses the parameter \(inner) and does not declare it.",
          advice: "Add it to the attribute parameters.")
      }
      return .parameter(inner)
    }
    var id = String(inner.dropFirst())
    for part in [TextTemplate.FigurePart.of, .rest, .low, .high]
    where id.hasSuffix("." + part.rawValue) {
      id.removeLast(part.rawValue.count + 1)
      return .figure(id, part)
    }
    return .figure(id, .value)
  }
}
