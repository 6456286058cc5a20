// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The inner loop of the simulation: ranks, wins and expected best totals over all draws.
///
/// In each draw alternative i takes its sampled total T_i; each other alternative k is above it with
/// the share P(V_k > T_i) given everything but k's smoothed part, in closed form. The ranks of i
/// follow as a Poisson-binomial sum. Source: DecisionAnalysis.docc/Simulation.md, "Conditional
/// shares".
struct RankKernel: Sendable {
  /// What stands in for sampling one alternative's part.
  enum Smoothing: Sendable {
    /// The total is sampled; others are above it or not.
    case step
    /// The part is normal: the means stand in the location, the variances here.
    case normal(column: Int)
    /// The part of one criterion has a tabulated distribution.
    case table(
      criterion: Int, column: Int, baseColumn: Int?, low: Float, perValue: Float, first: Int)
  }

  let weights: WeightDraws
  let samples: [LaneBlock]
  let columnCount: Int
  let blocks: Int
  let alternatives: Int
  let criteria: Int
  /// The part of each total that is not smoothed.
  let location: KernelTerms
  /// The variances of the normal parts, per squared weight.
  let variance: KernelTerms
  let smoothing: [Smoothing]
  let entries: [Float]
  /// Totals of the expected values.
  let expected: KernelTerms
  /// The sets of alternatives whose value of information is asked for.
  let sets: [[Int]]
  let wantsCentralWeights: Bool
  /// The groups (indices) of alternatives that tie in each draw.
  let twins: [[Int]]

  /// Runs over all draws.
  func run() -> KernelSums {
    var sums = KernelSums(
      draws: blocks * LaneBlock.scalarCount, alternatives: alternatives, criteria: criteria,
      sets: sets.count, centralWeights: wantsCentralWeights)
    // Sums of multiples of 2^-12 are exact up to 2^12 in single precision; the others lose least in
    // short runs.
    let length = 256
    for start in stride(from: 0, to: blocks, by: length) {
      var blocks = KernelBlocks(
        alternatives: alternatives, criteria: criteria, sets: sets.count,
        centralWeights: wantsCentralWeights)
      run(start..<min(self.blocks, start + length), into: &blocks)
      sums.add(blocks)
    }
    sums.completeRanks()
    return sums
  }

  private func run(_ range: Range<Int>, into sums: inout KernelBlocks) {
    let (m, n) = (alternatives, criteria)
    let zero = LaneBlock()
    var weightStore = [LaneBlock](repeating: zero, count: n)
    var weight = weightStore.mutableSpan
    var placeStore = [LaneBlock](repeating: zero, count: m)
    var place = placeStore.mutableSpan
    var totalStore = [LaneBlock](repeating: zero, count: m)
    var total = totalStore.mutableSpan
    var spreadStore = [LaneBlock](repeating: zero, count: m)
    var spread = spreadStore.mutableSpan
    var shareStore = [LaneBlock](repeating: zero, count: m)
    var shares = shareStore.mutableSpan
    var higherStore = [LaneBlock](repeating: zero, count: m * m)
    var higher = higherStore.mutableSpan
    var weightSums = sums.weights
    var meanWeights = weightSums.mutableSpan
    var totalSums = sums.totals
    var meanTotals = totalSums.mutableSpan
    var rankSums = sums.ranks
    var ranks = rankSums.mutableSpan
    var aboveSums = sums.above
    var above = aboveSums.mutableSpan
    let samples = self.samples.span
    let table = weights.table.span
    let columns = weights.columns.span
    let scale = weights.scale.span
    let smoothing = self.smoothing.span
    let entries = self.entries.span
    for block in range {
      let row = block * columnCount
      let weightRow = block * weights.stride
      var sum = zero
      for j in 0..<n {
        let drawn = table[weightRow + columns[j]] * scale[j]
        weight[j] = drawn
        sum += drawn
      }
      let share = 1 / sum
      if 4 * block < blocks {
        for j in 0..<n { meanWeights[j] += weight[j] * share }
      }
      for k in 0..<m {
        let here = location.sum(k, weight.span, samples, row)
        place[k] = here
        switch smoothing[k] {
        case .step:
          total[k] = here
        case .normal(let column):
          let sd = variance.sumOfSquares(k, weight.span).squareRoot()
          total[k] = here + sd * samples[row + column]
          spread[k] = 1 / (sd + 1e-30)
        case .table(let criterion, let column, let baseColumn, _, let perValue, _):
          var own = samples[row + column]
          if let baseColumn { own -= samples[row + baseColumn] }
          total[k] = here + weight[criterion] * own
          spread[k] = perValue / (weight[criterion] + 1e-30)
        }
        meanTotals[k] += total[k] * share
      }
      for k in 0..<m {
        let (here, scale) = (place[k], spread[k])
        switch smoothing[k] {
        case .step:
          for i in 0..<m where i != k {
            higher[k * m + i] = zero.replacing(with: 1, where: here .> total[i])
          }
        case .normal:
          for i in 0..<m where i != k {
            higher[k * m + i] = LaneBlock.normalCDF((here - total[i]) * scale)
          }
        case .table(_, _, _, let low, let perValue, let first):
          let start = low * perValue
          for i in 0..<m where i != k {
            let node = (total[i] - here) * scale - start
            higher[k * m + i] = ConditionalShare.above(entries, first, at: node)
          }
        }
      }
      for k in 0..<m {
        for i in 0..<m where i != k {
          above[k * m + i] += higher[k * m + i].counted
        }
      }
      for i in 0..<m {
        rank(i, higher.span, &shares)
        // The rank in the middle of three is what is left.
        for rank in stride(from: 0, to: m, by: m == 3 ? 2 : 1) {
          ranks[i * m + rank] += shares[rank].counted
        }
        if wantsCentralWeights {
          let first = shares[0] * share
          for j in 0..<n { sums.central[i * n + j] += weight[j] * first }
        }
      }
      for index in sets.indices {
        sums.best[index] += Self.best(of: sets[index], total.span) * share
      }
      if 4 * block < blocks, !sets.isEmpty {
        for k in 0..<m {
          shares[k] = expected.sum(k, weight.span, samples, row)
          sums.expectedTotals[k] += shares[k] * share
        }
        for index in sets.indices {
          sums.bestExpected[index] += Self.best(of: sets[index], shares.span) * share
        }
      }
    }
    sums.weights = weightSums
    sums.totals = totalSums
    sums.ranks = rankSums
    sums.above = aboveSums
  }

  /// The share of each rank of alternative i, given the shares in which the others are above it; of
  /// three alternatives only the first and the last rank.
  @inline(__always)
  private func rank(
    _ i: Int, _ higher: Span<LaneBlock>, _ shares: inout MutableSpan<LaneBlock>
  ) {
    let m = alternatives
    if m == 3 {
      let over = higher[(i == 0 ? 1 : 0) * 3 + i]
      let also = higher[(i == 2 ? 1 : 2) * 3 + i]
      shares[0] = (1 - over) * (1 - also)
      shares[2] = over * also
      return
    }
    shares[0] = LaneBlock(repeating: 1)
    var others = 0
    for k in 0..<m where k != i {
      let over = higher[k * m + i]
      let under = 1 - over
      others += 1
      shares[others] = shares[others - 1] * over
      var rank = others - 1
      while rank > 0 {
        shares[rank] = shares[rank] * under + shares[rank - 1] * over
        rank -= 1
      }
      shares[0] *= under
    }
  }

  @inline(__always)
  private static func best(of set: [Int], _ totals: Span<LaneBlock>) -> LaneBlock {
    var highest = totals[set[0]]
    for k in set.dropFirst() { highest = LaneBlock.higher(highest, totals[k]) }
    return highest
  }
}

extension RankKernel {
  /// The kernel for some alternatives and criteria (indices) of a plan.
  ///
  /// Of each alternative's unsure cells the normal ones together, or the one that counts for most,
  /// are smoothed, whichever spreads the total more at the weights given.
  /// - Parameter shiftsOfFirst: what is added to each value of the first alternative; empty: nothing.
  init(
    _ plan: SamplePlan, alternatives rows: [Int], criteria columns: [Int], typical: [Double],
    weights: WeightDraws, sets: [[Int]], wantsCentralWeights: Bool, shiftsOfFirst: [Double] = []
  ) {
    var location = KernelTerms()
    var variance = KernelTerms()
    var expected = KernelTerms()
    var smoothing: [Smoothing] = []
    let twins = TiedRanks.groups(rows.count) { one, other in
      plan.alwaysTie(
        rows[one], rows[other], criteria: columns, typical: typical,
        isFixed: weights.stride == 0)
    }
    for (place, own) in rows.enumerated() {
      // Twins are added up from the same numbers, so that rounding does not tell them apart.
      let row = twins.first { $0.contains(place) }.map { rows[$0[0]] } ?? own
      let cells = columns.map { plan.cells[row][$0] }
      let choice = Self.choice(cells, typical)
      var fixed: [KernelTerms.Fixed] = []
      var drawn: [KernelTerms.Drawn] = []
      var squares: [KernelTerms.Fixed] = []
      var kind = Smoothing.step
      if place == 0 {
        for (criterion, shift) in shiftsOfFirst.enumerated() {
          fixed.append(KernelTerms.Fixed(criterion: criterion, value: Float(shift)))
        }
      }
      for (criterion, cell) in cells.enumerated() {
        func addBase() {
          if let base = cell.baseColumn {
            drawn.append(KernelTerms.Drawn(criterion: criterion, column: base))
          }
        }
        switch (choice, cell.smoothing, cell.column) {
        case (_, _, nil):
          fixed.append(KernelTerms.Fixed(criterion: criterion, value: Float(cell.mean)))
        case (.normal, .normal(let mean, let sd), _):
          fixed.append(KernelTerms.Fixed(criterion: criterion, value: mean))
          squares.append(KernelTerms.Fixed(criterion: criterion, value: sd * sd))
          addBase()
          kind = .normal(column: place)
        case (.single(let chosen), .table(let table), let column?) where chosen == criterion:
          let share = plan.tables[table]
          kind = .table(
            criterion: criterion, column: column, baseColumn: cell.baseColumn, low: share.low,
            perValue: share.nodesPerValue, first: table * ConditionalShare.nodes)
          addBase()
        case (_, _, let column?):
          drawn.append(KernelTerms.Drawn(criterion: criterion, column: column))
        }
      }
      location.append(fixed: fixed, drawn: drawn)
      variance.append(fixed: squares)
      expected.append(
        fixed: cells.enumerated().map {
          KernelTerms.Fixed(criterion: $0.offset, value: Float($0.element.mean))
        })
      smoothing.append(kind)
    }
    self.weights = weights
    samples = plan.samples
    columnCount = plan.columnCount
    blocks = plan.points / LaneBlock.scalarCount
    self.alternatives = rows.count
    self.criteria = columns.count
    self.location = location
    self.variance = variance
    self.smoothing = smoothing
    entries = plan.entries
    self.expected = expected
    self.sets = sets
    self.wantsCentralWeights = wantsCentralWeights
    self.twins = twins
  }

  private enum Choice {
    case none
    case normal
    case single(Int)
  }

  private static func choice(_ cells: [CellSample], _ typical: [Double]) -> Choice {
    var normal = 0.0
    var widest = 0.0
    var single: Int?
    for (criterion, cell) in cells.enumerated() {
      let spread = typical[criterion] * cell.ownSD
      switch cell.smoothing {
      case .none: break
      case .normal: normal += spread * spread
      case .table where spread * spread > widest:
        widest = spread * spread
        single = criterion
      case .table: break
      }
    }
    if normal > 0, normal >= widest { return .normal }
    return single.map { .single($0) } ?? .none
  }
}

extension RankKernel {
  /// The entropy of the order of all alternatives, in bits, over the sampled totals.
  ///
  /// Nothing is smoothed, so that it is less exact than the shares: to about 0.02 bits.
  func rankingEntropy() -> Double? {
    guard alternatives <= RankingEntropy.mostAlternatives else { return nil }
    var orders: [(code: UInt64, importance: Double)] = []
    orders.reserveCapacity(blocks * LaneBlock.scalarCount)
    let samples = self.samples.span
    for block in 0..<blocks {
      let weightRow = block * weights.stride
      let weight = (0..<criteria).map {
        weights.table[weightRow + weights.columns[$0]] * weights.scale[$0]
      }
      let totals = (0..<alternatives).map {
        total($0, weight.span, samples, block * columnCount)
      }
      var codes = SIMD16<UInt64>()
      for own in totals {
        var rank = SIMD16<Int32>()
        for other in totals {
          rank = rank.replacing(with: rank &+ 1, where: other .> own)
        }
        codes = codes &<< 4 | SIMD16<UInt64>(truncatingIfNeeded: rank)
      }
      for lane in 0..<LaneBlock.scalarCount {
        orders.append((codes[lane], 1))
      }
    }
    return RankingEntropy.bits(of: orders, alternatives: alternatives)
  }

  /// The sampled total of an alternative in one block of draws, up to the sum of the weights.
  private func total(
    _ k: Int, _ weight: Span<LaneBlock>, _ samples: Span<LaneBlock>, _ row: Int
  ) -> LaneBlock {
    let here = location.sum(k, weight, samples, row)
    switch smoothing[k] {
    case .step:
      return here
    case .normal(let column):
      let sd = variance.sumOfSquares(k, weight).squareRoot()
      return here + sd * samples[row + column]
    case .table(let criterion, let column, let baseColumn, _, _, _):
      var own = samples[row + column]
      if let baseColumn { own -= samples[row + baseColumn] }
      return here + weight[criterion] * own
    }
  }
}
