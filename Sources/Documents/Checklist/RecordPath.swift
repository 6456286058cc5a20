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

  /// The steps to blocks that stand side by side; empty for those that no check points to.
  static func steps(_ blocks: [Block]) -> [String] {
    var places: [String: [Int]] = [:]
    for place in blocks.indices {
      if let name = blocks[place].pointedName { places[name, default: []].append(place) }
    }
    var steps = [String](repeating: "", count: blocks.count)
    for (name, same) in places {
      let ids = same.map { blocks[$0].recordID }
      for (index, place) in same.enumerated() { steps[place] = step(name, index, ids: ids) }
    }
    return steps
  }
}

extension Block {
  /// The name of its element in a record, where checks point to it or into it.
  fileprivate var pointedName: String? {
    switch self {
    case .labelled: "labelled"
    case .table: "table"
    case .panels: "panels"
    case .outcome: "outcome"
    case .bars: "bars"
    case .part: "part"
    default: nil
    }
  }

  /// The id of its element in a record, or nil.
  fileprivate var recordID: String? {
    switch self {
    case .table(let table): table.id
    case .outcome(let outcome): outcome.id
    case .part(let part): part.id
    default: nil
    }
  }
}
