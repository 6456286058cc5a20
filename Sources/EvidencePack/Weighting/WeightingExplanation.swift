// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Says in words why answers cannot become weights, and what to do.
package struct WeightingExplanation {
  /// The criteria that it is about, which lead to the element of the file.
  private let criteria: [String]
  /// The rule that is broken.
  package let problem: String
  /// What to do.
  package let advice: String
  /// Whether it is about the range or the presence of an answer, not about what was answered.
  private var isAboutRange = false
  /// Whether the ids are those of branches.
  private var isAboutBranch = false

  private init(_ criteria: [String], _ problem: String, _ advice: String) {
    self.criteria = criteria
    self.problem = problem
    self.advice = advice
  }

  /// The explanation of a fault.
  package init(_ fault: WeightingError) {
    self =
      WeightingExplanation.ofBranches(fault) ?? WeightingExplanation.ofList(fault)
      ?? WeightingExplanation.ofPoints(fault)
      ?? WeightingExplanation.ofPairs(fault) ?? WeightingExplanation.ofSets(fault)
      ?? WeightingExplanation([], "The answers cannot become weights.", "Ask again.")
    switch fault {
    case .missing, .duplicate, .differentAnchors: isAboutRange = true
    case .duplicateBranch, .branchNotOnList, .branchPoints,
      .branchSumIsNotHundred:
      isAboutBranch = true
    default: break
    }
  }

  /// The element that the fault is about: the last one that names the most of its criteria.
  package func place(in element: MarkupElement) -> MarkupElement {
    let names =
      (isAboutBranch ? ["id"] : ["criterion", "branch"])
      + (isAboutRange ? [] : ["first", "second", "gains", "gives"])
    // Shares of a branch stand inside its element.
    let all = element.elements.flatMap { [$0] + $0.elements }
    for count in [criteria.count, min(criteria.count, 2), min(criteria.count, 1)] where count > 0 {
      let found = all.last { child in
        criteria.prefix(count).allSatisfy { id in names.contains { child.attribute($0) == id } }
      }
      if let found { return found }
    }
    return element
  }

  private static func ofBranches(_ fault: WeightingError) -> WeightingExplanation? {
    switch fault {
    case .duplicateBranch(let id):
      .init([id], "The branch \(id) has two shares.", "Remove one of them.")
    case .branchNotOnList(let id):
      .init(
        [id], "No criterion of the list belongs to the branch \(id).",
        "Remove it, or add its criteria to the list.")
    case .branchPoints(let id):
      .init([id], "The share of \(id) is not from 0 to 100.", "Give points from 0 to 100.")
    case .inOtherBranch(let id):
      .init(
        [id], "The criterion \(id) belongs to another branch.",
        "Write it inside the branch of the pack that it belongs to.")
    case .branchSumIsNotHundred(let id):
      .init(
        [id], "The shares within a branch add up to 100; those of \(id) do not.",
        "Share out exactly 100 points; nothing is rescaled silently.")
    default: nil
    }
  }

  private static func ofList(_ fault: WeightingError) -> WeightingExplanation? {
    switch fault {
    case .noCriteria: .init([], "There is nothing to weigh.", "Name criteria.")
    case .singleCriterion(let id):
      .init([id], "One criterion alone cannot be weighed.", "Name at least two criteria.")
    case .missing(let id):
      .init(
        [id], "Every criterion of the list has an answer; \(id) has none.",
        "Ask for it, or use an own list without it: a missing answer is never counted as zero.")
    case .duplicate(let id):
      .init([id], "The criterion \(id) has two answers.", "Remove one of them.")
    case .notOnList(let id):
      .init(
        [id], "The criterion \(id) is not on the list that is weighed.",
        "Remove the answer, or add the criterion to the list.")
    case .differentAnchors(let id):
      .init(
        [id], "The weight of \(id) was asked with another range than the pack has.",
        "Ask again with the range of the pack: a weight belongs to its range.")
    case .countDiffers:
      .init([], "There are more or fewer answers than criteria.", "Correct it.")
    default: nil
    }
  }

  private static func ofPoints(_ fault: WeightingError) -> WeightingExplanation? {
    switch fault {
    case .notFinite(let id), .negative(let id):
      .init([id], "The answer for \(id) is not a number of zero or more.", "Correct it.")
    case .aboveHundred(let id):
      .init([id], "The answer for \(id) is above 100.", "Give points from 0 to 100.")
    case .largestIsNotHundred:
      .init(
        [], "The largest swing has 100 points; here none has.",
        "Give 100 to the change that matters most and compare the others with it.")
    case .sumIsNotHundred:
      .init(
        [], "The shares add up to 100; these do not.",
        "Share out exactly 100 points; nothing is rescaled silently.")
    case .allZero:
      .init(
        [], "No criterion has any points.", "Ask again, or write status=\"noClearPreference\".")
    case .sumNotFinite: .init([], "The points are too large.", "Give points from 0 to 100.")
    case .rankOutOfRange(let id):
      .init(
        [id], "The rank of \(id) is not between 1 and the number of criteria.", "Correct it.")
    case .lowAboveHigh(let id):
      .init(
        [id], "The lowest points of \(id) are above the highest.",
        "Write the smaller number as low and the larger one as high.")
    default: nil
    }
  }

  private static func ofPairs(_ fault: WeightingError) -> WeightingExplanation? {
    switch fault {
    case .missingComparison(let first, let second):
      .init(
        [first, second], "Every two criteria are compared; \(first) and \(second) are not.",
        "Ask for this pair: a missing comparison is never guessed from the others.")
    case .duplicateComparison(let first, let second):
      .init(
        [first, second], "The criteria \(first) and \(second) are compared twice.",
        "Remove one of the two comparisons.")
    case .notReciprocal(let first, let second):
      .init(
        [first, second],
        "The two comparisons of \(first) and \(second) are not the inverse of each other.",
        "Remove one of them, or write 1/n where the other says n.")
    case .ratioNotPositive(let first, let second):
      .init(
        [first, second], "The ratio of \(first) and \(second) is not above zero.",
        "Write how many times as much the first matters, such as 3 or 1/3.")
    case .comparedWithItself(let id):
      .init([id], "The criterion \(id) is compared with itself.", "Remove the element.")
    case .inconsistent(let first, let second, let third):
      .init(
        [first, second, third],
        "The comparisons contradict each other: their consistency ratio is above 0.20.",
        "Ask again about \(first), \(second) and \(third), which contradict each other most; or "
          + "write inconsistent=\"accepted\" when the person stands by them.")
    case .outsideRange(let id):
      .init(
        [id], "A level of \(id) in a trade lies outside its range.",
        "Give levels between the two ends that the question shows.")
    case .nothingGained(let id):
      .init(
        [id], "In a trade \(id) should get better; it does not.",
        "Check gainsFrom and gainsTo, and which end is the better one.")
    case .nothingGivenUp(let id):
      .init(
        [id], "In a trade \(id) should get worse; it does not.",
        "Check givesFrom and givesTo. When the person gives up nothing, use another method.")
    case .notLinked(let id):
      .init(
        [id], "No chain of trades links \(id) to the first criterion of the list.",
        "Ask for a trade of \(id) and a criterion that is linked.")
    case .contradictoryTrades(let first, let second):
      .init(
        [first, second],
        "A trade of \(first) and \(second) contradicts the other trades by more than 1%.",
        "Ask again, and keep the trades that the person stands by.")
    default: nil
    }
  }

  private static func ofSets(_ fault: WeightingError) -> WeightingExplanation? {
    switch fault {
    case .mostIsLeast(let id):
      .init(
        [id], "The criterion \(id) is said to matter most and to matter least.",
        "Name two criteria as mostImportant and leastImportant.")
    case .outsideScale(let id, let scale):
      .init(
        [id], "An answer for \(id) is outside the scale.",
        "Give numbers from \(scale.lowerBound) to \(scale.upperBound).")
    case .notOneWithItself(let id):
      .init(
        [id], "The criterion \(id) is compared with itself, and the answer is not 1.",
        "Write fromMost=\"1\" for the most important and toLeast=\"1\" for the least important.")
    case .mostToLeastDiffers(let first, let second):
      .init(
        [second, first],
        "The comparison of \(first) with \(second) has two answers that differ.",
        "Give toLeast of \(first) and fromMost of \(second) the same number.")
    case .neverShown(let id):
      .init(
        [id], "The criterion \(id) stood in no set.",
        "Show it in at least three sets, or use an own list without it.")
    case .pickedMoreThanShown(let id):
      .init(
        [id], "The criterion \(id) was picked more often than it was shown.", "Count again.")
    case .picksDiffer:
      .init(
        [], "Every set has one pick of each kind; here their numbers differ.", "Count again.")
    default: nil
    }
  }
}
