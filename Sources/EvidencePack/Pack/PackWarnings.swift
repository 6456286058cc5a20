// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Says the warnings about the evidence of a pack to its authors, with the place in the file.
struct PackWarnings {
  let pack: EvidencePack

  /// The warnings of all regions; the same one once.
  var diagnostics: DiagnosticList {
    var list = DiagnosticList()
    for region in pack.regions {
      guard let problem = try? ProblemBuilder.problem(of: pack, region: region.id),
        problem.faults.isEmpty
      else { continue }
      for warning in ModelWarnings.of(pack: pack, problem: problem, region: region.id) {
        let explanation = ModelWarningExplanation(warning)
        list.warning(
          "model.\(warning.kind.rawValue)", at: place(warning, region: region.id),
          explanation.problem, advice: explanation.advice)
      }
    }
    return list
  }

  /// The line of the level that a warning is about, or of the first level of its criterion.
  private func place(_ warning: ModelWarning, region: String) -> SourceLocation {
    let criterion = warning.criteria.first.flatMap { pack.criterion($0) }
    let cells = criterion?.row(in: region)?.cells ?? []
    let cell = cells.first { $0.alternative == warning.cell?.alternative } ?? cells.first
    return SourceLocation(file: "evidence.xml", line: cell?.line ?? 0)
  }
}
