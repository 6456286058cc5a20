// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// Which questions come, and in which order.
struct InterviewOrder: Sendable {
  let pack: EvidencePack

  /// The most own questions and remarks that a profile may hold.
  static let mostWords = 50
  /// The value of the panel that stands for an own list.
  static let own = "own"

  /// The questions that the answers so far lead to: at least up to the first open one.
  func keys(_ answers: InterviewAnswers) -> [InterviewKey] {
    var keys: [InterviewKey] = [.id, .name, .age, .sex, .region, .payer]
    if !procedures.isEmpty { keys.append(.prices) }
    keys += answers.list(.prices).map { .price($0) }
    keys += [.language, .edition, .paper]
    keys += pack.eligibility.facts.map { .fact($0.id) }
    keys += [.preferences, .panel]
    if answers.value(.panel) == InterviewOrder.own { keys.append(.criteria) }
    if answers.value(.preferences) == "stated" {
      keys += WeightingOrder(pack: pack, answers: answers).keys
    }
    keys.append(.limits)
    keys += answers.list(.limits).map { .limit($0) }
    return keys + words(answers) + [.clinic, .clinician, .phone]
  }

  /// Every question that can come, in order.
  var everyKey: [InterviewKey] {
    var keys: [InterviewKey] = [.id, .name, .age, .sex, .region, .payer]
    if !procedures.isEmpty { keys.append(.prices) }
    keys += procedures.map { .price($0.id) }
    keys += [.language, .edition, .paper]
    keys += pack.eligibility.facts.map { .fact($0.id) }
    keys += [.preferences, .panel, .criteria, .method, .rule, .asked, .most]
    keys += pack.branches.map { .branch($0.id) }
    keys += pack.criteria.map { .points($0.id) } + pack.criteria.map { .rank($0.id) }
    keys += WeightingOrder.everyKey(of: pack.criteria.map(\.id))
    keys.append(.limits)
    keys += pack.criteria.map { .limit($0.id) }
    keys += (1...InterviewOrder.mostWords).map { .question($0) }
    keys += (1...InterviewOrder.mostWords).map { .remark($0) }
    return keys + [.clinic, .clinician, .phone]
  }

  /// The procedures that can have a price of the clinic.
  var procedures: [EvidenceOption] {
    ProblemBuilder.priceCriterion(of: pack) == nil
      ? [] : pack.options.filter { $0.kind == .procedure }
  }

  /// One question more than were answered, as long as there is room.
  private func words(_ answers: InterviewAnswers) -> [InterviewKey] {
    var keys: [InterviewKey] = []
    var room = InterviewOrder.mostWords
    for make in [InterviewKey.question, InterviewKey.remark] {
      var number = 1
      while room > 0 {
        keys.append(make(number))
        if answers.list(make(number)).isEmpty { break }
        number += 1
        room -= 1
      }
    }
    return keys
  }
}
