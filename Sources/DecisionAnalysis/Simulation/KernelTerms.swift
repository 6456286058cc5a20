// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a sum over the criteria is made of, for all alternatives one after the other.
struct KernelTerms: Sendable {
  /// A value that is the same in each draw, times the weight of a criterion.
  struct Fixed: Sendable {
    let criterion: Int
    let value: Float
  }

  /// A column of values, times the weight of a criterion.
  struct Drawn: Sendable {
    let criterion: Int
    let column: Int
  }

  private(set) var fixed: [Fixed] = []
  private(set) var fixedEnds: [Int] = []
  private(set) var drawn: [Drawn] = []
  private(set) var drawnEnds: [Int] = []

  /// Adds the terms of the next alternative.
  mutating func append(fixed more: [Fixed], drawn others: [Drawn] = []) {
    // A value of zero adds nothing.
    fixed += more.filter { $0.value != 0 }
    drawn += others
    fixedEnds.append(fixed.count)
    drawnEnds.append(drawn.count)
  }

  /// The sum for an alternative in one block of draws.
  @inline(__always)
  func sum(
    _ alternative: Int, _ weights: Span<LaneBlock>, _ samples: Span<LaneBlock>, _ row: Int
  ) -> LaneBlock {
    var sum = LaneBlock()
    let fixed = self.fixed.span
    for index in (alternative == 0 ? 0 : fixedEnds[alternative - 1])..<fixedEnds[alternative] {
      sum += weights[fixed[index].criterion] * fixed[index].value
    }
    let drawn = self.drawn.span
    for index in (alternative == 0 ? 0 : drawnEnds[alternative - 1])..<drawnEnds[alternative] {
      sum += weights[drawn[index].criterion] * samples[row + drawn[index].column]
    }
    return sum
  }

  /// The sum over the values that are the same in each draw, times squared weights.
  @inline(__always)
  func sumOfSquares(_ alternative: Int, _ weights: Span<LaneBlock>) -> LaneBlock {
    var sum = LaneBlock()
    let fixed = self.fixed.span
    for index in (alternative == 0 ? 0 : fixedEnds[alternative - 1])..<fixedEnds[alternative] {
      let weight = weights[fixed[index].criterion]
      sum += weight * weight * fixed[index].value
    }
    return sum
  }
}
