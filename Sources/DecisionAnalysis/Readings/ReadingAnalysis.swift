// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Everything that one reading of the evidence says about two alternatives: margin, share, what it
/// hangs on, and how clearly one fits better.
public struct ReadingAnalysis: Sendable, Equatable {
  /// The closed form.
  public let comparison: PairComparison
  /// What the verdict was made from.
  public let evidence: ReadingEvidence
  /// How clearly one fits better, and why not more clearly.
  public let verdict: ReadingVerdict

  /// The same where something beside the rules keeps the leader from being named; where the rules
  /// name none, their reason stays.
  public func blocked(by reason: StrengthReason) -> ReadingAnalysis {
    if verdict.strength == .none { return self }
    return ReadingAnalysis(
      comparison: comparison, evidence: evidence, verdict: ReadingVerdict(takenBy: reason))
  }
}

/// A question under one reading, prepared for all persons of a setting: two or more alternatives on
/// the criteria of the question.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Two readings of the evidence".
public struct PreparedReading: Sendable {
  /// What is known of a criterion beside its numbers.
  public struct Trait: Sendable, Equatable {
    /// Whether nobody has shown that people feel a difference.
    public var isUnfelt: Bool
    /// The smallest difference in level that people find worth the trouble; nil: not known.
    public var worthwhile: Double?

    /// What is known of a criterion.
    public init(isUnfelt: Bool = false, worthwhile: Double? = nil) {
      self.isUnfelt = isUnfelt
      self.worthwhile = worthwhile
    }
  }

  /// Another measure of the aim of a criterion.
  public struct OtherMeasure: Sendable {
    /// The criterion whose place it takes.
    public let criterion: String
    /// The alternatives on the other measure alone.
    public let problem: DecisionProblem

    /// Another measure, with the same alternatives as the question.
    public init(of criterion: String, problem: DecisionProblem) {
      self.criterion = criterion
      self.problem = problem
    }
  }

  /// The problem: the criteria of the question, then the outcomes taken to be alike.
  public let problem: DecisionProblem
  /// The ids of the criteria of the question.
  public let criteria: [String]
  /// The ids of the outcomes in which the alternatives are taken to be alike; they are not weighed.
  public let alike: [String]
  /// What is known of the criteria, by id.
  public let traits: [String: Trait]
  /// The performances whose own numbers were chosen or are not known.
  public let declared: [CellReference]
  /// Another measure of the aim of one criterion.
  public let otherMeasure: OtherMeasure?
  let plan: SamplePlan
  private let levels: LevelTable
  private let otherLevels: LevelTable?

  /// A question under one reading.
  ///
  /// - Parameters:
  ///   - points: how many draws.
  ///   - sigma: the response error of weights that is prepared for.
  ///   - longestList: the most criteria whose weights may be drawn together.
  /// - Throws: `AnalysisError` as `SamplePlan` does.
  public init(
    _ problem: DecisionProblem, criteria: [String], alike: [String] = [],
    traits: [String: Trait] = [:], declared: [CellReference] = [],
    otherMeasure: OtherMeasure? = nil, points: Int, sigma: Double, longestList: Int
  ) throws(AnalysisError) {
    self.problem = problem
    self.criteria = criteria
    self.alike = alike
    self.traits = traits
    self.declared = declared
    self.otherMeasure = otherMeasure
    levels = LevelTable(problem)
    otherLevels = otherMeasure.map { LevelTable($0.problem) }
    plan = try SamplePlan(
      problem, points: points, sigma: sigma,
      listLengths: Set([criteria.count, longestList]).sorted(),
      weightDimensions: longestList)
  }

  /// The analysis for two alternatives and the weights of one person.
  ///
  /// - Parameters:
  ///   - first: the id of the first alternative.
  ///   - second: the id of the second.
  ///   - weights: the weights of the person's whole list; a criterion of the question that is not on
  ///     it counts for nothing, and an outcome taken to be alike is then not looked at.
  ///   - uncertainty: how unsure these weights are.
  ///   - limits: the declared limits of the rules.
  /// - Returns: nil when nothing of the question has weight.
  /// - Throws: `AnalysisError.unknownAlternative`, `.duplicateAlternative`.
  public func analyse(
    first: String, second: String, weights: CriterionWeights, uncertainty: WeightUncertainty,
    limits: StrengthLimits
  ) throws(AnalysisError) -> ReadingAnalysis? {
    let criteria = criteria.filter { weights.weight(of: $0) != nil }
    guard !criteria.isEmpty, let own = weights.restricted(to: criteria) else { return nil }
    let comparison = try PairComparison(
      levels, first: first, second: second, weights: own, declared: declared)
    let (leader, rival) = comparison.firstLeads ? (first, second) : (second, first)
    let shares = try shares(
      first: leader, second: rival, weights: own,
      uncertainty: QuestionUncertainty(uncertainty, of: weights.criteria, for: criteria))
    var evidence = ReadingEvidence(
      margin: comparison.margin, estimateMargin: comparison.estimateMargin,
      share: shares.firstAhead() ?? 0, numericError: SimulationPoints.numericError,
      criteria: criteria.indices.map { index in
        let trait = traits[criteria[index]] ?? Trait()
        return ReadingEvidence.Weighed(
          criterion: criteria[index], weight: own.values[index], isUnfelt: trait.isUnfelt,
          worthwhile: trait.worthwhile, levelDifference: comparison.levelDifferences[index],
          marginWithout: comparison.margin(without: index), shareWithout: nil)
      })
    evidence.declared = comparison.declared
    evidence.declaredJointly = comparison.declaredJointly
    evidence.flips = comparison.flips
    if let otherMeasure, let otherLevels,
      let column = criteria.firstIndex(of: otherMeasure.criterion)
    {
      let values = try PairLevels(
        otherLevels, first, second, [otherMeasure.problem.criteria[0].id]
      ).valueDifferences()
      evidence.otherMeasureMargin = comparison.margin(replacing: column, by: values[0])
    }
    // The shares that follow take most of the time. What takes a verdict is the first rule that does,
    // and is said alone: nothing after it is needed.
    for index in criteria.indices {
      let item = evidence.criteria[index]
      guard StrengthRules.allow(evidence, limits, upTo: NoMinorItem.self) else { break }
      guard item.weight > 0, let without = item.marginWithout,
        evidence.lead(without) >= limits.sameBelow
      else { continue }
      evidence.criteria[index].shareWithout = shares.firstAhead(without: index)
    }
    if ReadingVerdict(evidence, limits: limits).strength > .none {
      evidence.alikeShare = try alikeShare(
        leader: leader, rival: rival, weights: weights, uncertainty: uncertainty)
    }
    return ReadingAnalysis(
      comparison: comparison, evidence: evidence,
      verdict: ReadingVerdict(evidence, limits: limits))
  }

  /// In what share of the draws one alternative is ahead of another.
  ///
  /// - Parameters:
  ///   - weights: the weights of criteria of the problem.
  ///   - uncertainty: how unsure they are.
  /// - Throws: as `PairShares` does.
  public func shares(
    first: String, second: String, weights: CriterionWeights, uncertainty: QuestionUncertainty
  ) throws(AnalysisError) -> PairShares {
    try PairShares(plan, first: first, second: second, weights: weights, uncertainty: uncertainty)
  }

  /// The share in which the leader is ahead when the alike outcomes are drawn too, shifted to a mean
  /// difference of zero.
  ///
  /// - Parameters:
  ///   - leader: the id of the alternative that leads.
  ///   - rival: the id of the other.
  ///   - weights: the weights of the person's whole list.
  ///   - uncertainty: how unsure these are.
  /// - Returns: nil when none of these outcomes was asked about.
  /// - Throws: as `PairShares` does.
  public func alikeShare(
    leader: String, rival: String, weights: CriterionWeights, uncertainty: WeightUncertainty
  ) throws(AnalysisError) -> Double? {
    let asked = alike.filter { weights.weight(of: $0) != nil }
    let weighed = criteria.filter { weights.weight(of: $0) != nil }
    let ids = weighed + asked
    guard !asked.isEmpty, let own = weights.restricted(to: ids) else { return nil }
    let differences = try PairLevels(levels, leader, rival, asked).valueDifferences()
    var shifts: [Int: Double] = [:]
    for (place, difference) in differences.enumerated() {
      shifts[weighed.count + place] = difference
    }
    return try shares(
      first: leader, second: rival, weights: own,
      uncertainty: QuestionUncertainty(uncertainty, of: weights.criteria, for: ids)
    ).firstAhead(makingAlike: shifts)
  }
}
