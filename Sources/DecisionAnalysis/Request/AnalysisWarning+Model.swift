// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension AnalysisWarning {
  /// A warning about the model in the form of an analysis; `nil` for those that only a pack has.
  init?(_ warning: ModelWarning) {
    guard let kind = Kind(rawValue: warning.kind.rawValue) else { return nil }
    switch warning {
    case .rangeTooWide(let id), .rangeTooNarrow(let id): self.init(kind, criteria: [id])
    case .sharedMeasure(let tag, let ids): self.init(kind, criteria: ids, detail: tag)
    case .sameOrder(let one, let other): self.init(kind, criteria: [one, other])
    case .splitting(let branch): self.init(kind, branch: branch)
    case .drawsOutsideRange(let cell):
      self.init(kind, criteria: [cell.criterion], alternatives: [cell.alternative])
    default: return nil
    }
  }
}
