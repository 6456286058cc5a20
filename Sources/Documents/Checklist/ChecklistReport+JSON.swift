// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

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
