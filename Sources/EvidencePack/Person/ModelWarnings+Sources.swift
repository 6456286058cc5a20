// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension ModelWarnings {
  /// The warnings about the evidence of a pack in a region, in the order of `ModelWarning.Kind`.
  ///
  /// - Parameters:
  ///   - pack: the pack.
  ///   - questions: the problems of its questions in the region, under every reading.
  ///   - region: the id of the region.
  ///   - priced: the alternatives whose price the clinic gave.
  public static func of(
    pack: EvidencePack, questions: [DecisionProblem], region: String, priced: [String] = []
  ) -> [ModelWarning] {
    // That a range fits is checked for the hull of all questions and readings, 95 % limits at most: one
    // question fills less of it, and draws pass its ends, along the same straight line.
    let aboutRanges: [ModelWarning.Kind] = [.rangeTooWide, .rangeTooNarrow]
    let levels = questions.flatMap { of(problem: $0, weights: nil) }.filter { warning in
      let isPriced = warning.cell.map { priced.contains($0.alternative) } ?? false
      return !aboutRanges.contains(warning.kind)
        && (warning.kind != .drawsOutsideRange || isPriced)
    }
    let found =
      levels + ofDependence(in: pack) + ofSources(in: pack, region: region, priced: priced)
    var once: [ModelWarning] = []
    for warning in found where !once.contains(warning) { once.append(warning) }
    return ordered(once)
  }

  /// The criteria whose value depends on another criterion, as the authors of the pack say.
  static func ofDependence(in pack: EvidencePack) -> [ModelWarning] {
    pack.criteria.flatMap { criterion in
      criterion.dependences.map { .dependence(criterion: criterion.id, on: $0.criterion) }
    }
  }

  /// What the sources of the levels say about comparing them, in a region.
  ///
  /// Levels that are true by definition, prices of the clinic, and levels without a source do not
  /// come from a study and are passed over. Two levels that stand on one baseline were compared.
  static func ofSources(
    in pack: EvidencePack, region: String, priced: [String]
  ) -> [ModelWarning] {
    let found = pack.criteria.flatMap { criterion -> [ModelWarning] in
      guard let row = criterion.row(in: region) else { return [] }
      let cells = row.cells.filter { cell in
        criterion.row != nil || !priced.contains(cell.alternative)
      }
      return ofPairs(criterion.id, cells)
        + cells.filter(lacksRange).map {
          .noRange(CellReference(alternative: $0.alternative, criterion: criterion.id))
        }
    }
    // The upper limit of a count of none is what matters of it.
    return found
      + pack.figures.filter { $0.events == 0 && $0.high == nil }.map {
        .zeroWithoutRange(figure: $0.id)
      }
  }

  /// Whether a level needs a range and has none: studies give it, or its form is that of an unsure
  /// one.
  private static func lacksRange(_ cell: EvidenceCell) -> Bool {
    guard cell.distribution.isExact else { return false }
    if case .exact = cell.distribution { return cell.basis == .measured || cell.basis == .derived }
    return true
  }

  private static func ofPairs(_ criterion: String, _ cells: [EvidenceCell]) -> [ModelWarning] {
    let studied = cells.filter { $0.basis != .byDefinition && !$0.sources.isEmpty }
    var (apart, drawn): (Set<String>, Set<String>) = ([], [])
    for (place, one) in studied.enumerated() {
      for other in studied[(place + 1)...] {
        let (first, second) = (root(of: one, cells), root(of: other, cells))
        if first == second { continue }
        let isShared = one.sources.contains { other.sources.contains($0) }
        if !isShared { apart.formUnion([one.alternative, other.alternative]) }
        let areUnsure = !one.distribution.isExact && !other.distribution.isExact
        // What stands on another level shares its draws and is named with it.
        if isShared && areUnsure && one.relativeTo == nil && other.relativeTo == nil {
          drawn.formUnion([one.alternative, other.alternative])
        }
      }
    }
    let named = { (set: Set<String>) in studied.filter { set.contains($0.alternative) } }
    var found: [ModelWarning] = []
    if !apart.isEmpty {
      let cells = named(apart)
      found.append(
        .differentStudies(
          criterion: criterion, alternatives: cells.map(\.alternative),
          certainty: lowest(cells.map(\.certainty))))
    }
    if !drawn.isEmpty {
      found.append(
        .drawnApart(criterion: criterion, alternatives: named(drawn).map(\.alternative)))
    }
    return found
  }

  /// The alternative whose level a cell stands on, directly or through others; its own without a
  /// baseline.
  private static func root(of cell: EvidenceCell, _ cells: [EvidenceCell]) -> String {
    var current = cell
    for _ in cells {
      guard let base = current.relativeTo, let next = cells.first(where: { $0.alternative == base })
      else { break }
      current = next
    }
    return current.relativeTo ?? current.alternative
  }

  /// The lowest of several grades.
  private static func lowest(_ grades: [CertaintyOfEvidence]) -> CertaintyOfEvidence {
    let order: [CertaintyOfEvidence] = [.notKnown, .veryLow, .low, .moderate, .high, .byDefinition]
    return order.first { grades.contains($0) } ?? .notKnown
  }
}
