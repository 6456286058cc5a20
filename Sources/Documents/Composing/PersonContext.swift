// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// What passages need of one person.
struct PersonContext: Sendable {
  let base: PackContext
  let profile: PreferenceProfile
  let analysis: PersonAnalysis
  let identity: DocumentIdentity
  /// The weights in the points that documents print; nil: none.
  let scale: PointScale?

  init(
    base: PackContext, profile: PreferenceProfile, analysis: PersonAnalysis,
    identity: DocumentIdentity
  ) {
    self.base = base
    self.profile = profile
    self.analysis = analysis
    self.identity = identity
    let preferences = profile.preferences
    scale = preferences.weights.map { PointScale($0, preferences.elicitation) }
  }

  var pack: EvidencePack { base.pack }
  /// The person's facts, as conditions are evaluated on them.
  var evaluation: ConditionEvaluation { analysis.evaluation }
  /// What may mislead.
  var findings: GuardFindings { analysis.findings }
  var wording: Wording { base.wording }

  /// How much a criterion counts, in points; nothing without weights.
  func weightPoints(_ criterion: String) -> InlineText {
    scale.map { wording.number($0.printed(criterion), from: .weight(criterion: criterion)) }
      ?? .empty
  }

  /// The person's criteria with the largest weights, largest first; ties in the order of the pack.
  func topCriteria(_ count: Int) -> [String] {
    guard let weights = profile.preferences.weights, analysis.pattern != .allEqual else {
      return []
    }
    let ranked = weights.criteria.indices.filter { weights.values[$0] > 0 }.sorted { one, other in
      let (first, second) = (weights.values[one], weights.values[other])
      return first == second ? one < other : first > second
    }
    return ranked.prefix(count).map { weights.criteria[$0] }
  }

  /// The name of the list that was weighed, inside a sentence.
  var listName: InlineText {
    pack.panel(profile.preferences.panel).map { wording.text($0.name) } ?? wording(.listOwn)
  }

  /// Why a question was not compared.
  func reason(_ reason: QuestionAnswer.Reason) -> InlineText {
    switch reason {
    case .urgent: wording(.notComparedUrgent)
    case .notAsked: wording(.notComparedNotAsked)
    case .noClearPreference: wording(.notComparedNoPreference)
    case .otherEvidence: wording(.notComparedOtherEvidence)
    case .equalWeights: wording(.notComparedEqual)
    case .noWeight: wording(.notComparedNoWeight)
    case .factsOpen: wording(.notComparedFactsOpen)
    case .listLacks(let ids):
      wording(.notComparedListLacks, ["names": wording.list(ids.map(base.criterionInline))])
    case .tooFewAlternatives: wording(.notComparedTooFew)
    }
  }

  /// A value in points of 100 with no decimals, as a number that was worked out.
  func points(_ value: Double, _ number: AnalysisNumber) -> InlineText {
    wording.number(DecimalText(value * 100, decimals: 0), from: .analysis(number))
  }

  /// A level of the problem in the words of its criterion.
  func level(_ value: Double, criterion id: String, from source: NumberSource) -> InlineText {
    guard let criterion = pack.criterion(id) else { return .empty }
    let decimals = criterion.row == nil ? 0 : max(criterion.decimals, 1)
    return base.level(DecimalText(value, decimals: decimals), of: criterion, from: source)
  }
}
