// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Reads the performances of one criterion that were estimated together.
struct JointEffectsReader {
  let rows: ProblemRows
  let criterion: MarkupElement

  /// The groups that could be read, at a column of the table.
  func joint(at column: Int, _ decoder: inout ElementDecoder) -> [JointEffects] {
    groups.compactMap { joint($0, at: column, decoder) }
  }

  /// One cell for each effect, by the id of its row.
  func cells(
    _ decoder: inout ElementDecoder
  ) -> [String: (cell: PerformanceCell, note: PerformanceNote)] {
    var cells: [String: (cell: PerformanceCell, note: PerformanceNote)] = [:]
    for group in groups {
      guard isReadable(group, &decoder), let joint = joint(group, at: 0, decoder) else { continue }
      let base = rows.all.firstIndex(of: group.attribute("relativeTo") ?? "") ?? 0
      let baseline = Baseline(
        alternative: base, operation: .oddsRatio,
        scale: Double(decoder.count("outOf", of: criterion) ?? 1))
      for (place, effect) in group.elements(named: "effect").enumerated() {
        let id = effect.attribute("alternative") ?? ""
        if cells[id] != nil {
          decoder.diagnostics.error(
            "problem.duplicateCell", at: decoder.place(effect),
            "A row has one performance on a criterion; \(id) has two.",
            advice: "Remove one of them.")
        }
        cells[id] = (
          joint.cell(place, logMean: decoder.real("mean", of: effect), baseline: baseline),
          PerformanceNote(study: group.attribute("study"))
        )
      }
    }
    return cells
  }

  private var groups: [MarkupElement] { criterion.elements(named: "logOddsRatios") }

  private func ids(of group: MarkupElement) -> [String] {
    group.elements(named: "effect").map { $0.attribute("alternative") ?? "" }
  }

  private func joint(
    _ group: MarkupElement, at column: Int, _ decoder: ElementDecoder
  ) -> JointEffects? {
    var decoder = decoder
    let ids = ids(of: group)
    let places = ids.compactMap { rows.all.firstIndex(of: $0) }
    guard places.count == ids.count, let covariance = covariance(group, ids, &decoder) else {
      return nil
    }
    return JointEffects(criterion: column, rows: places, covariance: covariance)
  }

  /// The covariance of all pairs; nil when one is missing.
  private func covariance(
    _ group: MarkupElement, _ ids: [String], _ decoder: inout ElementDecoder
  ) -> [[Double]]? {
    var matrix: [[Double?]] = ids.map { _ in ids.map { _ in nil } }
    for element in group.elements(named: "covariance") {
      guard let i = ids.firstIndex(of: element.attribute("first") ?? ""),
        let j = ids.firstIndex(of: element.attribute("second") ?? "")
      else { return nil }
      let value = decoder.real("value", of: element)
      (matrix[i][j], matrix[j][i]) = (value, value)
    }
    let full = matrix.map { $0.compactMap(\.self) }
    return full.allSatisfy { $0.count == ids.count } ? full : nil
  }

  /// Whether a group names rows, each once, and all covariances; what is wrong is reported.
  private func isReadable(_ group: MarkupElement, _ decoder: inout ElementDecoder) -> Bool {
    let ids = ids(of: group)
    var isGood = true
    func refuse(_ element: MarkupElement, _ problem: String, _ advice: String) {
      isGood = false
      decoder.diagnostics.error(
        "problem.jointEffects", at: decoder.place(element), problem, advice: advice)
    }
    for name in ids + [group.attribute("relativeTo") ?? ""] where !rows.all.contains(name) {
      refuse(
        group, "There is no alternative or reference \(name).",
        "Use one of: \(rows.all.joined(separator: ", ")).")
    }
    if Set(ids).count < ids.count {
      refuse(group, "An alternative has one effect here; one has two.", "Remove one of them.")
    }
    var pairs: Set<[String]> = []
    for element in group.elements(named: "covariance") {
      let pair = [element.attribute("first") ?? "", element.attribute("second") ?? ""].sorted()
      if !pair.allSatisfy(ids.contains) {
        refuse(
          element, "A covariance is that of two effects of this list.",
          "Use one of: \(ids.joined(separator: ", ")).")
      } else if !pairs.insert(pair).inserted {
        refuse(element, "A pair has one covariance; this one has two.", "Remove one of them.")
      }
    }
    guard isGood else { return false }
    if pairs.count < ids.count * (ids.count + 1) / 2 {
      refuse(
        group, "Each pair of effects, and each effect with itself, has a covariance; one has none.",
        "Add it; it is zero for effects from different studies.")
    } else if joint(group, at: 0, decoder) == nil {
      refuse(
        group, "The covariances are those of no distribution: the matrix is not positive definite.",
        "Check them; the covariance of an effect with itself is its variance.")
    }
    return isGood
  }
}
