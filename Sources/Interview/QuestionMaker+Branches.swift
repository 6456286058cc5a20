// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents

extension QuestionMaker {
  /// The question for the points of a branch, with its criteria and their ranges.
  func branch(_ id: String, _ answers: InterviewAnswers) -> InterviewQuestion? {
    guard let branch = pack.branches.first(where: { $0.id == id }) else { return nil }
    let members = listed(answers).filter { $0.branch == id }
    let key = InterviewKey.branch(id)
    return InterviewQuestion(
      key: key, group: .matters,
      text: wording(
        InterviewPhrase.askBranch,
        [
          "name": wording.text(branch.name),
          "names": wording.list(members.map { wording.text($0.texts.inline) }),
          "rest": rest(key, answers),
        ]),
      details: members.flatMap { criterion in
        [wording.text(criterion.texts.name)] + ends(of: criterion, answers)
      },
      kind: .number(0...Double(PointsCheck.total), decimals: AnswerNumbers.mostDecimals),
      empty: .refused, help: [wording(InterviewPhrase.askHelpBranch)])
  }

  /// What is left of the points that a question is about.
  func rest(_ key: InterviewKey, _ answers: InterviewAnswers) -> InlineText {
    let questions = BranchQuestions(pack: pack, answers: answers)
    return InlineText(words: Billionths.text(questions.rest(key)))
  }
}
