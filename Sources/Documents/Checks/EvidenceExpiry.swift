// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Whether evidence may be used on a day: after its day of review with a notice, after its last day
/// with a reason only (EvidencePack.docc/Handout.md, "Days of the evidence").
public struct EvidenceExpiry: Sendable, Equatable {
  /// What holds on a day.
  public enum State: Sendable, Equatable {
    /// The evidence is used without more.
    case current
    /// It was to be looked at again by now.
    case reviewOverdue
    /// Its last day is past.
    case expired
  }

  /// What holds.
  public let state: State
  private let identity: PackIdentity

  /// What holds for a pack on a day.
  public init(_ identity: PackIdentity, on date: CalendarDay) {
    self.identity = identity
    state =
      date > identity.useUntil
      ? .expired : date > identity.reviewBy ? .reviewOverdue : .current
  }

  /// Why documents are refused, or nil: they are made.
  ///
  /// - Parameter reason: why evidence past its last day is used, or nil: no reason was given.
  public func refusal(reason: String?) -> Diagnostic? {
    let place = SourceLocation(file: "evidence.xml")
    guard let reason else {
      if state != .expired { return nil }
      return Diagnostic(
        .error, "evidence.expired", at: place,
        "The evidence is not to be used after \(identity.useUntil).",
        advice: "Have it reviewed, or give a reason with --allow-expired; the reason is printed.")
    }
    if state != .expired {
      return Diagnostic(
        .error, "evidence.notExpired", at: place,
        "The evidence may be used until \(identity.useUntil), so no reason is needed.",
        advice: "Leave out --allow-expired.")
    }
    if !EvidenceExpiry.isReason(reason) {
      return Diagnostic(
        .error, "evidence.reason", at: place,
        "A reason has 5 to 300 characters on one line, without control characters.",
        advice: "Write one sentence.")
    }
    return nil
  }

  /// Whether a text can stand as a reason: 5 to 300 characters, none that controls others.
  public static func isReason(_ text: String) -> Bool {
    let letters = text.filter { !$0.isWhitespace }
    return letters.count >= 5 && text.count <= 300
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
          .unassigned:
          false
        default: true
        }
      }
  }
}
