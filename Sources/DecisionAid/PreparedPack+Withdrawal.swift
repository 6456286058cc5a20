// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

extension PreparedPack {
  /// Why no document may be made from the pack, or nil: it is not withdrawn.
  public var refusal: PipelineFailure? {
    guard let withdrawal = pack.ownWithdrawal else { return nil }
    return .withdrawn([
      Diagnostic(
        .error, "pack.withdrawn",
        at: SourceLocation(file: "evidence.xml", line: withdrawal.line),
        "The evidence \(pack.identity.id) \(pack.identity.version) was withdrawn on "
          + "\(withdrawal.day), and no document is made from it. \(reason(of: withdrawal))",
        advice:
          "Use a later version of the pack; who has documents from this one: decision-aid audit "
          + "affected --pack \(pack.identity.version).")
    ])
  }

  /// The warning about documents from a version that was withdrawn.
  ///
  /// - Parameters:
  ///   - withdrawal: what covers them.
  ///   - version: their version.
  ///   - documents: which documents, as the beginning of a sentence in the plural or singular with its
  ///     verb, such as `Rows 1, 2 are`.
  ///   - file: what was looked at.
  ///   - waiting: how many people have them still and were not told, or nil: that is not known.
  public func warning(
    of withdrawal: Withdrawal, version: String, documents: String, at file: String,
    waiting: Int? = nil
  ) -> Diagnostic {
    let recall = "decision-aid audit recall --pack \(version)"
    let advice =
      switch waiting {
      case nil: "The person is to be told: \(recall)."
      case 0: "Everybody concerned was told, or has later documents."
      case let people?: "People who were not told: \(people). Tell them: \(recall)."
      }
    return Diagnostic(
      .warning, "evidence.withdrawn", at: SourceLocation(file: file),
      "\(documents) from the evidence \(pack.identity.id) \(version), which was withdrawn on "
        + "\(withdrawal.day). \(reason(of: withdrawal))",
      advice: advice)
  }

  /// Why, in the first language of the pack.
  public func reason(of withdrawal: Withdrawal) -> String {
    wordings.first?.text(withdrawal.reason).plain ?? ""
  }
}
