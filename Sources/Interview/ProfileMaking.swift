// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Makes the tree of a profile from answers.
struct ProfileMaking: Sendable {
  let pack: EvidencePack
  let answers: InterviewAnswers

  /// The namespace of profiles.
  static let namespace = "urn:spine-decision-aid:preference-profile:1"

  /// The profile; parts without an answer are left out.
  var profile: MarkupElement {
    let parts: [MarkupElement?] = [
      filled("person", [("displayName", .name), ("age", .age), ("sex", .sex)]),
      filled("clinic", [("name", .clinic), ("clinician", .clinician), ("phone", .phone)]),
      filled("document", [("language", .language), ("edition", .edition), ("paper", .paper)]),
      setting, facts, preferences, words,
    ]
    return MarkupElement(
      "preferenceProfile", namespace: ProfileMaking.namespace, attributes([("id", .id)]),
      parts.compactMap { $0.map { .element($0) } })
  }

  /// The attributes that have an answer.
  private func attributes(_ names: [(String, InterviewKey)]) -> [MarkupAttribute] {
    names.compactMap { name, key in answers.value(key).map { MarkupAttribute(name, $0) } }
  }

  /// An element, unless none of its attributes has an answer.
  private func filled(_ name: String, _ names: [(String, InterviewKey)]) -> MarkupElement? {
    let attributes = attributes(names)
    return attributes.isEmpty ? nil : MarkupElement(name, attributes)
  }

  private var setting: MarkupElement {
    let prices = answers.list(.prices).map { id in
      let ends = answers.list(.price(id))
      let names = ends.count == 1 ? ["exact"] : ["low", "high"]
      return MarkupElement(
        "price",
        [MarkupAttribute("alternative", id)]
          + zip(names, ends).map { MarkupAttribute($0, $1) })
    }
    return MarkupElement(
      "setting", attributes([("region", .region), ("payer", .payer)]),
      prices.map { .element($0) })
  }

  private var facts: MarkupElement? {
    let facts = pack.eligibility.facts.compactMap { fact -> MarkupNode? in
      let values = answers.list(.fact(fact.id))
      if values.isEmpty { return nil }
      return .element(
        MarkupElement(
          "fact",
          [
            MarkupAttribute("id", fact.id),
            MarkupAttribute("value", values.joined(separator: " ")),
          ]))
    }
    return facts.isEmpty ? nil : MarkupElement("clinicalFacts", [], facts)
  }

  private var preferences: MarkupElement {
    var attributes = attributes([("status", .preferences), ("panel", .panel)])
    if answers.value(.panel) == InterviewOrder.own {
      attributes.append(
        MarkupAttribute("criteria", answers.list(.criteria).joined(separator: " ")))
    }
    let isStated = answers.value(.preferences) == StatedPreferences.Status.stated.rawValue
    let weighting =
      (isStated ? answers.method : nil).map {
        [answers.weighed(of: pack).element(by: $0, asked: answers.value(.asked))]
      } ?? []
    return MarkupElement(
      "preferences", attributes, (weighting + limits + feelings).map { .element($0) })
  }

  private var feelings: [MarkupElement] {
    pack.feelings.compactMap { feeling in
      answers.value(.feeling(feeling.id)).map {
        MarkupElement(
          "feeling", [MarkupAttribute("about", feeling.id), MarkupAttribute("is", $0)])
      }
    }
  }

  private var limits: [MarkupElement] {
    answers.list(.limits).flatMap { id in
      let pairs = answers.list(.limit(id))
      return stride(from: 0, to: pairs.count - 1, by: 2).map { start in
        MarkupElement(
          "limit",
          [
            MarkupAttribute("criterion", id),
            MarkupAttribute(pairs[start], pairs[start + 1]),
          ])
      }
    }
  }

  private var words: MarkupElement? {
    func said(_ name: String, _ make: (Int) -> InterviewKey) -> [MarkupNode] {
      (1...InterviewOrder.mostWords).compactMap { answers.value(make($0)) }.map {
        .element(MarkupElement(name, [], [.text($0)]))
      }
    }
    let words = said("question", InterviewKey.question) + said("remark", InterviewKey.remark)
    return words.isEmpty ? nil : MarkupElement("ownWords", [], words)
  }
}
