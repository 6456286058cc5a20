// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What an author says about a criterion that no total is made of.
public struct CriterionNote: Sendable, Equatable {
  /// A level that an alternative must reach; one that misses it stands outside the ranking.
  public enum Requirement: Sendable, Equatable {
    /// The level is at least this.
    case atLeast(Double)
    /// The level is at most this.
    case atMost(Double)

    /// Whether a level keeps to the bound.
    public func isMet(by level: Double) -> Bool {
      switch self {
      case .atLeast(let bound): level >= bound
      case .atMost(let bound): level <= bound
      }
    }
  }

  /// A flag: how good a level is depends on the level of another criterion.
  public struct Dependence: Sendable, Equatable {
    /// The id of the other criterion.
    public let criterion: String
    /// Why, in the author's words.
    public let reason: String

    /// A flag from its parts.
    public init(criterion: String, reason: String) {
      self.criterion = criterion
      self.reason = reason
    }
  }

  /// The unit of the levels, in the author's words.
  public let unit: String?
  /// Whether the anchors are those of the alternatives listed.
  public let hasLocalAnchors: Bool
  /// Whether it is a cost.
  public let isCost: Bool
  /// Who pays a cost.
  public let payer: String?
  /// The level that alternatives must reach.
  public let requirement: Requirement?
  /// The criteria that its values depend on.
  public let dependences: [Dependence]

  /// A note from its parts.
  public init(
    unit: String? = nil, hasLocalAnchors: Bool = false, isCost: Bool = false,
    payer: String? = nil, requirement: Requirement? = nil, dependences: [Dependence] = []
  ) {
    self.unit = unit
    self.hasLocalAnchors = hasLocalAnchors
    self.isCost = isCost
    self.payer = payer
    self.requirement = requirement
    self.dependences = dependences
  }
}
