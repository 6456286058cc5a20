// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

extension ChecklistReport {
  /// The report as a result for programs.
  public var result: ResultValue {
    .object([
      .init("checklist", .text(checklist)),
      .init("counts", ChecklistReport.result(counts())),
      .init("items", .list(entries.map(\.result))),
    ])
  }

  private static func result(_ counts: Counts) -> ResultValue {
    .object([
      .init("checkableShown", .count(counts.shown)), .init("checkable", .count(counts.checkable)),
      .init("peopleOpen", .count(counts.open)), .init("people", .count(counts.people)),
      .init("notApplicable", .count(counts.notApplicable)),
    ])
  }
}

extension ChecklistReport.Entry {
  /// The item with its state as a result for programs.
  var result: ResultValue {
    var fields: [ResultValue.Field] = [
      .init("id", .text(item.id)), .init("group", .text(item.group.rawValue)),
      .init("area", .text(item.area.rawValue)), .init("asks", .text(item.text)),
      .init("state", .text(state.name)),
    ]
    switch state {
    case .metByData(let data): fields.append(.init("data", .text(data)))
    case .notMet(let missing): fields.append(.init("missing", .texts(missing)))
    case .peopleDone(let date, let text):
      fields += [.init("date", .text("\(date)")), .init("done", .text(text))]
    case .notApplicable(let reason): fields.append(.init("because", .text(reason)))
    case .met, .needsPeople: break
    }
    return .object(fields + [.init("pointers", .texts(pointers))])
  }
}
