// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// The longest list of questions.
  private static let questionLimit = 6

  /// Questions chosen for this person: what is open first, then what matters most, then the rest.
  func personalQuestions() -> [Block] {
    let items = chosenQuestions.prefix(PersonContext.questionLimit)
    if items.isEmpty { return [.paragraph(wording(.noQuestionsChosen), .plain)] }
    return [.list(.tickBoxes, items.map { wording.text($0.text) })]
  }

  /// The questions in the order of their worth to this person.
  var chosenQuestions: [QuestionToAsk] {
    let top = topCriteria(3)
    var ranked: [(rank: Int, question: QuestionToAsk)] = []
    for question in pack.questionsToAsk {
      var rank = 2
      if let criterion = question.criterion {
        guard let place = top.firstIndex(of: criterion) else { continue }
        rank = place == 0 ? 0 : 1
      }
      if let condition = question.condition {
        switch evaluation.truth(of: condition) {
        case .no: continue
        case .yes: rank = min(rank, 1)
        case .unknown: break
        }
      }
      ranked.append((rank, question))
    }
    return (0...2).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.question) }
  }

  /// The person's own questions.
  func yourQuestions() -> [Block] {
    if profile.questions.isEmpty { return [] }
    return [
      .smallHeading(wording(.yourQuestionsHeading)),
      .list(.tickBoxes, profile.questions.map(quote)),
    ]
  }
}
