// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import EvidencePack

extension QuestionMaker {
  /// The questions about whether and how the person is asked.
  func asking(_ key: InterviewKey, _ answers: InterviewAnswers) -> InterviewQuestion? {
    var empty = InterviewQuestion.EmptyAnswer.refused
    let phrase: InterviewPhrase
    var kind = AnswerKind.date
    var help: [InlineText] = []
    switch key {
    case .preferences:
      phrase = .askPreferences
      kind = .choice([
        choice(StatedPreferences.Status.stated.rawValue, wording(InterviewPhrase.askStated)),
        choice(StatedPreferences.Status.notAsked.rawValue, wording(InterviewPhrase.askNotAsked)),
        choice(
          StatedPreferences.Status.noClearPreference.rawValue, wording(InterviewPhrase.askNoClear)),
      ])
    case .panel:
      phrase = .askPanel
      kind = .choice(panels)
      empty = panels.first.map { .value($0.id) } ?? .refused
      help = [wording(InterviewPhrase.askHelpPanel)]
    case .criteria:
      phrase = .askCriteria
      kind = .choices(
        pack.criteria.map { choice($0.id, wording.text($0.texts.name)) }, atLeast: 2)
    case .method:
      phrase = .askMethod
      kind = .choice(methods)
      empty = .value("swing")
      help = [wording(InterviewPhrase.askHelpMethod)]
    case .rule:
      phrase = .askRule
      kind = .choice(rules)
      empty = .value(RankWeightRule.rankOrderCentroid.rawValue)
    default:
      phrase = .askAsked
      empty = settings.today.map { .value($0) } ?? .leavesOut
      help = [wording(InterviewPhrase.askHelpAsked)]
    }
    return InterviewQuestion(
      key: key, group: .matters, text: wording(phrase), kind: kind, empty: empty, help: help)
  }

  private var panels: [AnswerKind.Choice] {
    pack.panels.map { panel in
      let names = pack.criteria.filter { panel.criteria.contains($0.id) }.map {
        wording.text($0.texts.inline)
      }
      return AnswerKind.Choice(
        id: panel.id, label: wording.text(panel.name), details: [wording.list(names)])
    }
      + [choice(InterviewOrder.own, wording(InterviewPhrase.askPanelOwn))]
  }

  private var methods: [AnswerKind.Choice] {
    [
      choice("swing", wording(InterviewPhrase.askMethodSwing, ["points": total])),
      choice("intervalSwing", wording(InterviewPhrase.askMethodIntervals, ["points": total])),
      choice("directRating", wording(InterviewPhrase.askMethodRating)),
      choice("hundredPoints", wording(InterviewPhrase.askMethodShares, ["points": total])),
      choice(BranchQuestions.method, wording(InterviewPhrase.askMethodBranches, ["points": total])),
      choice("rankOrder", wording(InterviewPhrase.askMethodRanks)),
      choice("pairwise", wording(InterviewPhrase.askMethodPairs)),
      choice("bestWorst", wording(InterviewPhrase.askMethodBestWorst)),
      choice("maxDiff", wording(InterviewPhrase.askMethodSets)),
      choice("matching", wording(InterviewPhrase.askMethodTrades)),
    ]
  }

  private var rules: [AnswerKind.Choice] {
    RankWeightRule.allCases.map { rule in
      switch rule {
      case .rankOrderCentroid: choice(rule.rawValue, wording(.methodRankCentroid))
      case .rankSum: choice(rule.rawValue, wording(.methodRankSum))
      case .reciprocal: choice(rule.rawValue, wording(.methodReciprocal))
      }
    }
  }

  /// The question for the weight of a criterion, with both ends of its range.
  func weight(_ key: InterviewKey, _ answers: InterviewAnswers) -> InterviewQuestion? {
    switch key {
    case .most:
      let hasPoints = ["swing", "intervalSwing"].contains(answers.value(.method) ?? "swing")
      return InterviewQuestion(
        key: key, group: .matters,
        text: hasPoints
          ? wording(InterviewPhrase.askMost, ["points": total])
          : wording(InterviewPhrase.askMostOfAll),
        kind: .choice(choices(listed(answers), answers)), empty: .refused,
        help: [wording(hasPoints ? InterviewPhrase.askHelpSwing : InterviewPhrase.askHelpRank)])
    case .points(let id):
      return pack.criterion(id).map { points($0, answers) }
    case .interval(let id):
      return pack.criterion(id).map { interval($0, answers) }
    case .rank(let id):
      guard let criterion = pack.criterion(id) else { return nil }
      let count = listed(answers).count
      return InterviewQuestion(
        key: key, group: .matters,
        text: wording(
          InterviewPhrase.askRank,
          [
            "name": wording.text(criterion.texts.name),
            "first": wording.number(1, from: .profile(.rank)),
          ]), details: ends(of: criterion, answers), kind: .wholeNumber(1...count),
        empty: .refused,
        help: [wording.text(criterion.texts.explanation), wording(InterviewPhrase.askHelpRank)])
    default: return nil
    }
  }

  /// Criteria to choose from, with both ends of their ranges.
  func choices(
    _ criteria: [EvidenceCriterion], _ answers: InterviewAnswers
  ) -> [AnswerKind.Choice] {
    criteria.map { criterion in
      AnswerKind.Choice(
        id: criterion.id, label: wording.text(criterion.texts.name),
        details: ends(of: criterion, answers))
    }
  }

  private func interval(
    _ criterion: EvidenceCriterion, _ answers: InterviewAnswers
  ) -> InterviewQuestion {
    InterviewQuestion(
      key: .interval(criterion.id), group: .matters,
      text: wording(
        InterviewPhrase.askInterval,
        [
          "name": wording.text(criterion.texts.name), "most": name(answers.value(.most)),
          "points": total,
        ]), details: ends(of: criterion, answers), kind: .interval(0...Double(PointsCheck.total)),
      empty: .refused,
      help: [
        wording.text(criterion.texts.explanation), wording(InterviewPhrase.askHelpSwing),
        wording(InterviewPhrase.askHelpInterval),
      ])
  }

  /// The name of a criterion; empty when it is not chosen yet.
  func name(_ id: String?) -> InlineText {
    pack.criterion(id ?? "").map { wording.text($0.texts.name) } ?? .empty
  }

  /// The criteria that are weighed; all of the pack while no list is chosen, which is the case
  /// only when the questions are listed and not asked.
  func listed(_ answers: InterviewAnswers) -> [EvidenceCriterion] {
    let chosen = answers.criteria(of: pack)
    return chosen.isEmpty ? pack.criteria : chosen
  }

  private func points(
    _ criterion: EvidenceCriterion, _ answers: InterviewAnswers
  ) -> InterviewQuestion {
    let name = wording.text(criterion.texts.name)
    var question = InterviewQuestion(
      key: .points(criterion.id), group: .matters, text: .empty,
      details: ends(of: criterion, answers),
      kind: .number(0...Double(PointsCheck.total), decimals: AnswerNumbers.mostDecimals),
      empty: .refused, help: [wording.text(criterion.texts.explanation)])
    switch answers.value(.method) {
    case "directRating":
      question.text = wording(InterviewPhrase.askRating, ["name": name, "most": total])
    case "hundredPoints":
      question.text = wording(
        InterviewPhrase.askShare, ["name": name, "rest": rest(question.key, answers)])
    case BranchQuestions.method:
      let branch = pack.branches.first { $0.id == criterion.branch }
      question.text = wording(
        InterviewPhrase.askShareInside,
        [
          "name": name, "branch": branch.map { wording.text($0.name) } ?? .empty,
          "rest": rest(question.key, answers),
        ])
    default:
      question.text = wording(
        InterviewPhrase.askSwing,
        ["name": name, "most": self.name(answers.value(.most)), "points": total])
      question.help.append(wording(InterviewPhrase.askHelpSwing))
    }
    return question
  }

  /// The two ends of a range in words.
  func ends(of criterion: EvidenceCriterion, _ answers: InterviewAnswers) -> [InlineText] {
    guard let row = answers.row(of: criterion) else { return [] }
    func end(_ text: TextID, _ level: Double) -> InlineText {
      let number = wording.number(
        DecimalText(exactly: level), from: .range(criterion: criterion.id))
      let region = pack.region(answers.value(.region) ?? "")
      let money = criterion.row == nil ? region?.money : nil
      return wording.text(
        text, ["n": money.map { wording.text($0, ["amount": number]) } ?? number])
    }
    return [
      wording(InterviewPhrase.askFrom, ["worst": end(criterion.texts.worst, row.worst)]),
      wording(InterviewPhrase.askTo, ["best": end(criterion.texts.best, row.best)]),
    ]
  }

  /// The range of a criterion, from the lower to the higher end.
  func range(
    of criterion: EvidenceCriterion, _ answers: InterviewAnswers
  ) -> ClosedRange<Double> {
    // Before the region is known the widest range holds: that question is listed, never asked.
    let rows =
      answers.row(of: criterion).map { [$0] }
      ?? [criterion.row].compactMap { $0 } + criterion.regionalRows.map(\.row)
    let ends = rows.flatMap { [$0.worst, $0.best] }
    return (ends.min() ?? 0)...(ends.max() ?? 0)
  }

  /// All points there are.
  private var total: InlineText { wording.number(PointsCheck.total, from: .profile(.points)) }

  /// The questions about levels that the person will not accept.
  func limit(_ key: InterviewKey, _ answers: InterviewAnswers) -> InterviewQuestion? {
    guard case .limit(let id) = key else {
      let choices = pack.criteria.map { choice($0.id, wording.text($0.texts.name)) }
      return InterviewQuestion(
        key: key, group: .limits, text: wording(InterviewPhrase.askLimits),
        kind: .choices(choices, atLeast: 1), empty: .none,
        help: [wording(InterviewPhrase.askHelpLimits)])
    }
    guard let criterion = pack.criterion(id) else { return nil }
    let isHighest = criterion.direction == .lowerIsBetter
    return InterviewQuestion(
      key: key, group: .limits,
      text: wording(
        isHighest ? InterviewPhrase.askLimitHighest : InterviewPhrase.askLimitLowest,
        ["name": wording.text(criterion.texts.name)]),
      details: ends(of: criterion, answers),
      kind: .limit(isHighest: isHighest, range: range(of: criterion, answers)), empty: .refused,
      help: [wording.text(criterion.texts.explanation), wording(InterviewPhrase.askHelpLimits)])
  }
}
