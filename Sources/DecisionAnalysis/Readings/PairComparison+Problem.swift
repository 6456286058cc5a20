// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension PairComparison {
  /// Compares two alternatives of a problem on some of its criteria.
  ///
  /// - Parameters:
  ///   - problem: the problem under one reading; checked before.
  ///   - first: the id of the first alternative.
  ///   - second: the id of the second.
  ///   - weights: the weights of exactly the criteria of the question, in their order.
  ///   - declared: the performances whose own numbers were chosen or are not known.
  /// - Throws: `AnalysisError.unknownAlternative`, `.weightsDoNotFit` for an id that is not in the
  ///   problem.
  public init(
    _ problem: DecisionProblem, first: String, second: String, weights: CriterionWeights,
    declared: [CellReference] = []
  ) throws(AnalysisError) {
    try self.init(
      LevelTable(problem), first: first, second: second, weights: weights, declared: declared)
  }

  /// The same from a table that was worked out before.
  init(
    _ table: LevelTable, first: String, second: String, weights: CriterionWeights,
    declared: [CellReference]
  ) throws(AnalysisError) {
    let levels = try PairLevels(table, first, second, weights.criteria)
    let values = weights.values
    let shares = levels.valueDifferences()
    let contributions = zip(values, shares).map { 100 * $0 * $1 }
    let margin = contributions.reduce(0, +)
    func marginChoosing(_ own: PairLevels.Choice) -> Double {
      zip(values, levels.valueDifferences(choosing: own)).reduce(0) { $0 + 100 * $1.0 * $1.1 }
    }
    let sign: Double = margin >= 0 ? 1 : -1
    var turned: [DeclaredLevel] = []
    var worse: [CellKey: Double] = [:]
    for reference in declared {
      guard let key = levels.key(of: reference) else { continue }
      let limits = table.interval(of: key)
      // One level moves its own criterion alone.
      let place = levels.place(of: key)
      let others = margin - contributions[place]
      let ends = [limits.low, limits.high].map { end in
        (
          end,
          sign
            * (others + 100 * values[place]
              * levels.valueDifference(place) { $0 == key ? end : nil })
        )
      }
      guard let worst = ends.min(by: { $0.1 < $1.1 }),
        (sign * margin - worst.1).magnitude > WeightFlips.smallest
      else { continue }
      worse[key] = worst.0
      turned.append(DeclaredLevel(cell: reference, margin: worst.1))
    }
    let model = AdditiveModel(
      alternatives: [first, second], criteria: weights.criteria, cells: levels.values(),
      weights: values)
    self.first = first
    self.second = second
    criteria = weights.criteria
    self.weights = values
    levelDifferences = levels.levelDifferences()
    self.contributions = contributions
    estimateMargin = marginChoosing { levels.estimate(of: $0) }
    self.declared = turned
    declaredJointly = worse.isEmpty ? nil : sign * marginChoosing { worse[$0] }
    swings = levels.swings(values, margin: margin)
    let leader = margin >= 0 ? 0 : 1
    flips = weights.criteria.indices.map { column in
      WeightFlips(
        in: model, leader: leader, moving: [column], as: .criterion(weights.criteria[column]))
    }
  }
}

/// The place of a cell of a table: row and column.
struct CellKey: Hashable {
  let row: Int
  let column: Int
}

/// The levels of two alternatives on the criteria of a question when some own quantities are chosen
/// and all others have their means.
struct PairLevels {
  /// The own quantity of a cell; nil: its mean.
  typealias Choice = (CellKey) -> Double?

  private let table: LevelTable
  private let rows: [Int]
  private let columns: [Int]

  init(
    _ table: LevelTable, _ first: String, _ second: String, _ criteria: [String]
  ) throws(AnalysisError) {
    self.table = table
    let problem = table.problem
    var rows: [Int] = []
    for id in [first, second] {
      guard let row = problem.alternatives.firstIndex(of: id) else { throw .unknownAlternative(id) }
      guard !rows.contains(row) else { throw .duplicateAlternative(id) }
      rows.append(row)
    }
    self.rows = rows
    var columns: [Int] = []
    for id in criteria {
      guard let column = problem.criteria.firstIndex(where: { $0.id == id }) else {
        throw .weightsDoNotFit
      }
      columns.append(column)
    }
    self.columns = columns
  }

  /// The cells of the question that are not exact, with the place of their criterion.
  func unsureCells() -> [(place: Int, key: CellKey)] {
    columns.enumerated().flatMap { place, column in
      (0..<table.rowCount).compactMap { row in
        let key = CellKey(row: row, column: column)
        return table.isExact(key) ? nil : (place, key)
      }
    }
  }

  /// The 95 % limits of a cell's own quantity.
  func interval(of key: CellKey) -> PerformanceInterval { table.interval(of: key) }

  /// The ids of a cell.
  func reference(_ key: CellKey) -> CellReference { table.problem.reference(key.row, key.column) }

  /// The level of a cell with its own quantity chosen, what it stands on at the mean.
  func level(at key: CellKey, own: Double) -> Double {
    table.level(of: key) { $0 == key ? own : nil }
  }

  /// The place of a cell of the question by ids; nil for one that is not in it.
  func key(of reference: CellReference) -> CellKey? {
    let problem = table.problem
    guard
      let row = (0..<table.rowCount).first(where: { problem.rowID($0) == reference.alternative }),
      let column = columns.first(where: { problem.criteria[$0].id == reference.criterion })
    else { return nil }
    return CellKey(row: row, column: column)
  }

  /// The place of a cell's criterion in the question.
  func place(of key: CellKey) -> Int { columns.firstIndex(of: key.column) ?? 0 }

  /// The estimate of a cell's own quantity.
  func estimate(of key: CellKey) -> Double { table.estimate(of: key) }

  private func value(_ row: Int, _ column: Int, _ own: Choice) -> Double {
    table.value(of: CellKey(row: row, column: column), choosing: own)
  }

  /// The values of both, the first one's row before the second's.
  func values() -> [Double] {
    rows.flatMap { row in columns.map { value(row, $0) { _ in nil } } }
  }

  /// The differences in value, in the order of the criteria.
  func valueDifferences(choosing own: Choice = { _ in nil }) -> [Double] {
    columns.map { value(rows[0], $0, own) - value(rows[1], $0, own) }
  }

  /// The difference in value on the criterion at a place.
  func valueDifference(_ place: Int, choosing own: Choice = { _ in nil }) -> Double {
    value(rows[0], columns[place], own) - value(rows[1], columns[place], own)
  }

  /// The differences in mean level, in the order of the criteria.
  func levelDifferences() -> [Double] {
    columns.map { column in
      let levels = rows.map { row in
        table.level(of: CellKey(row: row, column: column)) { _ in nil }
      }
      return levels[0] - levels[1]
    }
  }
}

extension PerformanceTable {
  /// The level of a cell when every own quantity is the one given.
  func level(_ row: Int, _ criterion: Int, own: (Int, Int) -> Double) -> Double {
    level(row, criterion, own: own, steps: rowCount)
  }

  private func level(
    _ row: Int, _ criterion: Int, own: (Int, Int) -> Double, steps: Int
  ) -> Double {
    guard let baseline = cell(row, criterion).baseline else { return own(row, criterion) }
    guard steps > 0 else { return .nan }
    return baseline.level(
      baseline: level(baseline.alternative, criterion, own: own, steps: steps - 1),
      own: own(row, criterion))
  }

  /// The mean level of a cell: its own mean, joined with the mean of its baseline.
  ///
  /// Exact, since a difference or ratio is independent of what it stands on.
  public func mean(_ row: Int, _ criterion: Int) -> Double {
    level(row, criterion) { cell($0, $1).distribution.marginal.mean }
  }
}
