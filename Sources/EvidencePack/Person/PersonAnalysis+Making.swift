// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension PersonAnalysis {
  /// Evaluates the rules and analyses the fit for one person.
  ///
  /// - Parameters:
  ///   - pack: the evidence.
  ///   - profile: the person; checked against the pack before.
  ///   - prepared: what was prepared for the person's setting, own prices included.
  /// - Throws: `AnalysisError` when the person's list is not one of the pack's criteria, or the
  ///   weights are not those of the list: a reader lets neither through.
  public init(
    pack: EvidencePack, profile: PreferenceProfile, prepared: PreparedDecision
  ) throws(AnalysisError) {
    let weights = profile.preferences.weights
    let pattern = weights.map { PreferencePattern(of: $0) }
    let top = weights.map { PersonAnalysis.topCriteria($0, pattern) }
    let evaluation = ConditionEvaluation(
      rules: pack.eligibility, profile: profile, topCriteria: top)
    problem = prepared.problem
    self.evaluation = evaluation
    let rules = pack.eligibility
    ruleTruths = rules.rules.map { evaluation.truth(of: $0.condition) }
    let isUrgent = zip(rules.rules, ruleTruths).contains { $0.urgent != nil && $1 == .yes }
    let other = rules.otherEvidence.first { evaluation.truth(of: $0.condition) == .yes }
    otherEvidence = other
    openEvidence = rules.otherEvidence.filter { evaluation.truth(of: $0.condition) == .unknown }
    let instead = other.flatMap { pack.otherHandout($0.handout)?.kind }
    handoutKind = isUrgent ? .urgent : instead ?? .full
    suitability = pack.options.map { rules.finding(for: $0.id, evaluation) }
    let open = Set(suitability.flatMap(\.openRules))
    let openFacts =
      rules.rules.filter { open.contains($0.id) }
      .flatMap { evaluation.openFacts(in: $0.condition) }
      + evaluation.openFacts(in: rules.otherEvidenceWhen)
    self.openFacts = rules.facts.map(\.id).filter { openFacts.contains($0) }
    flags = rules.flags.filter { evaluation.truth(of: $0.condition) == .yes }.map(\.id)
    otherEvidenceApplies = evaluation.truth(of: rules.otherEvidenceWhen)
    brokenLimits = PersonAnalysis.brokenLimits(problem, pack, profile)
    do throws(DecisionProblemError) {
      findings = try GuardFindings(
        pack: pack, profile: profile, evaluation: evaluation, prepared: prepared,
        hasFit: otherEvidenceApplies != .yes && handoutKind != .urgent)
      dominance = try prepared.frame.dominance(list: profile.preferences.criteria)
    } catch {
      throw .invalidProblem([error])
    }
    self.pattern = pattern
    topCriteria = top
    overall = nil
    uncertainty = nil
    simulation = nil
    answers = []
    try weigh(pack, profile, prepared)
  }

  private static func topCriteria(
    _ weights: CriterionWeights, _ pattern: PreferencePattern?
  ) -> [String] {
    if pattern == .allEqual { return [] }
    let largest = weights.values.reduce(0) { max($0, $1) }
    return zip(weights.criteria, weights.values).filter { $0.1 == largest }.map(\.0)
  }

  /// The limits that are broken by the level that the reader sees; what no study measured neither
  /// keeps nor breaks one.
  private static func brokenLimits(
    _ problem: DecisionProblem, _ pack: EvidencePack, _ profile: PreferenceProfile
  ) -> [BrokenLimit] {
    let setting = profile.setting
    var broken: [BrokenLimit] = []
    for (row, alternative) in problem.alternatives.enumerated() {
      for limit in profile.preferences.limits {
        guard let column = problem.criteria.firstIndex(where: { $0.id == limit.criterion }),
          let evidence = pack.criteria[column].row(in: setting.region),
          let cell = pack.criteria[column].cells(in: setting.region, prices: setting.prices)?[row],
          cell.certainty != .notKnown
        else { continue }
        var level = problem.table.estimate(row, column)
        if !cell.isClinicPrice {
          if let step = evidence.roundTo {
            level = (level / step).rounded(.toNearestOrAwayFromZero) * step
          }
          level = DecimalText(level, decimals: pack.criteria[column].decimals).value
        }
        let breaks = limit.isHighest ? level > limit.level.value : level < limit.level.value
        if breaks { broken.append(BrokenLimit(alternative: alternative, limit: limit)) }
      }
    }
    return broken
  }

  private mutating func weigh(
    _ pack: EvidencePack, _ profile: PreferenceProfile, _ prepared: PreparedDecision
  ) throws(AnalysisError) {
    let (frame, plan) = (prepared.frame, prepared.plan)
    let preferences = profile.preferences
    let list = preferences.criteria
    if let weights = preferences.weights, otherEvidenceApplies != .yes, handoutKind != .urgent {
      let overall = try frame.overall(weights, list: list)
      self.overall = overall
      uncertainty = preferences.elicitation.map { elicitation in
        .declared(
          for: elicitation,
          criteria: list.compactMap { id in problem.criteria.first { $0.id == id } },
          sigma: plan.sigma)
      }
      let pairs = pack.questions.map { candidates($0, overall, pack) }.filter { $0.count == 2 }
      let taking = problem.alternatives.filter { takesPart($0) }
      if taking.count > 1 {
        simulation = try plan.simulate(
          SamplePlan.Request(
            alternatives: taking, weights: weights,
            uncertainty: uncertainty ?? .responseError(sigma: plan.sigma), sets: pairs))
      }
    }
    for question in pack.questions {
      answers.append(
        QuestionAnswer(
          question: question.id, outcome: try outcome(question, frame, pack, profile)))
    }
    // What an open fact could overturn is not told as a score either.
    let areOpen = answers.contains { $0.outcome == .notCompared(.factsOpen) }
    if areOpen && !answers.contains(where: { $0.comparison != nil }) {
      overall = nil
      simulation = nil
    }
  }

  private func outcome(
    _ question: DecisionQuestion, _ frame: AnalysisFrame, _ pack: EvidencePack,
    _ profile: PreferenceProfile
  ) throws(AnalysisError) -> QuestionAnswer.Outcome {
    let preferences = profile.preferences
    if handoutKind == .urgent { return .notCompared(.urgent) }
    if otherEvidenceApplies == .yes { return .notCompared(.otherEvidence) }
    if preferences.status == .noClearPreference { return .notCompared(.noClearPreference) }
    guard preferences.status == .stated, let weights = preferences.weights, let overall else {
      return .notCompared(.notAsked)
    }
    if pattern == .allEqual { return .notCompared(.equalWeights) }
    let lacking = question.needs.filter { !preferences.criteria.contains($0) }
    if !lacking.isEmpty { return .notCompared(.listLacks(lacking)) }
    let compared = candidates(question, overall, pack)
    if compared.contains(where: { finding($0)?.status == .open }) {
      return .notCompared(.factsOpen)
    }
    guard compared.count == 2, let simulation else {
      return .notCompared(.tooFewAlternatives)
    }
    let otherLists = pack.panels.map(\.criteria).filter { panel in
      panel != preferences.criteria && panel.allSatisfy { preferences.criteria.contains($0) }
        && question.needs.allSatisfy { panel.contains($0) }
    }
    return .compared(
      try frame.analyse(
        weights, comparing: compared, list: preferences.criteria, thresholds: pack.thresholds,
        simulation: simulation, otherLists: otherLists))
  }

  /// The two alternatives that a question compares: the procedures, or the better procedure and
  /// care without one.
  private func candidates(
    _ question: DecisionQuestion, _ overall: OverallValue, _ pack: EvidencePack
  ) -> [String] {
    let open = pack.options.filter { takesPart($0.id) }
    let total = { (id: String) in
      overall.alternatives.firstIndex(of: id).map { overall.totals[$0] } ?? 0
    }
    // The sort is stable in effect: equal totals keep the order of the pack.
    let procedures = open.filter { $0.kind == .procedure }.enumerated().sorted {
      let (first, second) = (total($0.element.id), total($1.element.id))
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element.id)
    switch question.kind {
    case .whichProcedure: return Array(procedures.prefix(2))
    case .procedureOrNone:
      return Array(procedures.prefix(1)) + open.filter { $0.kind == .care }.map(\.id)
    }
  }
}
