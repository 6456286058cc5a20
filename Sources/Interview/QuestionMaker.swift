// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack

/// Makes the question for a key: its words, what can be answered, and what helps.
struct QuestionMaker: Sendable {
  let pack: EvidencePack
  let wording: Wording
  let languages: [String]
  let settings: InterviewSettings

  /// The question; nil when the pack has nothing of the kind.
  func question(_ key: InterviewKey, _ answers: InterviewAnswers) -> InterviewQuestion? {
    switch key {
    case .id, .name, .age, .sex: return person(key)
    case .region, .payer, .prices, .price: return care(key, answers)
    case .language, .edition, .paper: return documents(key)
    case .fact(let id): return fact(id)
    case .preferences, .panel, .criteria, .method, .asked: return asking(key, answers)
    case .weight(let key):
      return InterviewOrder(pack: pack).weightQuestion(key, answers).map { weight($0, answers) }
    case .feeling(let id): return pack.feeling(id).map(feeling)
    case .limits, .limit: return limit(key, answers)
    case .question(let number):
      return words(key, .words, number == 1 ? .askQuestion : .askQuestionMore, .none)
    case .remark(let number):
      return words(key, .words, number == 1 ? .askRemark : .askRemarkMore, .none)
    case .clinic: return words(key, .clinic, .askClinic)
    case .clinician: return words(key, .clinic, .askClinician)
    case .phone:
      return InterviewQuestion(
        key: key, group: .clinic, text: wording(InterviewPhrase.askPhone), kind: .phone,
        empty: .leavesOut)
    }
  }

  /// A choice with a label.
  func choice(_ id: String, _ label: InlineText = .empty) -> AnswerKind.Choice {
    AnswerKind.Choice(id: id, label: label)
  }

  /// A question that any words answer.
  private func words(
    _ key: InterviewKey, _ group: InterviewQuestion.Group, _ phrase: InterviewPhrase,
    _ empty: InterviewQuestion.EmptyAnswer = .leavesOut
  ) -> InterviewQuestion {
    InterviewQuestion(
      key: key, group: group, text: wording(phrase), kind: .words, empty: empty)
  }

  private func person(_ key: InterviewKey) -> InterviewQuestion {
    switch key {
    case .id:
      return InterviewQuestion(
        key: key, group: .person, text: wording(InterviewPhrase.askId), kind: .identifier,
        empty: settings.suggestedID.map { .value($0) } ?? .refused,
        help: [wording(InterviewPhrase.askHelpId)])
    case .age:
      return InterviewQuestion(
        key: key, group: .person, text: wording(InterviewPhrase.askAge),
        kind: .wholeNumber(1...119),
        empty: .notKnown)
    case .sex:
      let choices = [
        choice("female", wording(.sexFemale)), choice("male", wording(.sexMale)),
        choice("other", wording(.sexOther)),
      ]
      return InterviewQuestion(
        key: key, group: .person, text: wording(InterviewPhrase.askSex), kind: .choice(choices),
        empty: .notKnown)
    default: return words(key, .person, .askName)
    }
  }

  private func documents(_ key: InterviewKey) -> InterviewQuestion {
    let (phrase, choices): (InterviewPhrase, [AnswerKind.Choice]) =
      switch key {
      case .language: (.askLanguage, languages.map { choice($0) })
      case .edition:
        (
          .askEdition,
          [
            choice(
              DocumentChoices.Edition.standard.rawValue, wording(InterviewPhrase.askEditionStandard)
            ),
            choice(
              DocumentChoices.Edition.largePrint.rawValue, wording(InterviewPhrase.askEditionLarge)),
          ]
        )
      default: (.askPaper, DocumentChoices.Paper.allCases.map { choice($0.rawValue) })
      }
    return InterviewQuestion(
      key: key, group: .documents, text: wording(phrase), kind: .choice(choices),
      empty: .value(choices.first?.id ?? ""))
  }

  /// A clinical fact.
  ///
  /// What is asked is its clinical name: the question that the pack holds for the patient to ask
  /// can be worded the other way round, and a yes to it would mean no.
  private func fact(_ id: String) -> InterviewQuestion? {
    let facts = pack.eligibility.facts
    guard let place = facts.firstIndex(where: { $0.id == id }) else { return nil }
    let fact = facts[place]
    let kind: AnswerKind
    switch fact.kind {
    case .yesNo: kind = .yesNo(wording.conventions.answers)
    case .choice(let choices):
      kind = .choice(
        choices.map { choice($0.id, wording.text($0.name)) }
          + [choice(AnswerKind.unknown, wording(.notKnown))])
    case .number(let range, let decimals):
      kind = .number(range, decimals: decimals, isFact: true)
    case .levels: kind = .levels
    }
    let text = wording(
      InterviewPhrase.askFact,
      [
        "name": wording.text(fact.name),
        "place": wording.number(place + 1, from: .profile(.place)),
        "count": wording.number(facts.count, from: .profile(.place)),
      ])
    return InterviewQuestion(
      key: .fact(id), group: .facts, text: text, kind: kind, empty: .notKnown,
      help: fact.kind == .yesNo
        ? [wording(InterviewPhrase.askHelpFact)] : [wording.text(fact.ask)])
  }
}
