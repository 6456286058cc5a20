// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Pages as Debian's Chromium lays them out, without any change to the pages.
///
/// Each page stands in a frame of a given width; the page around them, which alone has a script,
/// writes down what it finds.
struct Browser {
  /// A page at a width.
  struct Page: Decodable, Sendable {
    /// The file.
    let file: String
    /// The width of the frame in CSS pixels.
    let frame: Int
    /// The width that the content needs.
    let content: Int
    /// The names of all elements in document order, with the names of their attributes.
    let elements: [String]
    /// How many boxes reach beyond the right edge.
    let beyond: [String]
    /// The text of the page.
    let text: String
    /// The contents of all `bdi` elements.
    let isolated: [String]
    /// How many drawings with a name it holds.
    let drawings: Int
    /// Texts of such drawings that touch another text or a bar, or reach beyond the drawing.
    let touching: [String]
  }

  /// Lays out every file at every width.
  static func pages(_ files: [String], widths: [Int]) throws -> [Page] {
    let scratch = try Scratch()
    let frames = files.flatMap { file in
      widths.map {
        "<iframe data-file=\"\(file)\" style=\"width:\($0)px;height:600px;border:0\" "
          + "src=\"file://\(file)\"></iframe>"
      }
    }
    let harness = try scratch.write(
      "harness.html",
      "<!doctype html><meta charset=utf-8><body>\(frames.joined())<script>\(script)</script>")
    let run = try Run.command(
      [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--allow-file-access-from-files", "--user-data-dir=\(scratch.path)/data",
        "--virtual-time-budget=60000", "--window-size=1200,900", "--dump-dom", "file://\(harness)",
      ],
      environment: [
        "HOME": scratch.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
      ])
    try #require(run.status == 0, "Chromium failed: \(run.errors.suffix(2000))")
    let parts = run.text.split(separator: "@@@@")
    try #require(parts.count >= 3, "Chromium did not measure: \(run.errors.suffix(2000))")
    let data = try #require(Data(base64Encoded: String(parts[parts.count - 2])))
    let pages = try JSONDecoder().decode([Page].self, from: data)
    try #require(pages.count == files.count * widths.count)
    return pages
  }

  private static let script = """
    addEventListener('load', () => {
      const touching = drawing => {
        const parts = [...drawing.querySelectorAll('text, g rect')]
          .map(part => [part, part.getBBox()]);
        const texts = parts.filter(([part]) => part.localName == 'text');
        const frame = drawing.viewBox.baseVal, slack = 8;
        const over = (a, b) => a.x + a.width > b.x + slack && b.x + b.width > a.x + slack
          && a.y + a.height > b.y + slack && b.y + b.height > a.y + slack;
        return texts.filter(([text, box]) =>
          box.x + slack < 0 || box.y + slack < 0 || box.x + box.width > frame.width + slack
            || box.y + box.height > frame.height + slack
            || parts.some(([other, room]) => other !== text && over(box, room)))
          .map(([text]) => text.textContent);
      };
      const pages = [...document.querySelectorAll('iframe')].map(frame => {
        const inside = frame.contentDocument, root = inside.documentElement;
        const all = [...inside.querySelectorAll('*')];
        const drawings = [...inside.querySelectorAll('svg[role=img]')];
        return {
          file: frame.dataset.file, frame: frame.clientWidth, content: root.scrollWidth,
          elements: all.map(e => e.localName + [...e.attributes].map(a => ' ' + a.name).join('')),
          beyond: all.filter(e => e.getBoundingClientRect().right > frame.clientWidth + 1)
            .map(e => e.localName).slice(0, 5),
          drawings: drawings.length, touching: drawings.flatMap(touching),
          text: root.textContent, isolated: [...inside.querySelectorAll('bdi')].map(b => b.textContent)
        };
      });
      const bytes = new TextEncoder().encode(JSON.stringify(pages));
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      document.body.textContent = '@'.repeat(4) + btoa(text) + '@'.repeat(4) + '.';
    });
    """
}
