// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// What the two questions tell a population of random preferences.
///
/// Expected shares were found elsewhere with other seeds.
struct FairPopulationTests {
  @Test(
    "Random preferences are told what was found elsewhere",
    arguments: [
      (
        "US", ["depends": 43.8, "close": 36.8, "procedure": 16.2, "care": 3.3],
        ["vertebroplasty": 23.4, "kyphoplasty": 17.2, "close": 59.5]
      ),
      ("EU", ["depends": 44.6, "close": 35.4, "procedure": 14.9, "care": 5.1], [:]),
    ])
  func shares(
    _ given: (region: String, whether: [String: Double], which: [String: Double])
  ) throws {
    let population = try FairPopulation(region: given.region)
    var generator = SeededGenerator(seed: 20_261_130)
    var (whether, which) = (FairShares(), FairShares())
    for _ in 0..<FairPopulation.sets {
      let told = try population.ask(FairPopulation.weights(&generator))
      whether.add(told.whether, first: "procedure", second: "care")
      which.add(told.which, first: "vertebroplasty", second: "kyphoplasty")
    }
    for (name, found) in given.whether {
      #expect(whether.isNear(name, found), "\(name): \(whether.percent(name)), found \(found)")
    }
    for (name, found) in given.which {
      #expect(which.isNear(name, found), "\(name): \(which.percent(name)), found \(found)")
    }
  }

  @Test("Random orders, by the weights that stand for them, are told what was found elsewhere")
  func orders() throws {
    let population = try FairPopulation(region: "US")
    var generator = SeededGenerator(seed: 7)
    var shares = FairShares()
    let list = FairPopulation.list
    for _ in 0..<FairPopulation.sets {
      // The centroid of all weights that keep the order.
      let ranks = Array(1...list.count).shuffled(using: &generator)
      let weights = try CriterionWeights(
        criteria: list,
        proportionalTo: ranks.map { rank in
          (rank...list.count).reduce(0) { $0 + 1 / Double($1) }
        })
      let told = try population.ask(weights)
      shares.add(told.whether, first: "procedure", second: "care")
    }
    let found = ["close": 44.7, "depends": 37.1, "procedure": 16.3, "care": 1.9]
    for (name, found) in found {
      #expect(shares.isNear(name, found), "\(name): \(shares.percent(name)), found \(found)")
    }
  }

  @Test("Read in one way alone, neither side is favoured")
  func oneReading() throws {
    let population = try FairPopulation(region: "US")
    var generator = SeededGenerator(seed: 11)
    var shares = FairShares()
    for _ in 0..<FairPopulation.sets {
      let told = try population.ask(FairPopulation.weights(&generator))
      let blinded = told.readings[0]
      shares.add(
        CombinedVerdict(
          [.init(margin: blinded.comparison.margin, strength: blinded.verdict.strength)],
          limits: StrengthLimits()), first: "procedure", second: "care")
    }
    #expect((shares.percent("procedure") - shares.percent("care")).magnitude <= 8)
  }

  @Test("No verdict is unseated by leaving out what is not the person's own")
  func nothingMinor() throws {
    let population = try FairPopulation(region: "US")
    var generator = SeededGenerator(seed: 13)
    let limits = StrengthLimits()
    var verdicts = 0
    for _ in 0..<FairPopulation.sets {
      let told = try population.ask(FairPopulation.weights(&generator))
      for analysis in told.readings where analysis.verdict.strength > .none {
        verdicts += 1
        let evidence = analysis.evidence
        let largest = evidence.criteria.map(\.weight).max() ?? 0
        for item in evidence.criteria where item.weight > 0 {
          let lead = (item.marginWithout ?? 0) * (evidence.margin < 0 ? -1 : 1)
          let share = item.shareWithout ?? 0
          guard lead < limits.sameBelow || share - 0.005 < limits.somewhatShare else { continue }
          let isOwn =
            item.weight == largest || (!item.isUnfelt && item.weight >= 0.5 * largest - 1e-12)
          #expect(isOwn, "\(item.criterion)")
          let isClear = analysis.verdict.strength == .clearly
          #expect(!isClear || item.weight == largest)
        }
      }
    }
    #expect(verdicts > 100)
  }

  @Test("Every flip, printed and set in, puts the other option ahead")
  func flipsHold() throws {
    let population = try FairPopulation(region: "US")
    var generator = SeededGenerator(seed: 17)
    var (flips, levels) = (0, 0)
    for _ in 0..<FairPopulation.sets {
      let told = try population.ask(FairPopulation.weights(&generator))
      for analysis in told.readings {
        let comparison = analysis.comparison
        for (column, flip) in comparison.flips.enumerated().flatMap({ entry in
          entry.element.all.map { (entry.offset, $0) }
        }) {
          guard let printed = flip.steps(of: 100) else { continue }
          flips += 1
          let weight = Double(printed) / 100
          let now = comparison.weights[column]
          let own = comparison.contributions[column] / now
          let others = (comparison.margin - comparison.contributions[column]) / (1 - now)
          let margin = weight * own + (1 - weight) * others
          #expect((margin > 0) != comparison.firstLeads && margin != 0)
        }
      }
      let (one, other) = (told.readings[0].comparison, told.readings[1].comparison)
      guard
        let tie = ReadingTie.level(
          one.levelDifferences[0], margin: one.margin, other: other.margin,
          weight: one.weights[0], worst: 0, best: 3)
      else { continue }
      for upwards in [true, false] {
        guard
          let steps = SafeRounding.steps(
            beyond: tie, upwards: upwards, step: 0.1, low: 0, high: 3)
        else { continue }
        levels += 1
        let margin =
          one.margin
          + 100 * one.weights[0] * (Double(steps) / 10 - one.levelDifferences[0]) / 3
        #expect((margin > 0) == upwards && margin != 0)
      }
    }
    #expect(flips > FairPopulation.sets && levels > 100)
  }
}
