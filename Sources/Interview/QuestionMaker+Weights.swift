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
      kind = .choice(
        ElicitationMethod.allCases.map {
          choice($0.rawValue, wording.text($0.form.label, pack: pack))
        })
      empty = .value(ElicitationMethod.swing.rawValue)
      help = [wording(InterviewPhrase.askHelpMethod)]
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

  /// What the person feels about some options; an answer that is left out is none.
  func feeling(_ feeling: Feeling) -> InterviewQuestion {
    InterviewQuestion(
      key: .feeling(feeling.id), group: .matters, text: wording.text(feeling.ask),
      kind: .choice([
        choice(Feeling.Answer.fine.rawValue, wording(.feelingFine)),
        choice(Feeling.Answer.ratherNot.rawValue, wording(.feelingRatherNot)),
        choice(Feeling.Answer.never.rawValue, wording(.feelingNever)),
      ]), empty: .leavesOut, help: [wording(InterviewPhrase.askHelpFeeling)])
  }

  /// A question about weights in words.
  func weight(_ question: WeightQuestion, _ answers: InterviewAnswers) -> InterviewQuestion {
    let empty: InterviewQuestion.EmptyAnswer =
      switch question.empty {
      case .refused: .refused
      case .keeps: .keeps
      case .value(let value): .value(value)
      }
    return InterviewQuestion(
      key: .weight(question.key), group: .matters, text: wording.text(question.text, pack: pack),
      details: question.details.flatMap { lines($0, answers) }, kind: kind(question.kind, answers),
      empty: empty, help: question.help.flatMap { lines($0, answers) })
  }

  /// Why the values of an answer about weights do not fit the answers so far; nil when they do.
  func problem(
    _ values: [String], of key: InterviewKey, _ answers: InterviewAnswers
  ) -> InterviewProblem? {
    guard case .weight(let key) = key, let form = answers.method?.form else { return nil }
    return form.refusal(values, of: key, answers.weighed(of: pack)).map {
      InterviewProblem(
        text: wording.text($0.problem, pack: pack), advice: wording.text($0.advice, pack: pack))
    }
  }

  private func kind(_ kind: WeightQuestion.Kind, _ answers: InterviewAnswers) -> AnswerKind {
    let points = 0...Double(SharedPoints.total)
    let times = 1.0...9.0
    switch kind {
    case .points: return .number(points, decimals: TypedText.mostDecimals)
    case .times: return .number(times, decimals: TypedText.mostDecimals)
    case .rank(let count): return .wholeNumber(1...count)
    case .interval: return .interval(points)
    case .criterion(let ids): return .choice(choices(ids, answers))
    case .comparison(let ids): return .comparison(choices(ids, answers), times: times)
    case .level(let ids):
      let ends = ids.compactMap { pack.criterion($0) }.map { range(of: $0, answers) }
      let (low, high) = (ends.map(\.lowerBound).min() ?? 0, ends.map(\.upperBound).max() ?? 0)
      return .number(low...high, decimals: TypedText.mostDecimals)
    case .choice(let values):
      return .choice(values.map { choice($0.id, wording.text($0.label, pack: pack)) })
    }
  }

  private func lines(_ line: WeightQuestion.Line, _ answers: InterviewAnswers) -> [InlineText] {
    switch line {
    case .text(let text): [wording.text(text, pack: pack)]
    case .name(let id): pack.criterion(id).map { [wording.text($0.texts.name)] } ?? []
    case .explanation(let id): pack.criterion(id).map { [wording.text($0.texts.explanation)] } ?? []
    case .ends(let id): pack.criterion(id).map { ends(of: $0, answers) } ?? []
    }
  }

  /// Criteria to choose from, with both ends of their ranges.
  private func choices(_ ids: [String], _ answers: InterviewAnswers) -> [AnswerKind.Choice] {
    ids.compactMap { pack.criterion($0) }.map { criterion in
      AnswerKind.Choice(
        id: criterion.id, label: wording.text(criterion.texts.name),
        details: ends(of: criterion, answers))
    }
  }

  /// What gives an answer its meaning beside its key: the way of asking, and the ranges that are
  /// shown.
  ///
  /// An answer is of no use to a question with another basis; nil while the basis is open.
  func basis(of key: InterviewKey, _ answers: InterviewAnswers) -> [String]? {
    func range(_ id: String) -> String? {
      pack.criterion(id)?.row(in: answers.value(.region) ?? "").map {
        "\(id) \($0.worst) \($0.best)"
      }
    }
    switch key {
    case .price: return answers.value(.region).map { [$0] }
    case .limit(let id): return range(id).map { [$0] }
    case .weight(let key):
      guard let method = answers.method,
        let question = InterviewOrder(pack: pack).weightQuestion(key, answers)
      else { return nil }
      let ranges = question.criteria.compactMap(range)
      return ranges.count < question.criteria.count ? nil : [method.rawValue] + ranges
    default: return []
    }
  }

  /// The two ends of a range in words.
  private func ends(of criterion: EvidenceCriterion, _ answers: InterviewAnswers) -> [InlineText] {
    guard let row = answers.row(of: criterion) else { return [] }
    func end(_ text: TextID, _ level: Double) -> InlineText {
      let region = criterion.row == nil ? pack.region(answers.value(.region) ?? "") : nil
      let level = DecimalText(exactly: level)
      let source = NumberSource.range(criterion: criterion.id)
      let number =
        region.map { wording.money(level, in: $0, from: source) }
        ?? wording.number(level, from: source)
      return wording.text(text, ["n": number])
    }
    return [
      wording(InterviewPhrase.askFrom, ["worst": end(criterion.texts.worst, row.worst)]),
      wording(InterviewPhrase.askTo, ["best": end(criterion.texts.best, row.best)]),
    ]
  }

  /// The range of a criterion, from the lower to the higher end.
  private func range(
    of criterion: EvidenceCriterion, _ answers: InterviewAnswers
  ) -> ClosedRange<Double> {
    // Before the region is known the widest range holds: that question is listed, never asked.
    let rows =
      answers.row(of: criterion).map { [$0] }
      ?? [criterion.row].compactMap { $0 } + criterion.regionalRows.map(\.row)
    let ends = rows.flatMap { [$0.worst, $0.best] }
    return (ends.min() ?? 0)...(ends.max() ?? 0)
  }

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
