// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's answers to the best-worst method: every criterion is compared with the one that
/// matters most and with the one that matters least.
public struct BestWorstAnswers: Sendable, Equatable {
  /// The id of the criterion that matters most.
  public let mostImportant: String
  /// The id of the criterion that matters least.
  public let leastImportant: String
  /// One answer for each criterion.
  public let answers: [BestWorstAnswer]

  /// Comparisons with the two criteria that were chosen first.
  public init(mostImportant: String, leastImportant: String, answers: [BestWorstAnswer]) {
    self.mostImportant = mostImportant
    self.leastImportant = leastImportant
    self.answers = answers
  }
}

/// The two comparisons of one criterion, with the range that the questions showed.
public struct BestWorstAnswer: RangedAnswer, Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// How many times as much the most important criterion matters as this one, 1...9 (a_Bj).
  public let fromMost: Double
  /// How many times as much this criterion matters as the least important one, 1...9 (a_jW).
  public let toLeast: Double

  /// An answer with the anchors that it was asked with.
  public init(criterion: String, worst: Double, best: Double, fromMost: Double, toLeast: Double) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.fromMost = fromMost
    self.toLeast = toLeast
  }
}

extension BestWorstAnswers: MethodAnswers {
  static let method = ElicitationMethod.bestWorst
  var ranges: [ShownRange] { answers.map(\.range) }

  /// Input rules: a_BB = 1, a_WW = 1, a_BW given in both rows alike, all of 1...9.
  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    let ids = criteria.map(\.id)
    var faults = [mostImportant, leastImportant].filter { !ids.contains($0) }
      .map { WeightingError.notOnList($0) }
    if mostImportant == leastImportant { faults.append(.mostIsLeast(mostImportant)) }
    for answer in answers {
      let id = answer.criterion
      if [answer.fromMost, answer.toLeast].contains(where: { !$0.isFinite }) {
        faults.append(.notFinite(id))
      } else if [answer.fromMost, answer.toLeast].contains(where: { !(1...9).contains($0) }) {
        faults.append(.outsideScale(id, 1...9))
      } else if (id == mostImportant && answer.fromMost != 1)
        || (id == leastImportant && answer.toLeast != 1)
      {
        faults.append(.notOneWithItself(id))
      }
    }
    if faults.isEmpty, answer(mostImportant)?.toLeast != answer(leastImportant)?.fromMost {
      faults.append(.mostToLeastDiffers(mostImportant, leastImportant))
    }
    return faults
  }

  /// The optimum of the linear model.
  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    let ids = criteria.map(\.id)
    let between = ids.filter { $0 != mostImportant && $0 != leastImportant }
    let solution = BestWorstSolution(
      mostToLeast: answer(mostImportant)?.toLeast ?? 1,
      others: between.compactMap { id in
        answer(id).map { (fromMost: $0.fromMost, toLeast: $0.toLeast) }
      })
    let amounts = ids.map { id in
      if id == mostImportant { return solution.most }
      if id == leastImportant { return solution.least }
      return between.firstIndex(of: id).map { solution.others[$0] } ?? 0
    }
    let consistency = BestWorstConsistency(
      of: self, criteria: ids, deviation: solution.deviation)
    return try CriterionWeights(
      criteria: ids, proportionalTo: amounts, method: weightingMethod,
      consistency: .bestWorst(consistency))
  }

  /// The answer for a criterion.
  func answer(_ id: String) -> BestWorstAnswer? { answers.answer(for: id) }
}

/// How far the comparisons of the best-worst method agree with each other.
///
/// No limits are stated: published ones depend on the number of criteria and on a_BW.
public struct BestWorstConsistency: Sendable, Equatable {
  /// The optimal xi of the linear model; 0 when all comparisons agree.
  public let deviation: Double
  /// The consistency index that belongs to a_BW (Rezaei 2015).
  public let index: Double
  /// The customary ratio xi / index; nil when the index is 0 and xi is not.
  public let ratio: Double?
  /// The input-based ratio, the largest of |a_Bj a_jW - a_BW| / (a_BW^2 - a_BW) (Liang, Brunelli
  /// and Rezaei 2020); 0 when a_BW is 1.
  public let inputRatio: Double
  /// The criterion whose comparisons give the input-based ratio; nil when it is 0.
  public let worstCriterion: String?

  /// The printed indices for a_BW from 1 to 9.
  static let indices = [0, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]

  /// The index for any a_BW: the printed one for whole numbers, else the smaller root of
  /// xi^2 - (1 + 2 a) xi + a^2 - a = 0, which the printed ones are rounded from.
  static func index(mostToLeast a: Double) -> Double {
    if a == a.rounded(), a >= 1, a <= 9 { return indices[Int(a) - 1] }
    return ((1 + 2 * a) - (1 + 8 * a).squareRoot()) / 2
  }

  /// The consistency of answers without faults whose model has the given optimum.
  init(of answers: BestWorstAnswers, criteria: [String], deviation: Double) {
    let a = answers.answer(answers.mostImportant)?.toLeast ?? 1
    self.deviation = deviation
    index = BestWorstConsistency.index(mostToLeast: a)
    ratio = index > 0 ? deviation / index : deviation < 1e-12 ? 0 : nil
    var (largest, worst) = (0.0, String?.none)
    for id in criteria where a > 1 {
      guard let answer = answers.answer(id) else { continue }
      let error = (answer.fromMost * answer.toLeast - a).magnitude / (a * a - a)
      if error > largest { (largest, worst) = (error, id) }
    }
    inputRatio = largest
    worstCriterion = worst
  }
}

/// The optimum of the linear best-worst model (Rezaei 2016, Omega 64:126), without a solver.
///
/// It minimises xi subject to |w_B - a_Bj w_j| <= xi, |w_j - a_jW w_W| <= xi, sum w = 1, w >= 0.
/// With w_B = 1 and w_W = r the others can be eliminated: xi >= h(r), and each takes its upper bound
/// min((1 + h) / a_Bj, a_jW r + h). The quotient h / S of h and the sum S of all weights is
/// monotone between break points, so that its minimum stands at one of them.
/// Source: DecisionAnalysis.docc/Elicitation.md, "Best and worst".
struct BestWorstSolution {
  /// The weights of the criteria between the most and the least important, in the order given.
  let others: [Double]
  /// The weight of the most important criterion.
  let most: Double
  /// The weight of the least important criterion.
  let least: Double
  /// The optimal xi: 0 when all comparisons agree.
  let deviation: Double

  /// One branch |1 - c r| / d of the lower bound of xi.
  private struct Branch {
    let c: Double
    let d: Double
  }

  /// The solution for a_BW and the pairs (a_Bj, a_jW) of the other criteria, all of 1...9.
  init(mostToLeast: Double, others pairs: [(fromMost: Double, toLeast: Double)]) {
    let branches =
      [Branch(c: mostToLeast, d: 1)]
      + pairs.map { Branch(c: $0.fromMost * $0.toLeast, d: 1 + $0.fromMost) }
    func bound(_ r: Double) -> Double {
      branches.reduce(0) { max($0, (1 - $1.c * r).magnitude / $1.d) }
    }
    func weights(_ r: Double, _ h: Double) -> [Double] {
      pairs.map { min((1 + h) / $0.fromMost, $0.toLeast * r + h) }
    }
    var (bestLeast, bestBound, bestSum, smallest) = (1 / mostToLeast, 1.0, 1.0, Double.infinity)
    for r in BestWorstSolution.candidates(branches, pairs).sorted() {
      let h = bound(r)
      let sum = weights(r, h).reduce(1 + r, +)
      if h / sum < smallest { (bestLeast, bestBound, bestSum, smallest) = (r, h, sum, h / sum) }
    }
    others = weights(bestLeast, bestBound).map { $0 / bestSum }
    most = 1 / bestSum
    least = bestLeast / bestSum
    deviation = bestBound / bestSum
  }

  /// Every r at which the quotient can bend: zeros of branches, crossings of two branches, and
  /// points where the two upper bounds of a weight are equal.
  private static func candidates(
    _ branches: [Branch], _ pairs: [(fromMost: Double, toLeast: Double)]
  ) -> [Double] {
    var found = branches.map { 1 / $0.c }
    for (place, one) in branches.enumerated() {
      for other in branches[(place + 1)...] {
        found.append((other.d - one.d) / (one.c * other.d - other.c * one.d))
        found.append((other.d + one.d) / (one.c * other.d + other.c * one.d))
      }
      for pair in pairs {
        let product = pair.fromMost * pair.toLeast
        for sign in [1.0, -1] {
          let rise = (pair.fromMost - 1) * sign
          found.append((one.d - rise) / (one.d * product - rise * one.c))
        }
      }
    }
    return found.filter { $0.isFinite && $0 > 0 }
  }
}
