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
    limits = LimitCheck(pack: pack, setting: profile.setting, tables: prepared.tables)
      .findings(profile.preferences.limits)
    declined = PersonAnalysis.declined(pack, profile.preferences)
    do throws(DecisionProblemError) {
      findings = try GuardFindings(
        pack: pack, profile: profile, evaluation: evaluation, prepared: prepared,
        hasFit: otherEvidenceApplies != .yes && handoutKind != .urgent)
    } catch {
      throw .invalidProblem([error])
    }
    self.pattern = pattern
    topCriteria = top
    uncertainty = nil
    answers = []
    try answer(pack, profile, prepared)
  }

  private static func topCriteria(
    _ weights: CriterionWeights, _ pattern: PreferencePattern?
  ) -> [String] {
    if pattern == .allEqual { return [] }
    let largest = weights.values.reduce(0) { max($0, $1) }
    return zip(weights.criteria, weights.values).filter { $0.1 == largest }.map(\.0)
  }

  /// The alternatives that the person does not want at all.
  private static func declined(_ pack: EvidencePack, _ preferences: StatedPreferences) -> [String] {
    let feelings = preferences.feelings.filter { $0.answer == .never }
      .flatMap { pack.feeling($0.about)?.alternatives ?? [] }
    return pack.options.map(\.id).filter(feelings.contains)
  }
}

extension PersonAnalysis {
  /// Answers the questions: which procedure first, since a procedure or none compares the one that
  /// it names.
  private mutating func answer(
    _ pack: EvidencePack, _ profile: PreferenceProfile, _ prepared: PreparedDecision
  ) throws(AnalysisError) {
    let preferences = profile.preferences
    if let elicitation = preferences.elicitation, otherEvidenceApplies != .yes,
      handoutKind != .urgent
    {
      uncertainty = .declared(
        for: elicitation,
        criteria: preferences.criteria.compactMap { id in
          problem.criteria.first { $0.id == id }
        }, sigma: pack.simulation.sigma)
    }
    var found: [String: QuestionAnswer.Outcome] = [:]
    var named: String?
    let order =
      prepared.questions.filter { $0.question.kind == .whichProcedure }
      + prepared.questions.filter { $0.question.kind != .whichProcedure }
    for question in order {
      let outcome = try outcome(question, named: named, pack, preferences)
      if case .compared(let readings) = outcome, question.question.kind == .whichProcedure {
        named = readings.named
      }
      found[question.question.id] = outcome
    }
    answers = pack.questions.map {
      QuestionAnswer(question: $0.id, outcome: found[$0.id] ?? .notCompared(.notAsked))
    }
  }

  /// The first gate that holds, or the comparison (EvidencePack.docc/Questions.md, "Gates before a
  /// comparison").
  private func outcome(
    _ prepared: PreparedQuestion, named: String?, _ pack: EvidencePack,
    _ preferences: StatedPreferences
  ) throws(AnalysisError) -> QuestionAnswer.Outcome {
    let question = prepared.question
    if handoutKind == .urgent { return .notCompared(.urgent) }
    if otherEvidenceApplies == .yes { return .notCompared(.otherEvidence) }
    if preferences.status == .noClearPreference { return .notCompared(.noClearPreference) }
    guard preferences.status == .stated, let weights = preferences.weights else {
      return .notCompared(.notAsked)
    }
    let asked = question.criteria.filter(preferences.criteria.contains)
    guard asked.allSatisfy({ weights.weight(of: $0) != nil }) else { throw .weightsDoNotFit }
    let own = asked.isEmpty ? nil : weights.restricted(to: asked)
    if let own, asked.count > 1, pattern == .allEqual || PreferencePattern(of: own) == .allEqual {
      return .notCompared(.equalWeights)
    }
    let lacking = lacking(question, preferences)
    if !lacking.isEmpty { return .notCompared(.listLacks(lacking)) }
    if own == nil { return .notCompared(.noWeight) }
    let compared = candidates(question, named: named, pack)
    if compared.contains(where: { finding($0)?.status == .open }) {
      return .notCompared(.factsOpen)
    }
    guard compared.count == 2,
      let readings = try prepared.answer(
        first: compared[0], second: compared[1], weights: weights,
        uncertainty: uncertainty ?? .responseError(sigma: pack.simulation.sigma),
        limits: pack.limits, blocks: { blocks($0, $1, pack) },
        caps: { caps($0, pack, preferences) })
    else { return .notCompared(.tooFewAlternatives) }
    return .compared(readings)
  }

  /// The criteria without which a question is not answered: those that it needs, and all of its own
  /// where a list of the pack was asked for.
  ///
  /// Whoever makes a list leaves out what counts for nothing.
  private func lacking(
    _ question: DecisionQuestion, _ preferences: StatedPreferences
  ) -> [String] {
    let needed =
      preferences.panel == StatedPreferences.ownPanel
      ? question.needs : question.needs + question.criteria
    return needed.enumerated().filter { place, id in
      !preferences.criteria.contains(id) && needed.firstIndex(of: id) == place
    }.map(\.element)
  }

  /// The two alternatives that a question compares: the procedures; or care and the procedure that
  /// fits better, else the one that stands for both, else the one that is left.
  private func candidates(
    _ question: DecisionQuestion, named: String?, _ pack: EvidencePack
  ) -> [String] {
    let open = pack.options.filter { takesPart($0.id) }
    let procedures = open.filter { $0.kind == .procedure }.map(\.id)
    if question.kind == .whichProcedure { return Array(procedures.prefix(2)) }
    let procedure =
      [named, question.standsIn].compactMap { $0 }.first(where: procedures.contains)
      ?? procedures.first
    return (procedure.map { [$0] } ?? []) + open.filter { $0.kind == .care }.map(\.id)
  }

  /// What keeps an alternative from being named in a reading: a limit that it does not keep there, or
  /// of which nobody knows.
  private func blocks(
    _ alternative: String, _ reading: String, _ pack: EvidencePack
  ) -> StrengthReason? {
    guard let place = pack.readings.firstIndex(where: { $0.id == reading }) else { return nil }
    let own = limits.filter { $0.alternative == alternative }
    if let broken = own.first(where: { $0.states[place] == .broken }) {
      return .pastLimit(broken.limit.criterion)
    }
    return own.first { $0.states[place] == .notKnown }.map { .limitNotKnown($0.limit.criterion) }
  }

  /// What allows a somewhat better fit at most.
  private func caps(
    _ alternative: String, _ pack: EvidencePack, _ preferences: StatedPreferences
  ) -> [StrengthReason] {
    let unwanted = preferences.feelings.contains { feeling in
      feeling.answer == .ratherNot
        && pack.feeling(feeling.about)?.alternatives.contains(alternative) == true
    }
    return (unwanted ? [.ratherNot] : [])
      + (preferences.carriedFrom == nil ? [] : [.carriedAnswers])
  }
}
