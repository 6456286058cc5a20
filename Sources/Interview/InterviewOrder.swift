// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// Which questions come, and in which order.
struct InterviewOrder: Sendable {
  let pack: EvidencePack

  /// The most own questions and remarks that a profile may hold.
  static let mostWords = 50
  /// The value of the panel that stands for an own list.
  static let own = StatedPreferences.ownPanel

  /// The questions that the answers so far lead to: at least up to the first open one.
  func keys(_ answers: InterviewAnswers) -> [InterviewKey] {
    var keys: [InterviewKey] = [.id, .name, .age, .sex, .region, .payer]
    if !procedures.isEmpty { keys.append(.prices) }
    keys += answers.list(.prices).map { .price($0) }
    keys += [.language, .edition, .paper]
    keys += pack.eligibility.facts.map { .fact($0.id) }
    keys += [.preferences, .panel]
    if answers.value(.panel) == InterviewOrder.own { keys.append(.criteria) }
    keys += weightKeys(answers)
    if isStated(answers) { keys += pack.feelings.map { .feeling($0.id) } }
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
    keys += [.preferences, .panel, .criteria, .method] + everyWeightKey
    keys += pack.feelings.map { .feeling($0.id) }
    keys.append(.limits)
    keys += pack.criteria.map { .limit($0.id) }
    keys += (1...InterviewOrder.mostWords).map { .question($0) }
    keys += (1...InterviewOrder.mostWords).map { .remark($0) }
    return keys + [.clinic, .clinician, .phone]
  }

  /// Whether the person is asked what matters.
  private func isStated(_ answers: InterviewAnswers) -> Bool {
    answers.value(.preferences) == StatedPreferences.Status.stated.rawValue
  }

  /// The questions about weights that the answers so far lead to.
  func weightKeys(_ answers: InterviewAnswers) -> [InterviewKey] {
    guard isStated(answers) else { return [] }
    guard let form = answers.method?.form else { return [.method, .asked] }
    let list = answers.weighed(of: pack)
    return [.method] + form.settings(list).map { .weight($0.key) } + [.asked]
      + (list.isChosen ? form.questions(list).map { .weight($0.key) } : [])
  }

  /// The question about weights for a key; nil where the answers so far do not lead to it.
  func weightQuestion(_ key: WeightKey, _ answers: InterviewAnswers) -> WeightQuestion? {
    guard let form = answers.method?.form else { return nil }
    let list = answers.weighed(of: pack)
    return (form.settings(list) + form.questions(list)).first { $0.key == key }
  }

  /// Every question about weights that can come, method by method; several methods have some.
  func everyWeightQuestion(_ answers: InterviewAnswers) -> [WeightQuestion] {
    let list = answers.weighed(of: pack, isListing: true)
    return ElicitationMethod.allCases.flatMap { $0.form.settings(list) + $0.form.questions(list) }
  }

  /// The names of the questions that a list names before all others, `asked` among them.
  private static let listedFirst = ["rule", "asked", "most", "branch", "points", "rank"]

  private var everyWeightKey: [InterviewKey] {
    var keys: [InterviewKey] = [.asked]
    var seen: Set<WeightKey> = []
    for question in everyWeightQuestion(InterviewAnswers())
    where seen.insert(question.key).inserted { keys.append(.weight(question.key)) }
    func place(_ key: InterviewKey) -> Int {
      let name = if case .weight(let key) = key { key.name } else { key.text }
      return Self.listedFirst.firstIndex(of: name) ?? Self.listedFirst.count
    }
    return (0...Self.listedFirst.count).flatMap { rank in keys.filter { place($0) == rank } }
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
