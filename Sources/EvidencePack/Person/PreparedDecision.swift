// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What depends on the setting alone and is shared by all persons in it: the table that is shown, the
/// questions with their draws, and what the evidence should make anyone careful about.
public struct PreparedDecision: Sendable {
  /// The table that is shown under each reading, in the order of the pack.
  public let tables: [Table]
  /// The questions, in the order of the pack.
  public let questions: [PreparedQuestion]
  /// What to keep in mind about the evidence in this setting.
  public let warnings: [ModelWarning]

  /// The table that is shown under one reading of the evidence.
  public struct Table: Sendable {
    /// The id of the reading.
    public let reading: String
    /// All alternatives on all criteria and other measures.
    public let problem: DecisionProblem
  }

  /// The questions and tables of a pack in a region, with a clinic's own prices where there are some.
  ///
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for the region.
  public init(
    pack: EvidencePack, region: String, prices: [CareSetting.Price] = []
  ) throws(DecisionProblemError) {
    var tables: [Table] = []
    for reading in pack.readings {
      tables.append(
        Table(
          reading: reading.id,
          problem: try ProblemBuilder.problem(
            of: pack, region: region, prices: prices, under: reading.id)))
    }
    self.tables = tables
    var questions: [PreparedQuestion] = []
    for question in pack.questions {
      questions.append(
        try PreparedQuestion(question, pack: pack, region: region, prices: prices))
    }
    self.questions = questions
    warnings = ModelWarnings.of(
      pack: pack, questions: questions.flatMap { $0.readings.map(\.prepared.problem) },
      region: region, priced: prices.map(\.alternative))
  }

  /// The table under the first reading.
  public var problem: DecisionProblem { tables[0].problem }
}

/// What was prepared for settings, each once: one for every region, and the last few with prices of a
/// clinic's own.
///
/// One value belongs to one task.
public struct PreparedDecisions: Sendable {
  /// A setting with its own prices.
  private struct Own: Sendable {
    let region: String
    let prices: [CareSetting.Price]
    let decision: PreparedDecision

    /// Whether the prices are the same, wherever they stand in a profile.
    func holds(for setting: CareSetting) -> Bool {
      region == setting.region && prices.count == setting.prices.count
        && zip(prices, setting.prices).allSatisfy {
          $0.alternative == $1.alternative && $0.distribution == $1.distribution
        }
    }
  }

  /// How many settings with their own prices are kept: a clinic has one list of prices.
  private static let limit = 4

  private let pack: EvidencePack
  private var regions: [String: PreparedDecision] = [:]
  private var own: [Own] = []

  /// Nothing is prepared yet for the settings of a pack.
  public init(pack: EvidencePack) { self.pack = pack }

  /// What is prepared for a setting.
  ///
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for it.
  public mutating func decision(
    _ setting: CareSetting
  ) throws(DecisionProblemError) -> PreparedDecision {
    if setting.prices.isEmpty {
      if let kept = regions[setting.region] { return kept }
      let made = try PreparedDecision(pack: pack, region: setting.region)
      regions[setting.region] = made
      return made
    }
    if let kept = own.first(where: { $0.holds(for: setting) }) { return kept.decision }
    let made = try PreparedDecision(pack: pack, region: setting.region, prices: setting.prices)
    if own.count == PreparedDecisions.limit { own.removeFirst() }
    own.append(Own(region: setting.region, prices: setting.prices, decision: made))
    return made
  }
}
