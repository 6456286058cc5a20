// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Versions of a pack that are not to be used any more, why, and what people who were given documents
/// from them are told.
public struct Withdrawal: Sendable, Equatable {
  /// The versions.
  public var versions: [String]
  /// The day on which they were withdrawn.
  public var day: CalendarDay
  /// The answers that are concerned, as records and ledgers name them; empty: every document.
  public var outcomes: [String]
  /// The text that says why, for clinicians and auditors.
  public var reason: TextID
  /// The text that tells the people concerned what was wrong.
  public var tell: TextID
  /// The line of the file.
  public var line: Int

  /// Whether a document of a version with these answers is concerned.
  public func covers(version: String, outcomes given: [String]) -> Bool {
    versions.contains(version) && (outcomes.isEmpty || given.contains(where: outcomes.contains))
  }
}

extension EvidencePack {
  /// The withdrawal of the pack itself, or nil: it may be used.
  ///
  /// A pack is withdrawn by shipping it again with its own version in its list.
  public var ownWithdrawal: Withdrawal? {
    withdrawals.first { $0.versions.contains(identity.version) }
  }

  /// The withdrawal that a document is concerned by, or nil.
  ///
  /// - Parameters:
  ///   - id: the id of the pack that the document was made from: a list speaks of its own pack only.
  ///   - version: the version of that pack.
  ///   - outcomes: the answers of the document, as records and ledgers name them.
  public func withdrawal(of id: String, version: String, outcomes: [String]) -> Withdrawal? {
    if id != identity.id { return nil }
    return withdrawals.first { $0.covers(version: version, outcomes: outcomes) }
  }
}

extension EvidenceReader {
  /// Reads what the pack withdraws.
  mutating func withdrawals(_ root: MarkupElement) -> [Withdrawal] {
    (root.first("withdrawals")?.elements ?? []).map {
      Withdrawal(
        versions: decoder.ids("versions", of: $0), day: decoder.day("on", of: $0),
        outcomes: decoder.ids("outcomes", of: $0), reason: decoder.text("reason", of: $0),
        tell: decoder.text("tell", of: $0), line: $0.line)
    }
  }
}

/// Checks that at most one withdrawal speaks of a document.
struct WithdrawalCheck {
  let withdrawals: [Withdrawal]
  let file: String

  func check(into diagnostics: inout DiagnosticList) {
    for (place, withdrawal) in withdrawals.enumerated() {
      if Set(withdrawal.versions).count < withdrawal.versions.count {
        diagnostics.error(
          "evidence.withdrawals", at: SourceLocation(file: file, line: withdrawal.line),
          "A version stands twice in this withdrawal.", advice: "Name each version once.")
      }
      for version in withdrawal.versions {
        let isTwice = withdrawals[..<place].contains { other in
          other.versions.contains(version)
            && (other.outcomes.isEmpty || withdrawal.outcomes.isEmpty
              || other.outcomes.contains(where: withdrawal.outcomes.contains))
        }
        if isTwice {
          diagnostics.error(
            "evidence.withdrawals", at: SourceLocation(file: file, line: withdrawal.line),
            "The version \(version) is withdrawn twice for the same answers.",
            advice: "Name different outcomes in each, or put the two together.")
        }
      }
    }
  }
}
