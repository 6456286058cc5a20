// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What the rules of a checklist look up in a handout, each with its place in the record.
public struct HandoutIndex: Sendable {
  /// A value and the pointer to its element.
  struct Placed<Value: Sendable>: Sendable {
    let value: Value
    let path: String
  }
  /// An outcome, the counts that its results state, and its place and those of its results.
  struct Outcome: Sendable {
    let value: OutcomeBlock
    let counts: [InlineText.Count?]
    let path: String
    let results: [String]

    init(_ value: OutcomeBlock, counts: [InlineText.Count?], path: String) {
      self.value = value
      self.counts = counts
      self.path = path
      let ids: [String?] = value.results.map(\.alternative)
      results = ids.indices.map {
        path + RecordPath.step("result", $0, ids: ids, attribute: "alternative")
      }
    }
  }

  /// The alternatives.
  let alternatives: [String]
  /// The numbers of the evidence by id.
  let numbers: [String: ChecklistSubject.Number]
  /// The parts by id; of several with one id the first.
  private(set) var parts: [String: Placed<[Block]>] = [:]
  /// The tables by id; of several with one id the first.
  private(set) var tables: [String: Placed<Table>] = [:]
  /// The rows that have an id, by the alternative of the panel that they stand in.
  private(set) var panelRows: [String: [Placed<LabelledText>]] = [:]
  /// The rows that have an id and stand in no panel, by section.
  private(set) var sectionRows: [String: [Placed<LabelledText>]] = [:]
  /// The outcomes, in order.
  private(set) var outcomes: [Outcome] = []
  /// The titles of the panels by alternative.
  private(set) var names: [String: [InlineText]] = [:]
  /// The wholes of the bars.
  private(set) var barTotals: Set<Int> = []
  /// The sections of the handout.
  private let sections: [DocumentSection]

  /// The index of the handout of a subject.
  public init(_ subject: ChecklistSubject) {
    alternatives = subject.alternatives
    numbers = subject.numbers
    sections = subject.handout.sections
    let ids: [String?] = sections.map(\.id)
    for (index, section) in sections.enumerated() {
      let path = RecordPath.handout + RecordPath.step("section", index, ids: ids)
      add(section.blocks, path, section: section.id, panel: nil)
    }
    for outcome in outcomes {
      for result in outcome.value.results {
        names[result.alternative, default: []].append(result.name)
      }
    }
  }

  /// The ids of the sources whose numbers the handout prints.
  var cited: Set<String> {
    var cited: Set<String> = []
    for section in sections {
      section.blocks.forEachText { text in
        for case .source(let id) in text.sources { cited.insert(id) }
      }
    }
    return cited
  }

  private mutating func add(_ blocks: [Block], _ parent: String, section: String, panel: String?) {
    let blocks = blocks.withoutSharedSiblings
    let steps = RecordPath.steps(blocks)
    for (block, step) in zip(blocks, steps) where !step.isEmpty {
      let path = parent + step
      switch block {
      case .part(let part):
        if parts[part.id] == nil { parts[part.id] = Placed(value: part.blocks, path: path) }
        add(part.blocks, path, section: section, panel: panel)
      case .table(let table):
        if let id = table.id, tables[id] == nil { tables[id] = Placed(value: table, path: path) }
      case .labelled(let labelled):
        let ids = labelled.map(\.id)
        for (index, row) in labelled.enumerated() where row.id != nil {
          let placed = Placed(value: row, path: path + RecordPath.step("row", index, ids: ids))
          if let panel {
            panelRows[panel, default: []].append(placed)
          } else {
            sectionRows[section, default: []].append(placed)
          }
        }
      case .panels(let panels):
        let ids: [String?] = panels.map(\.id)
        for (index, panel) in panels.enumerated() {
          names[panel.id, default: []].append(panel.title)
          add(
            panel.blocks, path + RecordPath.step("panel", index, ids: ids), section: section,
            panel: panel.id)
        }
      case .outcome(let outcome):
        outcomes.append(
          Outcome(
            outcome,
            counts: outcome.results.map { HandoutIndex.count(of: $0, numbers) }, path: path))
      case .bars(let bars): barTotals.formUnion(bars.map(\.of))
      default: break
      }
    }
  }
}

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
