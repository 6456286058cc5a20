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

  /// Answers from their parts.
  public init(mostImportant: String, leastImportant: String, answers: [BestWorstAnswer]) {
    self.mostImportant = mostImportant
    self.leastImportant = leastImportant
    self.answers = answers
  }
}

/// The two comparisons of one criterion, with the range that the questions showed.
public struct BestWorstAnswer: Sendable, Equatable {
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

extension BestWorstAnswers {
  /// What is wrong with the comparisons, beyond a wrong list, in the order of the criteria.
  ///
  /// Input rules: a_BB = 1, a_WW = 1, a_BW given in both rows alike, all of 1...9.
  func comparisonFaults(of ids: [String]) -> [WeightingError] {
    var faults = [mostImportant, leastImportant].filter { !ids.contains($0) }
      .map { WeightingError.notOnList($0) }
    if mostImportant == leastImportant { faults.append(.mostIsLeast(mostImportant)) }
    for answer in answers {
      let id = answer.criterion
      if [answer.fromMost, answer.toLeast].contains(where: { !$0.isFinite }) {
        faults.append(.notFinite(id))
      } else if [answer.fromMost, answer.toLeast].contains(where: { !(1...9).contains($0) }) {
        faults.append(.outsideScale(id))
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

  /// The answer for a criterion.
  func answer(_ id: String) -> BestWorstAnswer? { answers.first { $0.criterion == id } }
}
