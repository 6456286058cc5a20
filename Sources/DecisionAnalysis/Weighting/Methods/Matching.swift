// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's trades: how much of one criterion makes up for how much of another.
public struct MatchingAnswers: Sendable, Equatable {
  /// The range that was shown for each criterion.
  public let ranges: [ShownRange]
  /// The trades; together they link all criteria.
  public let trades: [MatchingTrade]

  /// Trades between criteria that were shown with their ranges.
  public init(ranges: [ShownRange], trades: [MatchingTrade]) {
    self.ranges = ranges
    self.trades = trades
  }
}

/// One trade that leaves the person as well off as before: a criterion gets better, and another
/// gets worse by the most that the person would give up for it.
public struct MatchingTrade: Sendable, Equatable {
  /// A change of the level of a criterion.
  public struct Change: Sendable, Equatable {
    /// The id of the criterion.
    public let criterion: String
    /// The level before, in the unit of the criterion.
    public let from: Double
    /// The level after.
    public let to: Double

    /// A change of a level.
    public init(criterion: String, from: Double, to: Double) {
      self.criterion = criterion
      self.from = from
      self.to = to
    }
  }

  /// What gets better.
  public let gain: Change
  /// What gets worse.
  public let loss: Change

  /// A trade of a gain for a loss.
  public init(gain: Change, loss: Change) {
    self.gain = gain
    self.loss = loss
  }
}

extension MatchingAnswers: MethodAnswers {
  static let method = ElicitationMethod.matching

  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    MatchingWeights(trades, criteria: criteria).faults
  }

  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    try CriterionWeights(
      criteria: criteria.map(\.id),
      proportionalTo: MatchingWeights(trades, criteria: criteria).amounts, method: weightingMethod)
  }
}

/// Turns trades into amounts that weights are in proportion to.
///
/// A trade of a gain on a for a loss on b says
/// w_a / w_b = (v_b(from) - v_b(to)) / (v_a(to) - v_a(from)), v the partial value functions.
/// Source: DecisionAnalysis.docc/Elicitation.md, "Trades".
struct MatchingWeights {
  /// How far a trade may be from what the others say, as a share: levels are given as round numbers.
  static let tolerance = 0.01

  /// The amounts in the order of the criteria; empty when there are faults.
  private(set) var amounts: [Double] = []
  /// What is wrong with the trades, beyond a wrong list.
  private(set) var faults: [WeightingError] = []

  /// Follows the trades from the first criterion to all others.
  ///
  /// A criterion takes its amount from the first trade that reaches it; further trades must agree.
  init(_ trades: [MatchingTrade], criteria: [Criterion]) {
    var links: [(a: Int, b: Int, ratio: Double)] = []
    for trade in trades {
      let problems = MatchingWeights.faults(of: trade, criteria)
      faults += problems
      guard problems.isEmpty,
        let a = criteria.firstIndex(where: { $0.id == trade.gain.criterion }),
        let b = criteria.firstIndex(where: { $0.id == trade.loss.criterion })
      else { continue }
      let gained = MatchingWeights.rise(of: trade.gain, criteria[a])
      let lost = -MatchingWeights.rise(of: trade.loss, criteria[b])
      links.append((a, b, lost / gained))
    }
    guard faults.isEmpty, !criteria.isEmpty else { return }
    var found = [Double?](repeating: nil, count: criteria.count)
    found[0] = 1
    var used = [Bool](repeating: false, count: links.count)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (place, link) in links.enumerated() where !used[place] {
        switch (found[link.a], found[link.b]) {
        case (let a?, nil): found[link.b] = a / link.ratio
        case (nil, let b?): found[link.a] = b * link.ratio
        case (nil, nil): continue
        case (let a?, let b?):
          if (a / (b * link.ratio) - 1).magnitude > MatchingWeights.tolerance {
            faults.append(.contradictoryTrades(criteria[link.a].id, criteria[link.b].id))
          }
        }
        used[place] = true
        isGrowing = true
      }
    }
    faults += zip(criteria, found).filter { $0.1 == nil }.map { .notLinked($0.0.id) }
    if faults.isEmpty { amounts = found.compactMap { $0 } }
  }

  private static func faults(of trade: MatchingTrade, _ criteria: [Criterion]) -> [WeightingError] {
    if trade.gain.criterion == trade.loss.criterion {
      return [.comparedWithItself(trade.gain.criterion)]
    }
    var faults: [WeightingError] = []
    for (change, isGain) in [(trade.gain, true), (trade.loss, false)] {
      guard let criterion = criteria.first(where: { $0.id == change.criterion }) else {
        faults.append(.notOnList(change.criterion))
        continue
      }
      if !change.from.isFinite || !change.to.isFinite {
        faults.append(.notFinite(change.criterion))
      } else if !criterion.anchorsContain(change.from) || !criterion.anchorsContain(change.to) {
        faults.append(.outsideRange(change.criterion))
      } else if rise(of: change, criterion) * (isGain ? 1 : -1) <= 0 {
        faults.append(isGain ? .nothingGained(change.criterion) : .nothingGivenUp(change.criterion))
      }
    }
    return faults
  }

  /// By how much the partial value rises.
  private static func rise(of change: MatchingTrade.Change, _ criterion: Criterion) -> Double {
    criterion.valueFunction.value(at: change.to) - criterion.valueFunction.value(at: change.from)
  }
}
