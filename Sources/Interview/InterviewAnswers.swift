// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// The answers so far: the values by question, empty when the question was passed over.
struct InterviewAnswers: Sendable, Equatable {
  private var values: [InterviewKey: [String]] = [:]

  /// The values of an answer; nil while the question is open.
  subscript(key: InterviewKey) -> [String]? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// The only value of an answer.
  func value(_ key: InterviewKey) -> String? { values[key]?.first }

  /// The values of an answer; none while the question is open.
  func list(_ key: InterviewKey) -> [String] { values[key] ?? [] }

  /// The criteria that are weighed, in the order of the pack.
  func criteria(of pack: EvidencePack) -> [EvidenceCriterion] {
    let ids = pack.panel(value(.panel) ?? "")?.criteria ?? list(.criteria)
    return pack.criteria.filter { ids.contains($0.id) }
  }

  /// How the person is asked; nil while that is open.
  var method: ElicitationMethod? { value(.method).flatMap { ElicitationMethod(rawValue: $0) } }

  /// The criteria that are weighed, with the answers about them.
  func weighed(of pack: EvidencePack, isListing: Bool = false) -> WeighedList {
    WeighedList(
      pack: pack, region: value(.region) ?? "", criteria: criteria(of: pack), isListing: isListing
    ) { self[.weight($0)] }
  }

  /// The range of a criterion in the region.
  func row(of criterion: EvidenceCriterion) -> EvidenceRow? {
    criterion.row(in: value(.region) ?? "")
  }
}
