// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Weights that keep an order, the most important first, up to a factor of the draw.
///
/// All sets w_1 >= ... >= w_n of the simplex are alike: with exponential y_i, w_k = sum of y_i / i
/// for i = k...n. The mean is the rank-order centroid. Source:
/// DecisionAnalysis.docc/WeightUncertainty.md, "Order alone".
struct OrderedWeights: Sendable {
  /// How many weights there are.
  let count: Int
  /// The weights as [block][place].
  let table: [LaneBlock]

  init(_ grid: LatticeGrid, count: Int) {
    self.count = count
    var columns = (0..<count).map { Self.exponentials(grid, dimension: $0) }
    for place in columns.indices.reversed() {
      let share = 1 / Float(place + 1)
      for draw in columns[place].indices {
        columns[place][draw] *= share
        if place + 1 < count { columns[place][draw] += columns[place + 1][draw] }
      }
    }
    table = SamplePlanBuilder.blocks(columns)
  }

  /// Exponential numbers with mean 1 in draw order; divided by their sum they are uniform on the
  /// simplex.
  static func exponentials(_ grid: LatticeGrid, dimension: Int) -> [Float] {
    let levels = (0..<grid.points).map { Float(-Numerics.log(grid.probability($0))) }
    return grid.indices(dimension: dimension).map { levels[$0] }
  }
}

/// Weights whose ratios to the most important one lie in given ranges, all such sets of the simplex
/// being alike; each draw counts the same.
///
/// With t_j = w_j / w_top the uniform density on the simplex is S^-n, S = sum of t
/// (DecisionAnalysis.docc/WeightUncertainty.md, "Ratios to the most important"). Since S^-n is the
/// integral of r^(n-1) exp(-r S) / (n-1)! over r > 0, the t_j are independent exponential numbers
/// of rate r, cut to their ranges, once r is drawn from its own density r^(n-1-k) exp(-r low) prod
/// (1 - exp(-r d_j)): k ranges of width d_j > 0, low the smallest S.
struct TopRatioWeights: Sendable {
  /// The weights of each criterion as shares of the largest, in draw order.
  let columns: [[Float]]

  init(_ grid: LatticeGrid, ranges: [PerformanceInterval]) {
    let top = ranges.firstIndex { $0.low == 1 } ?? 0
    let rates = Self.rates(grid, ranges)
    // The weight of the most important criterion is no random number, so that its dimension is free.
    let rate = grid.indices(dimension: top).map { rates[$0] }
    columns = ranges.enumerated().map { criterion, range in
      let width = range.high - range.low
      guard width > 0 else { return Array(repeating: Float(range.low), count: grid.points) }
      return zip(grid.indices(dimension: criterion), rate).map { index, rate in
        // Small ratios where the share is small: the density falls with t.
        let reach = Numerics.expm1(-rate * width)
        return Float(
          range.low - Numerics.log1p(grid.probability(index) * reach) / rate)
      }
    }
  }

  /// The quantiles of r at the midpoints of the grid, ascending.
  private static func rates(_ grid: LatticeGrid, _ ranges: [PerformanceInterval]) -> [Double] {
    let n = Double(ranges.count)
    let low = ranges.reduce(0) { $0 + $1.low }
    let widths = ranges.map { $0.high - $0.low }.filter { $0 > 0 }
    // No more than 1e-12 of a gamma distribution of shape n lies above.
    let last = (n + 12 * n.squareRoot() + 40) / low
    let step = last / Double(nodes)
    var sums = [0.0]
    var previous = 0.0
    for node in 1...nodes {
      let rate = step * Double(node)
      var density = Numerics.exp(-rate * low)
      for width in widths { density *= -Numerics.expm1(-rate * width) }
      for _ in widths.count..<(ranges.count - 1) { density *= rate }
      sums.append(sums[node - 1] + previous + density)
      previous = density
    }
    var node = 0
    return (0..<grid.points).map { index in
      let wanted = grid.probability(index) * sums[nodes]
      while node < nodes - 1, sums[node + 1] < wanted { node += 1 }
      let rise = sums[node + 1] - sums[node]
      return step * (Double(node) + (rise > 0 ? (wanted - sums[node]) / rise : 0.5))
    }
  }

  /// How many steps the density of r is added up in.
  private static let nodes = 8192
}

/// Weights along a chain, the ratio of each to the next in a given range, all such sets of the simplex
/// being alike; each draw counts the same.
///
/// Independent exponential numbers divided by their sum are uniform on the simplex, whatever their
/// sum. In logarithms x_k, of density exp(x - e^x), the ranges are low <= x_k - x_(k+1) <= high. With
/// H_1 = 1 and H_(k+1)(x) = integral of density H_k from x + low to x + high, the last number has the
/// density exp(x - e^x) H_n(x), and each before it its share of that integral. Source:
/// DecisionAnalysis.docc/WeightUncertainty.md, "Chain of ratios"; the integrals are added up on a
/// grid.
struct ChainWeights: Sendable {
  /// The weights of each criterion, up to a factor of the draw, in draw order.
  private(set) var columns: [[Float]]

  init(_ grid: LatticeGrid, order: [Int], ratios: [PerformanceInterval]) {
    let links = ratios.map {
      PerformanceInterval(Numerics.log($0.low), Numerics.log($0.high))
    }
    let scale = LogGrid(links)
    // The cumulated integrals of each number from the first to the last, and how open its link is.
    var sums = [scale.sums(of: scale.density)]
    for (index, link) in links.enumerated() {
      let open = scale.density.indices.map { node -> Double in
        let x = scale.level(node)
        guard link.high - link.low > Self.leastWidth else {
          return scale.interpolated(sums[index], at: x + link.low, isDensity: true)
        }
        return scale.interpolated(sums[index], at: x + link.high)
          - scale.interpolated(sums[index], at: x + link.low)
      }
      sums.append(scale.sums(of: zip(scale.density, open).map { $0 * $1 }))
    }
    columns = Array(repeating: [], count: order.count)
    let last = order.count - 1
    var levels = grid.indices(dimension: last).map {
      scale.place(in: sums[last], of: grid.probability($0) * sums[last][LogGrid.nodes])
    }
    columns[order[last]] = levels.map { Float(Numerics.exp($0)) }
    for index in links.indices.reversed() {
      let link = links[index]
      let places = grid.indices(dimension: index)
      for draw in levels.indices {
        let (low, high) = (levels[draw] + link.low, levels[draw] + link.high)
        guard link.high - link.low > Self.leastWidth else {
          levels[draw] = low
          continue
        }
        let start = scale.interpolated(sums[index], at: low)
        let end = scale.interpolated(sums[index], at: high)
        let wanted = start + grid.probability(places[draw]) * (end - start)
        levels[draw] = min(max(scale.place(in: sums[index], of: wanted), low), high)
      }
      columns[order[index]] = levels.map { Float(Numerics.exp($0)) }
    }
  }

  /// A range of logarithms below this is one ratio.
  private static let leastWidth = 1e-9
}

/// Logarithms at equal steps, with sums that are straight between them.
private struct LogGrid {
  static let nodes = 8192
  let first: Double
  let step: Double
  /// exp(x - e^x) at each node.
  private(set) var density: [Double] = []

  /// The grid for links between logarithms: the sum of the numbers is above e^-12 and each is below
  /// e^4, but for one draw in a million.
  init(_ links: [PerformanceInterval]) {
    first = links.reduce(-12) { $0 - max($1.high, 0) }
    step = (4 - first) / Double(Self.nodes)
    density = (0...Self.nodes).map { node in
      let x = level(node)
      return Numerics.exp(x - Numerics.exp(x))
    }
  }

  func level(_ node: Int) -> Double { first + step * Double(node) }

  /// The integral of a density up to each node, by the trapezium rule.
  func sums(of density: [Double]) -> [Double] {
    var sums = [0.0]
    for (one, next) in zip(density, density.dropFirst()) {
      sums.append(sums[sums.count - 1] + step * (one + next) / 2)
    }
    return sums
  }

  /// A sum at any level, or what it rises by per unit there.
  func interpolated(_ sums: [Double], at level: Double, isDensity: Bool = false) -> Double {
    let place = (level - first) / step
    if place <= 0 { return 0 }
    let node = min(Int(place), Self.nodes - 1)
    let rise = sums[node + 1] - sums[node]
    if isDensity { return rise / step }
    return sums[node] + rise * min(place - Double(node), 1)
  }

  /// The level at which a sum is reached.
  func place(in sums: [Double], of wanted: Double) -> Double {
    var (low, high) = (0, Self.nodes)
    while high - low > 1 {
      let middle = (low + high) / 2
      if sums[middle] <= wanted { low = middle } else { high = middle }
    }
    let rise = sums[high] - sums[low]
    return level(low) + (rise > 0 ? step * (wanted - sums[low]) / rise : 0)
  }
}
