// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Weights along a chain, the ratio of each to the next in a given range, all such sets of the simplex
/// being alike; each draw counts the same.
///
/// Independent exponential numbers divided by their sum are uniform on the simplex, whatever their
/// sum. In logarithms x_k, of density exp(x - e^x), the ranges are low <= x_k - x_(k+1) <= high. With
/// H_1 = 1 and H_(k+1)(x) = integral of density H_k from x + low to x + high, the last number has the
/// density exp(x - e^x) H_n(x), and each before it its share of that integral. Source:
/// `decision-model.md` 2.3 (e); the integrals are added up on a grid.
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
