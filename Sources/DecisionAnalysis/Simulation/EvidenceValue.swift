// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The expected best totals when levels are known and the weights have their expected values.
///
/// Computed on the first quarter of the draws, which is a lattice itself: these numbers are small
/// and need no more. Source: DecisionAnalysis.docc/Simulation.md, "Value of information".
struct EvidenceValue: Sendable {
  /// For each set of alternatives: what knowing all levels adds.
  private(set) var all: [Double]
  /// For each set and criterion: what knowing the levels of that criterion adds.
  private(set) var byCriterion: [[Double]]

  init(
    _ plan: SamplePlan, alternatives rows: [Int], criteria columns: [Int], weights: [Double],
    sets: [[Int]]
  ) {
    let m = rows.count
    let n = columns.count
    let mean = weights.map { Float($0) }
    // What a drawn value adds to the expected total of its alternative.
    var terms: [(alternative: Int, column: Int, mean: Float)] = []
    var ends: [Int] = []
    for criterion in columns {
      for (place, row) in rows.enumerated() {
        let cell = plan.cells[row][criterion]
        if let column = cell.column { terms.append((place, column, Float(cell.mean))) }
      }
      ends.append(terms.count)
    }
    let base = rows.map { row in
      Float(zip(columns, weights).reduce(0) { $0 + $1.1 * plan.cells[row][$1.0].mean })
    }
    let start = base.map { LaneBlock(repeating: $0) }
    var totalStore = start
    var total = totalStore.mutableSpan
    var movedStore = start
    var moved = movedStore.mutableSpan
    var sumStore = [LaneBlock](repeating: LaneBlock(), count: sets.count * (n + 1))
    var sums = sumStore.mutableSpan
    var totalSums = [LaneBlock](repeating: LaneBlock(), count: m * (n + 1))
    var totals = totalSums.mutableSpan
    let samples = plan.samples.span
    let blocks = plan.points / (4 * LaneBlock.scalarCount)
    for block in 0..<blocks {
      let row = block * plan.columnCount
      for k in 0..<m { total[k] = start[k] }
      var index = 0
      for criterion in 0..<n where index < ends[criterion] {
        for k in 0..<m { moved[k] = start[k] }
        while index < ends[criterion] {
          let term = terms[index]
          let change = (samples[row + term.column] - term.mean) * mean[criterion]
          total[term.alternative] += change
          moved[term.alternative] += change
          totals[criterion * m + term.alternative] += change
          index += 1
        }
        Self.add(moved.span, sets, to: &sums, from: criterion * sets.count)
      }
      Self.add(total.span, sets, to: &sums, from: n * sets.count)
      for k in 0..<m { totals[n * m + k] += total[k] - start[k] }
    }
    let best = sumStore
    let changes = totalSums
    let draws = Double(blocks * LaneBlock.scalarCount)
    func gain(_ set: Int, _ part: Int) -> Double {
      if part < n, (part == 0 ? 0 : ends[part - 1]) == ends[part] { return 0 }
      let highest = best[part * sets.count + set].laneSum / draws
      let means = sets[set].map { Double(base[$0]) + changes[part * m + $0].laneSum / draws }
      return max(0, highest - (means.max() ?? 0))
    }
    all = sets.indices.map { gain($0, n) }
    byCriterion = sets.indices.map { set in (0..<n).map { gain(set, $0) } }
  }

  @inline(__always)
  private static func add(
    _ totals: Span<LaneBlock>, _ sets: [[Int]], to sums: inout MutableSpan<LaneBlock>,
    from first: Int
  ) {
    for index in sets.indices {
      let set = sets[index]
      var highest = totals[set[0]]
      for k in set.dropFirst() { highest = LaneBlock.higher(highest, totals[k]) }
      sums[first + index] += highest
    }
  }
}
