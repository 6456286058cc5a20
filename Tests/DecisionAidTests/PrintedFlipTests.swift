// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import EvidencePack
import Markup
import Testing

/// A weight that a handout prints as turning the order is set, and the order is looked at again.
@Suite struct PrintedFlipTests {
  @Test("Every printed flip, set in, puts the named option ahead", arguments: Samples.withHandout)
  func flipsHold(_ name: String) throws {
    let document = try Samples.document(name)
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    let text = try Samples.page(try Samples.generate(name), "handout.html").text
    let sentence =
      #/If ([^.!?]+?) counted (\d+) of 100 or (more|less) \(now \d+\), ([^.!?]+?) would come out ahead\./#
    var comparisons = document.analysis.answers.compactMap(\.comparison)
    for match in text.matches(of: sentence) {
      let (_, criterion, printed, _, option) = match.output
      let weight = try #require(Double(printed)) / 100
      // Sentences stand in the order of the questions; a question may print none.
      let column = try #require(
        pack.pack.criteria.first { wording.text($0.texts.inline).plain == criterion }?.id)
      let challenger = try #require(
        pack.pack.options.first { wording.text($0.inline).plain == option }?.id)
      let place = try #require(
        comparisons.firstIndex { comparison in
          comparison.criterionFlips.contains { flips in
            flips.target == .criterion(column)
              && flips.all.contains { $0.challenger == challenger && $0.steps(of: 100) != nil }
          }
        })
      let comparison = comparisons[place]
      comparisons.removeSubrange(...place)
      #expect(
        try Self.leads(challenger, comparison, document, setting: column, to: weight),
        "\(criterion) at \(printed)")
    }
  }

  /// Whether an alternative is ahead of the other when one weight is set and the others keep their
  /// proportions.
  static func leads(
    _ alternative: String, _ comparison: QuestionAnalysis, _ document: DecisionDocument,
    setting criterion: String, to weight: Double
  ) throws -> Bool {
    let problem = try document.analysis.problem.restricted(toCriteria: comparison.overall.criteria)
    let values = problem.values()
    let weights = try #require(
      document.profile.preferences.weights?.restricted(to: comparison.overall.criteria)
    ).values
    let column = try #require(comparison.overall.criteria.firstIndex(of: criterion))
    let rest = 1 - weights[column]
    // Where nothing else has weight, the others share alike.
    func share(_ index: Int) -> Double {
      rest > 0 ? weights[index] / rest : 1 / Double(weights.count - 1)
    }
    let totals = comparison.overall.alternatives.compactMap { id in
      problem.alternatives.firstIndex(of: id).map { row in
        weights.indices.reduce(0) { sum, index in
          sum + values[row][index]
            * (index == column ? weight : share(index) * (1 - weight))
        }
      }
    }
    let own = try #require(comparison.overall.alternatives.firstIndex(of: alternative))
    return totals.indices.allSatisfy { $0 == own || totals[own] > totals[$0] }
  }
}
