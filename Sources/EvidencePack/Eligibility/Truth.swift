// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A truth value of Kleene's strong three-valued logic: what is not known stays not known.
public enum Truth: String, Sendable, Equatable, CaseIterable {
  /// False.
  case no
  /// Not known.
  case unknown
  /// True.
  case yes

  /// A truth value from one of two-valued logic.
  public init(_ value: Bool) { self = value ? .yes : .no }

  /// True when all are true; false when one is false.
  public static func all(_ values: [Truth]) -> Truth {
    if values.contains(.no) { return .no }
    return values.contains(.unknown) ? .unknown : .yes
  }

  /// True when one is true; false when all are false.
  public static func any(_ values: [Truth]) -> Truth {
    if values.contains(.yes) { return .yes }
    return values.contains(.unknown) ? .unknown : .no
  }

  /// True when at least `count` are true whatever the unknown ones turn out to be.
  public static func atLeast(_ count: Int, _ values: [Truth]) -> Truth {
    let certain = values.count { $0 == .yes }
    if certain >= count { return .yes }
    return certain + values.count { $0 == .unknown } >= count ? .unknown : .no
  }

  /// The opposite; not known stays not known.
  public static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}
