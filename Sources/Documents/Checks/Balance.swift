// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// How much one alternative is given in the parts of the handout that are the same for everybody.
public struct BalanceRow: Sendable, Equatable {
  /// The alternative.
  public var alternative: String
  /// Its place in the order of the document, from 1.
  public var position: Int
  /// The words of its parts.
  public var panelWords = 0
  /// The words of its columns of tables.
  public var tableWords = 0
  /// The words of its results of outcomes.
  public var resultWords = 0
  /// The numbers in all of them.
  public var numbers = 0
  /// The rows and results that are filled.
  public var filledRows = 0
  /// The paragraphs that stand out.
  public var emphasis = 0
  /// The points of the counted rows, in the order of the pack's list of rows.
  public var points: [Int]

  /// A row with nothing counted.
  init(_ alternative: String, position: Int, counted: Int) {
    self.alternative = alternative
    self.position = position
    points = Array(repeating: 0, count: counted)
  }

  /// Adds what stands elsewhere of the same alternative.
  static func += (left: inout BalanceRow, right: BalanceRow) {
    left.panelWords += right.panelWords
    left.tableWords += right.tableWords
    left.resultWords += right.resultWords
    left.numbers += right.numbers
    left.filledRows += right.filledRows
    left.emphasis += right.emphasis
    left.points = zip(left.points, right.points).map(+)
  }
}

/// How even the space given to the alternatives is.
public struct BalanceReport: Sendable, Equatable {
  /// One row for each alternative, in the order of the document.
  public var rows: [BalanceRow]

  /// The largest difference of the words of the parts, as a share of their mean; 0 without words.
  public var spread: Double { spread(of: \.panelWords) }

  /// The largest difference of the numbers in all that is told, as a share of their mean.
  public var numberSpread: Double { spread(of: \.numbers) }

  private func spread(of value: (BalanceRow) -> Int) -> Double {
    let values = rows.map { Double(value($0)) }
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    guard let most = values.max(), let least = values.min(), mean > 0 else { return 0 }
    return (most - least) / mean
  }
}

/// Measures how even the space given to the alternatives is, block by block.
struct BalanceMeter: Sendable {
  private let order: OptionOrder
  private let limits: BalanceLimits
  /// The texts of the points of each counted row of each alternative.
  private let points: [String: [[TextID]]]
  /// What was counted, in the order of the document.
  private(set) var rows: [BalanceRow]
  /// What is wrong in a single block.
  private(set) var faults: [CheckFault] = []

  /// A meter for the alternatives of a pack.
  init(pack: EvidencePack, order: OptionOrder) {
    self.order = order
    limits = pack.quality.balance
    let counted = limits.points
    points = BalanceMeter.points(of: pack)
    rows = order.alternatives.enumerated().map {
      BalanceRow($1, position: $0 + 1, counted: counted.count)
    }
  }

  /// The texts of the points of each counted row of each alternative.
  static func points(of pack: EvidencePack) -> [String: [[TextID]]] {
    var points: [String: [[TextID]]] = [:]
    for option in pack.options {
      points[option.id] = pack.quality.balance.points.map { row in
        option.aspects.filter { $0.id == row }.flatMap(\.steps)
      }
    }
    return points
  }

  /// Looks at blocks of a section: the order everywhere, the amount where all are given the same.
  mutating func measure(_ blocks: [Block], section: String, _ reader: inout TextReader) {
    for block in blocks { measure(block, section, limits.sections.contains(section), &reader) }
  }

  private mutating func measure(
    _ block: Block, _ section: String, _ counts: Bool, _ reader: inout TextReader
  ) {
    switch block {
    case .part(let part):
      for block in part.blocks { measure(block, section, counts, &reader) }
    case .shared(let shared):
      for block in shared.blocks { measure(block, section, counts, &reader) }
    case .panels(let panels):
      let ids = panels.map(\.id)
      checkOrder(ids, section, nil)
      if counts && Set(ids).isSuperset(of: order.alternatives) { measure(panels, section, &reader) }
    case .table(let table):
      checkOrder(table.columnIDs, section, table.id)
      if counts && Set(table.columnIDs).isSuperset(of: order.alternatives) {
        for (column, id) in table.columnIDs.enumerated() {
          let cells = table.rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
          add(cells, to: id, \.tableWords, &reader)
        }
      }
    case .outcome(let outcome):
      checkOrder(outcome.results.map(\.alternative), section, outcome.id)
      if counts {
        for result in outcome.results {
          add(result.sentences, to: result.alternative, \.resultWords, filled: 1, &reader)
        }
      }
    default: break
    }
  }

  private mutating func measure(
    _ panels: [PanelBlock], _ section: String, _ reader: inout TextReader
  ) {
    let sets = panels.map { rowIDs($0.blocks) }
    if Set(sets).count > 1 {
      faults.append(
        CheckFault(
          "balanceRows", section: section,
          "Every option is told in the same rows, in the same order.",
          advice: "Give each option the same rows; write that nothing is known where it is not."))
    }
    for panel in panels {
      let texts = DocumentText.texts(of: panel.blocks, section: section)
      add(texts.map(\.text), to: panel.id, \.panelWords, filled: 0, &reader)
      guard let place = rows.firstIndex(where: { $0.alternative == panel.id }) else { continue }
      rows[place].filledRows += texts.filter { $0.kind == .value || $0.kind == .item }.count
      rows[place].emphasis += emphasis(panel.blocks)
      var told: Set<TextID> = []
      for text in texts { told.formUnion(reader.facts(of: text.text).points) }
      for (row, steps) in (points[panel.id] ?? []).enumerated() {
        rows[place].points[row] += steps.filter(told.contains).count
      }
    }
  }

  /// The ids of labelled rows and parts, in order.
  private func rowIDs(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .labelled(let rows): rows.map { $0.id ?? $0.label.plain }
      case .part(let part): [part.id] + rowIDs(part.blocks)
      case .shared(let shared): rowIDs(shared.blocks)
      default: []
      }
    }
  }

  private func emphasis(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { count, block in
      switch block {
      case .paragraph(_, let role): count + (role == .plain ? 0 : 1)
      case .part(let part): count + emphasis(part.blocks)
      case .shared(let shared): count + emphasis(shared.blocks)
      default: count
      }
    }
  }

  private mutating func add(
    _ texts: [InlineText], to alternative: String, _ words: WritableKeyPath<BalanceRow, Int>,
    filled: Int? = nil, _ reader: inout TextReader
  ) {
    guard let place = rows.firstIndex(where: { $0.alternative == alternative }) else { return }
    for text in texts {
      rows[place][keyPath: words] += reader.facts(of: text).counts.words
      rows[place].numbers += text.sources.count
    }
    rows[place].filledRows += filled ?? texts.filter { !$0.isEmpty }.count
  }

  private mutating func checkOrder(_ ids: [String], _ section: String, _ id: String?) {
    if order.holds(for: ids) { return }
    faults.append(
      CheckFault(
        "optionOrder", section: section, id: id,
        "The options stand in one order in the whole document; here they do not.",
        advice: "Report this fault."))
  }
}

/// The options are described in equal detail (EvidencePack.docc/Handout.md, "Balance of the
/// options").
enum BalanceRule {
  /// What is wrong in a finished handout.
  static func faults(_ report: BalanceReport, _ limits: BalanceLimits) -> [CheckFault] {
    var faults: [CheckFault] = []
    func fault(_ rule: String, _ problem: String, _ advice: String) {
      faults.append(
        CheckFault(rule, section: limits.sections.first ?? "", problem, advice: advice))
    }
    func list(_ value: (BalanceRow) -> Int) -> String {
      report.rows.map { "\($0.alternative) \(value($0))" }.joined(separator: ", ")
    }
    if report.spread > limits.words {
      fault(
        "balanceWords",
        "The parts of the options differ by at most \(percent(limits.words)) of their mean in words; "
          + "they differ by \(percent(report.spread)) (\(list(\.panelWords))).",
        "Tell the options in equal detail.")
    }
    if let most = limits.numbers, report.numberSpread > most {
      fault(
        "balanceNumbers",
        "The numbers told of the options differ by at most \(percent(most)) of their mean; "
          + "they differ by \(percent(report.numberSpread)) (\(list(\.numbers))).",
        "Add what studies counted of the option with few numbers, or leave out what is told twice.")
    }
    if report.rows.contains(where: { $0.panelWords == 0 }) {
      fault(
        "balanceParts", "Every option has a part of its own; words: \(list(\.panelWords)).",
        "Name the section of the parts in the attribute sections of the check balance.")
    }
    if Set(report.rows.map(\.filledRows)).count > 1 {
      fault(
        "balanceRows", "Every option has as many filled rows; they have \(list(\.filledRows)).",
        "Write that nothing is known where it is not.")
    }
    if Set(report.rows.map(\.emphasis)).count > 1 {
      fault(
        "balanceEmphasis", "No option stands out; emphasis: \(list(\.emphasis)).",
        "Give each option the same roles of paragraphs.")
    }
    if Set(report.rows.flatMap(\.points)).count > 1 {
      let points = report.rows.map { row in
        "\(row.alternative) \(row.points.map(String.init).joined(separator: " and "))"
      }
      fault(
        "balancePoints",
        "Every option has as many points in each of the rows \(limits.points.joined(separator: ", "));"
          + " they have \(points.joined(separator: ", ")).",
        "Give each option the same number of points.")
    }
    return faults
  }

  private static func percent(_ share: Double) -> String {
    "\(DecimalText(share * 100, decimals: 1).text) %"
  }
}
