// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// Everything that a pack states: numbers with their sources, rules, and the plan of the documents.
///
/// The wording stands in the text catalogues.
public struct EvidencePack: Sendable, Equatable {
  /// What the pack says of itself.
  public var identity: PackIdentity
  /// The versions of the pack that are not to be used any more.
  public var withdrawals: [Withdrawal] = []
  /// The alternatives, in the order of the pack.
  public var options: [EvidenceOption]
  /// The regions.
  public var regions: [Region]
  /// The branches of the value tree.
  public var branches: [Branch]
  /// The criteria, in the order of the pack.
  public var criteria: [EvidenceCriterion]
  /// The readings of the evidence, in the order of the pack; at least one.
  public var readings: [EvidenceReading]
  /// Other measures of the aims of criteria: shown, and able to take a verdict away.
  public var otherMeasures: [OtherMeasure]
  /// The feelings that are asked beside the weights and never weighed.
  public var feelings: [Feeling]
  /// What earlier versions of the pack asked about; empty in its first version.
  public var earlierLists: [EarlierList]
  /// The named lists of criteria.
  public var panels: [Panel]
  /// The questions that the reader faces.
  public var questions: [DecisionQuestion]
  /// The declared limits of the rules of a verdict.
  public var limits: StrengthLimits
  /// The text that says where the limits come from.
  public var thresholdsReason: TextID
  /// How the simulation is done.
  public var simulation: SimulationSettings
  /// The numbers that texts print by id.
  public var figures: [EvidenceFigure]
  /// The levels of the performance table that hold in every region, as they are printed.
  public internal(set) var levels: [EvidenceFigure] = []
  /// The outcomes shown and not weighed.
  public var outcomes: [EvidenceOutcome]
  /// The sources.
  public var sources: [DataSource]
  /// The clinical facts, conditions, rules and flags.
  public var eligibility: EligibilityRules
  /// The positions of bodies that write guidance.
  public var guidelines: [GuidelinePosition]
  /// The plan of the handout.
  public var handout: DocumentPlan
  /// What the urgent sheet holds; nil in a pack whose rules can all wait.
  public var urgentSheet: DocumentPlan?
  /// What is given in place of the handout when other evidence applies.
  public var otherHandouts: [OtherHandout]
  /// The plan of the clinician's copy.
  public var clinicianCopy: DocumentPlan
  /// What a finished handout must keep to.
  public var quality: QualityRules
  /// The questions that a person can ask.
  public var questionsToAsk: [QuestionToAsk]
  /// The prompts to check the explanation.
  public var teachBack: [TeachBackPrompt]

  /// What a person is given in place of the handout, by its id.
  public func otherHandout(_ id: String) -> OtherHandout? { otherHandouts.first { $0.id == id } }
  /// A criterion, or another measure of the aim of one, by its id.
  public func criterion(_ id: String) -> EvidenceCriterion? {
    criteria.first { $0.id == id } ?? otherMeasures.first { $0.criterion.id == id }?.criterion
  }
  /// An option by its id.
  public func option(_ id: String) -> EvidenceOption? { options.first { $0.id == id } }
  /// A feeling by its id.
  public func feeling(_ id: String) -> Feeling? { feelings.first { $0.id == id } }
  /// A region by its id.
  public func region(_ id: String) -> Region? { regions.first { $0.id == id } }
  /// A panel by its id.
  public func panel(_ id: String) -> Panel? { panels.first { $0.id == id } }
}

extension EvidencePack {
  /// What the documents show by options: the criteria, each followed by the other measures of its
  /// aim, which are never weighed.
  public var shownCriteria: [EvidenceCriterion] {
    criteria.flatMap { criterion in
      [criterion] + otherMeasures.filter { $0.of == criterion.id }.map(\.criterion)
    }
  }

  /// The numbers that a clinician is to look at before the pack is used, in the order of the pack: the
  /// criterion, the region and the reading where there are several, and the alternative.
  public var numbersToReview: [String] {
    shownCriteria.flatMap { criterion -> [String] in
      let rows =
        criterion.row.map { [("", $0)] } ?? criterion.regionalRows.map { (" \($0.region)", $0.row) }
      return rows.flatMap { region, row -> [String] in
        let first = row.cells.map { ("", $0) }
        let others = row.otherReadings.flatMap { reading in
          zip(row.cells, reading.cells).filter { $0 != $1 }.map { (" \(reading.reading)", $1) }
        }
        return (first + others).filter { $0.1.needsReview }.map { reading, cell in
          "\(criterion.id)\(region)\(reading) \(cell.alternative)"
        }
      }
    }
  }
}
