// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The rules for words that people write into a profile.
enum ProfileTexts {
  /// Words without space at both ends, and with single spaces inside.
  static func trimmed(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Refuses characters that turn the order of what is read (bidirectional overrides and
  /// isolates) and control characters, in every attribute and text.
  static func check(_ element: MarkupElement, _ decoder: inout ElementDecoder) {
    for attribute in element.attributes where holdsForbidden(attribute.value) {
      refuse("The attribute \(attribute.name) of the element \(element.name)", element, &decoder)
    }
    for child in element.children {
      switch child {
      case .text(let text):
        if holdsForbidden(text) { refuse("The element \(element.name)", element, &decoder) }
      case .element(let child): check(child, &decoder)
      case .rendered: break
      }
    }
  }

  private static func refuse(
    _ subject: String, _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) {
    decoder.diagnostics.error(
      "profile.directionalControl", at: decoder.place(element),
      "\(subject) holds a control character that changes the order of what is read "
        + "(U+202A to U+202E, U+2066 to U+2069, or a control code).",
      advice: "Remove it; names in any script are set in their own direction without it.")
  }

  private static func holdsForbidden(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069, 0x7F...0x9F: true
      case 0...0x1F: ![0x09, 0x0A, 0x0D].contains(scalar.value)
      default: false
      }
    }
  }
}
