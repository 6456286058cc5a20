// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The lines of text in which a section of one record differs from that of another.
struct TextChange: Equatable {
  /// The id of the section.
  var section: String
  /// The lines that are in one record alone, in reading order: `- ` in the first, `+ ` in the second.
  var lines: [String]

  /// The section and how many lines differ.
  var head: String { "section \(section): \(lines.count) \(lines.count == 1 ? "line" : "lines")" }

  /// The head and the lines, deeper.
  var report: [String] { [head] + lines.map { "  \($0)" } }

  /// The sections of two documents that differ, in the order of the first.
  static func sections(_ old: MarkupElement?, _ new: MarkupElement?) -> [TextChange] {
    let (before, after) = (sections(of: old), sections(of: new))
    let ids =
      before.map(\.id)
      + after.map(\.id).filter { id in !before.contains { $0.id == id } }
    return ids.compactMap { id in
      let found = lines(
        before.first { $0.id == id }?.lines ?? [], after.first { $0.id == id }?.lines ?? [])
      return found.isEmpty ? nil : TextChange(section: id, lines: found)
    }
  }

  /// The lines that stand in one list alone.
  static func lines(_ old: [String], _ new: [String]) -> [String] {
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in new.difference(from: old) {
      switch change {
      case .remove(let place, _, _): removed.insert(place)
      case .insert(let place, _, _): inserted.insert(place)
      }
    }
    var lines: [String] = []
    var (here, there) = (0, 0)
    while here < old.count || there < new.count {
      if removed.contains(here) {
        lines.append("- \(old[here])")
        here += 1
      } else if inserted.contains(there) {
        lines.append("+ \(new[there])")
        there += 1
      } else {
        (here, there) = (here + 1, there + 1)
      }
    }
    return lines
  }

  /// The title of a document as a section, then its sections.
  private static func sections(of body: MarkupElement?) -> [(id: String, lines: [String])] {
    guard let body else { return [] }
    let title = body.elements(named: "title").map(\.text)
    return [("title", title)]
      + body.elements(named: "section").map { ($0.attribute("id") ?? "", lines(of: $0)) }
  }

  /// The texts of an element, one a line; cells and labels stand in one line with their row.
  private static func lines(of element: MarkupElement) -> [String] {
    let hasText = element.children.contains { if case .text = $0 { true } else { false } }
    if hasText { return [element.text] }
    switch element.name {
    case "columns", "cells": return [element.elements.map(\.text).joined(separator: " | ")]
    case "row": return [element.elements.map(\.text).joined(separator: ": ")]
    default: return element.elements.flatMap(lines)
    }
  }
}
