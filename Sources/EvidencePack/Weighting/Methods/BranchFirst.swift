// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Shares of 100 points over branches, and inside each: `<branch id="..." points="...">` with `<share/>`.
package struct BranchFirstForm: ElicitationForm {
  package static let written = AnswerElements("branch")
  package static let isOneStep = false

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    .branchFirst(
      reader.element.elements.map { branch in
        BranchShare(
          branch: branch.attribute("id") ?? "", points: reader.number("points", of: branch),
          answers: reader.points(branch.elements))
      })
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-branches points"
    case name = "method-branches"
    case label = "ask-method-branches points"
    case branch = "ask-branch name names rest"
    case help = "ask-help-branch"
    case share = "ask-share-inside name branch rest"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked, ["points": .allPoints])
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label, ["points": .allPoints])

  private static func key(_ branch: String) -> WeightKey {
    WeightKey("branch", [branch], shapesLaterQuestions: true)
  }

  /// The branches of the criteria that are asked about, in the order of the pack.
  private static func branches(_ list: WeighedList) -> [Branch] {
    let asked = list.isListing ? list.pack.criteria : list.criteria
    return list.pack.branches.filter { branch in asked.contains { $0.branch == branch.id } }
  }

  /// The criteria of a branch that are weighed.
  private static func members(_ list: WeighedList, _ branch: String) -> [String] {
    list.criteria.filter { $0.branch == branch }.map(\.id)
  }

  /// The points of all branches.
  private static func whole(_ list: WeighedList) -> SharedPoints {
    SharedPoints(list: list, group: branches(list).map { key($0.id) })
  }

  /// The points inside a branch.
  private static func inside(_ list: WeighedList, _ branch: String) -> SharedPoints {
    SharedPoints(list: list, group: members(list, branch).map { .points($0) })
  }

  private static func hasPoints(_ list: WeighedList, _ branch: String) -> Bool {
    list.value(key(branch)).map { Billionths.of($0) > 0 } ?? false
  }

  /// A branch of one criterion gives it all its points, and one without points has none to share
  /// out: neither is asked about again.
  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let rest = whole(list).restWord
    let branches = branches(list)
    let whole = branches.map { branch in
      let members = members(list, branch.id)
      return WeightQuestion(
        key: key(branch.id),
        text: MethodText(
          Phrase.branch,
          ["name": .branch(branch.id), "names": .criteria(members), "rest": rest]),
        details: members.flatMap { [.name($0), .ends($0)] }, kind: .points,
        help: [.text(MethodText(Phrase.help))], criteria: members)
    }
    if list.isListing {
      return whole + list.asked.map { share($0, list.pack.criterion($0)?.branch ?? "", list) }
    }
    return whole
      + branches.filter { hasPoints(list, $0.id) }.flatMap { branch in
        let members = members(list, branch.id)
        return members.count > 1 ? members.map { share($0, branch.id, list) } : []
      }
  }

  private static func share(
    _ id: String, _ branch: String, _ list: WeighedList
  ) -> WeightQuestion {
    .one(
      .points(id), id,
      MethodText(
        Phrase.share,
        [
          "name": .criterion(id), "branch": .branch(branch), "rest": inside(list, branch).restWord,
        ]), .points)
  }

  package static func refusal(
    _ values: [String], of key: WeightKey, _ list: WeighedList
  ) -> WeightRefusal? {
    let group =
      ([whole(list)] + branches(list).map { inside(list, $0.id) })
      .first { $0.group.contains(key) }
    return group?.refusal(values, of: key)
  }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    branches(list).map { branch in
      let members = members(list, branch.id)
      let shares = list.each("share", of: members) { id in
        let alone = members.count == 1 ? "\(SharedPoints.total)" : list.value(.points(id))
        return [("points", hasPoints(list, branch.id) ? alone : "0")]
      }
      return MarkupElement(
        "branch",
        [
          MarkupAttribute("id", branch.id),
          MarkupAttribute("points", list.value(key(branch.id)) ?? ""),
        ], shares.map { .element($0) })
    }
  }
}
