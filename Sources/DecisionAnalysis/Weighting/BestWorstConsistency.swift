// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
