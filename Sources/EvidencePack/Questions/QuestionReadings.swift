// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What all readings of the evidence say about two alternatives for one person, and the answer that
/// follows.
public struct QuestionReadings: Sendable, Equatable {
  /// One reading.
  public struct Reading: Sendable, Equatable {
    /// The id of the reading.
    public let id: String
    /// What it says.
    public let analysis: ReadingAnalysis
  }

  /// The id of the first alternative: the procedure where care is compared.
  public let first: String
  /// The id of the second.
  public let second: String
  /// The readings, in the order of the pack.
  public let readings: [Reading]
  /// The answer.
  public let verdict: CombinedVerdict
  /// The difference in level at which the two tie, on the criterion that the question names; nil
  /// when the readings do not lead to different alternatives, or no level in the range makes a tie.
  public let tie: Double?

  /// The id of the alternative that fits better; nil when none is named.
  public var named: String? { verdict.namesFirst.map { $0 ? first : second } }
  /// The id of the alternative that readings of different strength point to; nil when they do not.
  public var pointsTo: String? { verdict.pointsToFirst.map { $0 ? first : second } }
}

extension PreparedQuestion {
  /// The answer for one person.
  ///
  /// - Parameters:
  ///   - first: the id of the first alternative.
  ///   - second: the id of the second.
  ///   - weights: the weights of the person's whole list.
  ///   - uncertainty: how unsure they are.
  ///   - limits: the declared limits of the rules.
  ///   - blocks: for the alternative that leads in a reading (both ids), what keeps it from being
  ///     named there.
  ///   - caps: for the alternative that leads, what allows a somewhat better fit at most.
  /// - Returns: nil when nothing of the question has weight.
  /// - Throws: `AnalysisError` for an alternative that the question is not about, or weights that do
  ///   not hold its criteria.
  public func answer(
    first: String, second: String, weights: CriterionWeights, uncertainty: WeightUncertainty,
    limits: StrengthLimits, blocks: (String, String) -> StrengthReason? = { _, _ in nil },
    caps: (String) -> [StrengthReason] = { _ in [] }
  ) throws(AnalysisError) -> QuestionReadings? {
    var results: [QuestionReadings.Reading] = []
    for reading in readings {
      guard
        var analysis = try reading.prepared.analyse(
          first: first, second: second, weights: weights, uncertainty: uncertainty, limits: limits)
      else { return nil }
      if let block = blocks(analysis.comparison.leader, reading.id) {
        analysis = analysis.blocked(by: block)
      }
      results.append(QuestionReadings.Reading(id: reading.id, analysis: analysis))
    }
    guard let leading = results.first else { return nil }
    return QuestionReadings(
      first: first, second: second, readings: results,
      verdict: CombinedVerdict(
        results.map {
          CombinedVerdict.Part(
            margin: $0.analysis.comparison.margin, strength: $0.analysis.verdict.strength)
        }, limits: limits, caps: caps(leading.analysis.comparison.leader)),
      tie: tie(results))
  }

  /// The tie between the first reading and the last, on the criterion that the question names.
  private func tie(_ results: [QuestionReadings.Reading]) -> Double? {
    guard let id = question.tieOn, let one = results.first?.analysis.comparison,
      let other = results.last?.analysis.comparison,
      let place = one.criteria.firstIndex(of: id),
      let criterion = readings.first?.prepared.problem.criteria.first(where: { $0.id == id })
    else { return nil }
    return ReadingTie.level(
      one.levelDifferences[place], margin: one.margin, other: other.margin,
      weight: one.weights[place], worst: criterion.worst, best: criterion.best)
  }
}
