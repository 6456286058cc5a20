// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Pictures as inline SVG.
///
/// Every picture stands beside the sentence that says the same, so it is hidden from assistive
/// technology; form, not colour, carries its meaning.
enum PictureHTML {
  /// Marks in rows of ten: filled ones first, then empty ones.
  static func icons(_ icons: IconArray, _ writer: inout MarkupWriter) {
    var filled = ""
    var empty = ""
    for index in 0..<icons.of {
      let x = index % 10 * 10
      let y = index / 10 * 10
      if index < icons.filled {
        filled += "M\(x + 1) \(y + 1)h8v8h-8z"
      } else {
        empty += "M\(x + 2) \(y + 2)h6v6h-6z"
      }
    }
    let frame = "0 0 100 \((icons.of + 9) / 10 * 10)"
    writer.element("svg", ["viewBox": frame, "class": "icons", "aria-hidden": "true"]) { writer in
      if !filled.isEmpty { writer.element("path", ["class": "filled", "d": filled]) }
      if !empty.isEmpty { writer.element("path", ["class": "empty", "d": empty]) }
    }
  }

  /// Bars of points out of a whole, one under the other.
  static func bars(_ bars: [Bar], _ writer: inout MarkupWriter) {
    for bar in bars {
      let width = bar.of > 0 ? bar.points * 100 / bar.of : 0
      writer.element("div", ["class": "bar"]) { writer in
        writer.html("p", bar.text)
        writer.element(
          "svg",
          ["viewBox": "0 0 100 5", "preserveAspectRatio": "none", "aria-hidden": "true"]
        ) { writer in
          writer.element(
            "rect", ["class": "whole", "x": "0", "y": "0", "width": "100", "height": "5"])
          writer.element(
            "rect", ["class": "part", "x": "0", "y": "0", "width": "\(width)", "height": "5"])
        }
      }
    }
  }
}
