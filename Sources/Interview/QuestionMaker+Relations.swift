// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Documents
import EvidencePack

extension QuestionMaker {
  /// The scale of comparisons.
  private static let times = 1.0...9.0

  /// The questions that compare criteria two by two.
  func pairwise(_ key: InterviewKey, _ answers: InterviewAnswers) -> InterviewQuestion? {
    switch key {
    case .priorities:
      return InterviewQuestion(
        key: key, group: .matters, text: wording(InterviewPhrase.askPriorities),
        kind: .choice([
          choice(PriorityRule.geometricMean.rawValue, wording(.methodPairsMean)),
          choice(PriorityRule.eigenvector.rawValue, wording(.methodPairsEigenvector)),
        ]), empty: .value(PriorityRule.geometricMean.rawValue))
    case .pair(let first, let second):
      return pair(key, [first, second], answers)
    case .again(let round, let first, let second):
      var question = pair(key, [first, second], answers)
      question.text = wording(InterviewPhrase.askPairAgain)
      question.empty = .keeps
      let before = PairQuestions(pack: pack, answers: answers)
        .judgement(first, second, before: round)
      if let before, let times = DecimalText(before.times) {
        question.details = [
          wording(
            InterviewPhrase.askSoFar,
            [
              "name": name(before.more),
              "times": wording.number(times, from: .profile(.comparison)),
            ])
        ]
      }
      return question
    default:
      return InterviewQuestion(
        key: key, group: .matters,
        text: wording(InterviewPhrase.askInconsistent, ["back": InlineText(words: "<")]),
        kind: .choice([choice("accepted", wording(InterviewPhrase.askInconsistentAccepted))]),
        empty: .refused,
        help: [wording(InterviewPhrase.askHelpPair)])
    }
  }

  private func pair(
    _ key: InterviewKey, _ ids: [String], _ answers: InterviewAnswers
  ) -> InterviewQuestion {
    let both = choices(ids.compactMap { pack.criterion($0) }, answers)
    return InterviewQuestion(
      key: key, group: .matters, text: wording(InterviewPhrase.askPair),
      kind: .comparison(both, times: QuestionMaker.times), empty: .refused,
      help: [wording(InterviewPhrase.askHelpPair)])
  }

  /// The questions of the best-worst method, of sets, and of trades.
  func relation(_ key: InterviewKey, _ answers: InterviewAnswers) -> InterviewQuestion? {
    switch key {
    case .least:
      let others = listed(answers).filter { $0.id != answers.value(.most) }
      return InterviewQuestion(
        key: key, group: .matters, text: wording(InterviewPhrase.askLeastOfAll),
        kind: .choice(choices(others, answers)), empty: .refused,
        help: [wording(InterviewPhrase.askHelpRank)])
    case .fromMost(let id):
      return times(key, id, answers) { name in
        wording(
          InterviewPhrase.askFromMost, ["name": name, "most": self.name(answers.value(.most))])
      }
    case .toLeast(let id):
      return times(key, id, answers) { name in
        wording(
          InterviewPhrase.askToLeast, ["name": name, "least": self.name(answers.value(.least))])
      }
    case .setMost(let number), .setLeast(let number): return set(key, number, answers)
    case .trade(let id): return pack.criterion(id).map { trade($0, answers) }
    default: return nil
    }
  }

  private func times(
    _ key: InterviewKey, _ id: String, _ answers: InterviewAnswers,
    text: (InlineText) -> InlineText
  ) -> InterviewQuestion? {
    pack.criterion(id).map { criterion in
      InterviewQuestion(
        key: key, group: .matters, text: text(wording.text(criterion.texts.name)),
        details: ends(of: criterion, answers),
        kind: .number(QuestionMaker.times, decimals: AnswerNumbers.mostDecimals), empty: .refused,
        help: [wording.text(criterion.texts.explanation), wording(InterviewPhrase.askHelpSwing)])
    }
  }

  private func set(
    _ key: InterviewKey, _ number: Int, _ answers: InterviewAnswers
  ) -> InterviewQuestion {
    let criteria = listed(answers)
    let sets = PickSets.sets(of: criteria.map(\.id))
    let isMost = key == .setMost(number)
    // Whoever lists the questions has chosen no criteria, and sees those of any set.
    let isListed = answers.criteria(of: pack).isEmpty || !sets.indices.contains(number - 1)
    let ids = isListed ? criteria.map(\.id) : sets[number - 1]
    let shown = criteria.filter {
      ids.contains($0.id) && (isMost || $0.id != answers.value(.setMost(number)))
    }
    let place = [number, sets.count].map { wording.number($0, from: .profile(.set)) }
    return InterviewQuestion(
      key: key, group: .matters,
      text: isMost
        ? wording(InterviewPhrase.askSetMost, ["place": place[0], "count": place[1]])
        : wording(InterviewPhrase.askSetLeast),
      kind: .choice(choices(shown, answers)), empty: .refused,
      help: [wording(InterviewPhrase.askHelpRank)])
  }

  private func trade(
    _ criterion: EvidenceCriterion, _ answers: InterviewAnswers
  ) -> InterviewQuestion {
    let given = pack.criterion(answers.value(.most) ?? "")
    // Whoever lists the questions has not chosen what is given up, and sees the widest range.
    let ends = (given.map { [$0] } ?? listed(answers)).map { range(of: $0, answers) }
    let (low, high) = (ends.map(\.lowerBound).min() ?? 0, ends.map(\.upperBound).max() ?? 0)
    let details = [criterion, given].compactMap { $0 }.flatMap {
      [wording(InterviewPhrase.askTradeEnds, ["name": name($0.id)])] + self.ends(of: $0, answers)
    }
    return InterviewQuestion(
      key: .trade(criterion.id), group: .matters,
      text: wording(
        InterviewPhrase.askTrade, ["name": name(criterion.id), "most": name(answers.value(.most))]),
      details: details,
      kind: .number(low...high, decimals: AnswerNumbers.mostDecimals),
      empty: .refused, help: [wording(InterviewPhrase.askHelpTrade)])
  }
}
