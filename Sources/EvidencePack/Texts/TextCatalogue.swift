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
  /// How the language writes numbers, days, money and lists, and how its reading ease is measured.
  public var conventions: LanguageConventions
  /// The rules about words.
  public var rules: LanguageRules
  /// The texts by id.
  public var texts: [TextID: TextTemplate]
}

/// Reads a text catalogue.
struct TextCatalogueReader {
  var decoder: ElementDecoder

  init(file: String) { decoder = ElementDecoder(file: file) }

  mutating func catalogue(_ root: MarkupElement) -> TextCatalogue {
    var texts: [TextID: TextTemplate] = [:]
    for element in root.elements(named: "text") {
      let id = element.attribute("id") ?? ""
      if texts[id] != nil {
        decoder.diagnostics.error(
          "text.duplicate", at: decoder.place(element),
          "A text stands once; \(id) stands again.", advice: "Remove or rename one of them.")
      }
      texts[id] = template(element, id: id)
    }
    let language = root.attribute("language") ?? ""
    var reader = LanguageReader(decoder: ElementDecoder(file: decoder.file), language: language)
    let catalogue = TextCatalogue(
      language: language, direction: decoder.value("direction", of: root, else: .leftToRight),
      conventions: reader.conventions(root), rules: reader.rules(root), texts: texts)
    decoder.diagnostics.add(contentsOf: reader.decoder.diagnostics)
    decoder.texts += reader.decoder.texts
    checkDirection(of: catalogue, root)
    if decoder.file != "text.\(language).xml" {
      decoder.diagnostics.error(
        "text.fileName", at: decoder.place(root),
        "The file of a catalogue is named after its language; this one is of \(language).",
        advice: "Name it text.\(language).xml, or mend the attribute language.")
    }
    return catalogue
  }

  /// The direction is that of the script in which most letters of the texts are written.
  private mutating func checkDirection(of catalogue: TextCatalogue, _ root: MarkupElement) {
    var (left, right) = (0, 0)
    for template in catalogue.texts.values {
      for case .words(let words) in template.pieces {
        for scalar in words.unicodeScalars where scalar.properties.isAlphabetic {
          if scalar.isWrittenToTheLeft { right += 1 } else { left += 1 }
        }
      }
    }
    let found: TextCatalogue.WritingDirection = right > left ? .rightToLeft : .leftToRight
    if left + right > 0 && found != catalogue.direction {
      decoder.diagnostics.error(
        "text.direction", at: decoder.place(root),
        "The direction of writing is \(catalogue.direction.rawValue), and most letters of the texts "
          + "belong to a script that is written \(found.rawValue).",
        advice: "Write direction=\"\(found.rawValue)\", or mend the texts.")
    }
  }

  private mutating func template(_ element: MarkupElement, id: TextID) -> TextTemplate {
    let parameters = decoder.ids("parameters", of: element)
    let namesHoldDigits = element.attribute("numerals") == "name"
    let pieces = pieces(element.text, element, parameters, namesHoldDigits)
    var variants: [PluralCategory: [TextTemplate.Piece]] = [:]
    for category in PluralCategory.allCases {
      variants[category] = element.attribute(category.rawValue).map {
        self.pieces($0, element, parameters, namesHoldDigits)
      }
    }
    let counted = piece(element.attribute("counts") ?? "n", element, nil)
    if !variants.isEmpty && !pieces.contains(counted) {
      decoder.diagnostics.error(
        "text.counted", at: decoder.place(element),
        "The text \(id) has words for plurals and does not print the number that chooses them.",
        advice: "Print {n}, or name another number of the text in the attribute counts.")
    }
    for parameter in parameters where !pieces.contains(.parameter(parameter)) {
      decoder.diagnostics.error(
        "text.parameterUnused", at: decoder.place(element),
        "The text \(id) declares the parameter \(parameter) and does not use it.",
        advice: "Use it or remove it from the attribute parameters.")
    }
    return TextTemplate(
      pieces: pieces, variants: variants, counted: counted, parameters: parameters,
      namesHoldDigits: namesHoldDigits, line: element.line)
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
      where words.unicodeScalars.contains(where: \.isDigit) {
        decoder.diagnostics.error(
          "text.digits", at: decoder.place(element),
          "A text holds no digits of its own: a number comes from the pack with its source.",
          advice: "Print it with {=figure}, or write numerals=\"name\" when it belongs to a name.")
      }
    }
    return result
  }

  /// A parameter or a number of a figure; parameters are held against those declared, where given.
  private mutating func piece(
    _ inner: String, _ element: MarkupElement, _ parameters: [String]?
  ) -> TextTemplate.Piece {
    guard inner.first == "=" else {
      if let parameters, !parameters.contains(inner) {
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

extension Unicode.Scalar {
  /// Whether it belongs to a script that is written from right to left: Hebrew, Arabic, Syriac,
  /// Thaana and the others of their blocks in the Unicode Standard.
  var isWrittenToTheLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
