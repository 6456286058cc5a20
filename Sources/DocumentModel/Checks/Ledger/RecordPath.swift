// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Makes the steps of pointers into a record.
enum RecordPath {
  /// The handout.
  static let handout = "/r:decisionRecord/r:handout"

  /// The step to a sibling among those of its name: by its id where that is the only one, otherwise
  /// by its place.
  ///
  /// - Parameters:
  ///   - name: the name of the element.
  ///   - index: its place among the siblings of the name, from 0.
  ///   - ids: the ids of all siblings of the name, nil where there is none.
  ///   - attribute: the attribute that holds the ids.
  static func step(
    _ name: String, _ index: Int, ids: [String?], attribute: String = "id"
  ) -> String {
    let id = ids.indices.contains(index) ? ids[index] : nil
    if let id, !id.isEmpty, !id.utf8.contains(0x27), ids.count(where: { $0 == id }) == 1 {
      return "/r:\(name)[@\(attribute)='\(id)']"
    }
    return "/r:\(name)[\(index + 1)]"
  }

  /// The steps to blocks that stand side by side.
  static func steps(_ blocks: [Block]) -> [String] {
    let names = blocks.map(\.recordName)
    var seen: [String: Int] = [:]
    return blocks.indices.map { place in
      let name = names[place]
      let index = seen[name, default: 0]
      seen[name] = index + 1
      guard blocks[place].recordID != nil else { return "/r:\(name)[\(index + 1)]" }
      return step(
        name, index, ids: blocks.indices.filter { names[$0] == name }.map { blocks[$0].recordID })
    }
  }
}

extension Block {
  /// The name of its element in a record.
  var recordName: String {
    switch self {
    case .heading: "heading"
    case .smallHeading: "smallHeading"
    case .paragraph: "paragraph"
    case .list: "list"
    case .labelled: "labelled"
    case .questionAndAnswer: "questionAndAnswer"
    case .writingSpace: "writingSpace"
    case .table: "table"
    case .panels: "panels"
    case .outcome: "outcome"
    case .bars: "bars"
    case .plot: "plot"
    case .part, .shared: "part"
    }
  }

  /// The id of its element in a record, or nil.
  var recordID: String? {
    switch self {
    case .table(let table): table.id
    case .outcome(let outcome): outcome.id
    case .part(let part): part.id
    case .plot(let plot): plot.id
    default: nil
    }
  }
}
