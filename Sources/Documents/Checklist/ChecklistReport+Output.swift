// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

extension ChecklistReport {
  /// The report as lines of plain text, group by group, without line feeds.
  ///
  /// What can be checked and what needs people are counted apart.
  public var lines: [String] {
    var lines = ["Checked against \(title)."]
    for group in Checklist.Group.allCases {
      let members = entries.filter { $0.item.group == group }
      if members.isEmpty { continue }
      let name = group.rawValue
      lines += ["", name.prefix(1).uppercased() + name.dropFirst()]
      for entry in members { lines += entry.lines }
    }
    return lines + ["", summary]
  }

  /// The counts in one sentence.
  public var summary: String {
    let counts = counts()
    let checkable = "\(counts.shown) of \(counts.checkable) checkable items shown"
    if counts.people == 0 { return checkable + "." }
    let open =
      switch counts.open {
      case 0: "none is open"
      case counts.people: counts.open == 1 ? "is open" : "are open"
      case 1: "1 of them is open"
      default: "\(counts.open) of them are open"
      }
    let noun = counts.people == 1 ? "item needs" : "items need"
    let link = counts.open == counts.people ? " and " : ", "
    return "\(checkable); \(counts.people) \(noun) people\(link)\(open)."
  }
}

extension ChecklistReport.Entry {
  /// What is said of the item: id, state, what it asks for, and what shows it or what is missing.
  fileprivate var lines: [String] {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.utf8.count))
    }
    let start = "  " + padded(item.id, 6) + padded(state.name, 16) + item.text
    let margin = String(repeating: " ", count: 24)
    return [start] + details.map { margin + $0 }
  }

  private var details: [String] {
    var details: [String] = []
    switch state {
    case .metByData(let data): details.append("by \(data)")
    case .notMet(let missing):
      let more = missing.count > 3 ? ["and \(missing.count - 3) more"] : []
      details.append("missing: " + (missing.prefix(3) + more).joined(separator: "; "))
    case .peopleDone(let date, let text): details.append("on \(date): \(text)")
    case .notApplicable(let reason): details.append("because: \(reason)")
    case .met, .needsPeople: break
    }
    if let first = pointers.first {
      let more = pointers.count > 1 ? "  (and \(pointers.count - 1) more)" : ""
      details.append(first + more)
    }
    return details
  }
}

extension ChecklistReport {
  /// The report as a result for programs.
  package var result: ValueTree {
    .object([
      .init("checklist", checklist),
      .init("counts", ChecklistReport.result(counts())),
      .init("items", entries.map(\.result)),
    ])
  }

  private static func result(_ counts: Counts) -> ValueTree {
    .object([
      .init("checkableShown", counts.shown), .init("checkable", counts.checkable),
      .init("peopleOpen", counts.open), .init("people", counts.people),
      .init("notApplicable", counts.notApplicable),
    ])
  }
}

extension ChecklistReport.Entry {
  /// The item with its state as a result for programs.
  var result: ValueTree {
    var fields: [ValueTree.Field] = [
      .init("id", item.id), .init("group", item.group.rawValue),
      .init("area", item.area.rawValue), .init("asks", item.text),
      .init("state", state.name),
    ]
    switch state {
    case .metByData(let data): fields.append(.init("data", data))
    case .notMet(let missing): fields.append(.init("missing", missing))
    case .peopleDone(let date, let text):
      fields += [.init("date", "\(date)"), .init("done", text)]
    case .notApplicable(let reason): fields.append(.init("because", reason))
    case .met, .needsPeople: break
    }
    return .object(fields + [.init("pointers", pointers)])
  }
}
