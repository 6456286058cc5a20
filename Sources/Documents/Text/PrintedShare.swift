// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A probability as it is printed: a whole percent, never none and never certain.
///
/// What was worked out from draws is not known better than that, and none of them is not never.
public enum PrintedShare: Sendable, Equatable {
  /// Less than 1 of 100.
  case belowOne
  /// A whole percent, 1...99.
  case percent(Int)
  /// More than 99 of 100.
  case aboveNinetyNine

  /// A share of 0...1; half a percent is rounded up.
  public init(_ share: Double) {
    if !(share >= 0.01) {
      self = .belowOne
    } else if share > 0.99 {
      self = .aboveNinetyNine
    } else {
      self = .percent(Int((share * 100).rounded(.toNearestOrAwayFromZero)))
    }
  }
}

extension NumberText {
  /// A probability in the form in which it may be printed.
  public func share(_ share: Double) -> PrintedShare { PrintedShare(share) }
}

extension Wording {
  /// A probability in words: "27 of 100", "less than 1 of 100" or "more than 99 of 100".
  public func share(_ share: Double, from source: NumberSource) -> InlineText {
    let of = number(100, from: source)
    switch numbers.share(share) {
    case .belowOne: return self(GuardPhrase.shareBelow, ["n": number(1, from: source), "of": of])
    case .percent(let percent):
      return self(GuardPhrase.shareOf, ["n": number(percent, from: source), "of": of])
    case .aboveNinetyNine:
      return self(GuardPhrase.shareAbove, ["n": number(99, from: source), "of": of])
    }
  }
}
