// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct LatticeRuleTests {
  /// Cells of 2^-32 worked out apart, with the Philox of numpy 2.4.6.
  static let cells: [(size: LatticeRule.Size, index: Int, dimension: Int, cell: UInt32)] = [
    (.points1024, 0, 0, 272_032_662), (.points1024, 1, 0, 276_226_966),
    (.points1024, 5, 1, 824_264_941), (.points1024, 1_000, 31, 2_683_703_201),
    (.points1024, 1_023, 255, 1_150_522_297), (.points1024, 3, 256, 2_842_687_518),
    (.points1024, 1_023, 1_000, 3_266_529_695), (.points4096, 5, 1, 3_220_261_101),
    (.points4096, 4_095, 255, 142_840_761), (.points4096, 4_095, 1_000, 4_041_202_326),
    (.points16384, 1_000, 31, 3_373_666_209), (.points16384, 16_383, 255, 3_994_522_553),
    (.points65536, 1, 0, 272_098_198), (.points65536, 1_000, 31, 2_545_815_457),
    (.points65536, 65_535, 255, 505_451_449), (.points65536, 65_535, 1_000, 789_162_276),
  ]

  @Test("A coordinate is the middle of the cell worked out apart", arguments: cells)
  func isTheMiddleOfItsCell(
    point: (size: LatticeRule.Size, index: Int, dimension: Int, cell: UInt32)
  ) {
    let rule = LatticeRule(size: point.size)
    let expected = (Double(point.cell) + 0.5) / 4_294_967_296
    #expect(rule.coordinate(point.index, point.dimension) == expected)
    #expect(rule.column(dimension: point.dimension)[point.index] == expected)
    #expect(rule.coordinate(point.index + rule.points, point.dimension) == expected)
  }

  @Test("The vector is that of a component-by-component search", arguments: [12])
  func isTheBestVector(components: Int) {
    let rule = LatticeRule(size: .points1024)
    let count = rule.points
    func kernel(_ position: Int) -> Double {
      let x = Double(position % count) / Double(count)
      return x * x - x + 1.0 / 6
    }
    var product = [Double](repeating: 1, count: count)
    var chosen: [Int] = []
    for component in 1...components {
      let candidates = stride(from: 1, to: count / 2, by: 2).filter { !chosen.contains($0) }
      let errors = candidates.map { z in
        product.indices.reduce(0) { $0 + product[$1] * kernel($1 * z) } / Double(count)
      }
      let least = errors.min() ?? 0
      // Candidates as good as the best: the smallest is taken, as in lattice.py.
      let best = zip(candidates, errors).first { $0.1 <= least + 1e-12 }?.0 ?? 0
      chosen.append(best)
      for k in product.indices { product[k] *= 1 + 0.8 / Double(component) * kernel(k * best) }
    }
    #expect(chosen == rule.generatingVector.prefix(components).map(Int.init))
  }

  @Test("No two dimensions are one", arguments: LatticeRule.Size.allCases)
  func hasDifferentComponents(size: LatticeRule.Size) {
    let vector = LatticeRule(size: size).generatingVector
    #expect(vector.count == LatticeRule.latticeDimensions)
    #expect(Set(vector).count == vector.count)
    #expect(vector.allSatisfy { $0 % 2 == 1 && Int($0) < size.rawValue / 2 })
  }

  @Test("Each lattice dimension takes equally spaced values", arguments: [0, 1, 17, 128, 255])
  func isEquallySpaced(dimension: Int) {
    for size in LatticeRule.Size.allCases {
      let rule = LatticeRule(size: size)
      let sorted = rule.column(dimension: dimension).sorted()
      #expect(sorted.count == rule.points)
      #expect(sorted[0] > 0 && sorted[rule.points - 1] < 1)
      let spacing = 1 / Double(rule.points)
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 == spacing })
    }
  }

  @Test("Dimensions beyond the lattice look random and differ", arguments: [256, 257, 5_000])
  func isRandomBeyond(dimension: Int) {
    let rule = LatticeRule(size: .points16384)
    let column = rule.column(dimension: dimension)
    #expect(column.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = column.reduce(0, +) / Double(column.count)
    // Five standard errors of a uniform mean, 0.2887 / 128.
    #expect((mean - 0.5).magnitude < 0.0113)
    #expect(column != rule.column(dimension: dimension + 1))
  }

  @Test("A product of many dimensions is summed far better than by random points")
  func integratesWell() {
    for (size, limit) in [(LatticeRule.Size.points1024, 2e-3), (.points65536, 5e-5)] {
      let rule = LatticeRule(size: size)
      var products = [Double](repeating: 1, count: rule.points)
      for dimension in 0..<32 {
        let weight = 1 / Double(dimension + 1)
        let column = rule.column(dimension: dimension)
        for index in products.indices { products[index] *= 1 + weight * (column[index] - 0.5) }
      }
      let mean = products.reduce(0, +) / Double(rule.points)
      // Random points: 0.33 / sqrt(points), 1e-2 and 1.3e-3.
      #expect((mean - 1).magnitude < limit, "\(mean)")
    }
  }
}
