// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A whole analysis as an author asked for it: the problem, the weights, how unsure they are, and
/// what is to be compared.
///
/// It holds what `AnalysisReport` needs and no more; a reader makes it from a file.
public struct AnalysisRequest: Sendable, Equatable {
  /// The id of the problem.
  public let id: String
  /// The alternatives, the criteria and the performances.
  public let problem: DecisionProblem
  /// What the author says about each criterion, in the order of the criteria.
  public let criterionNotes: [CriterionNote]
  /// What the author says about each performance as [row][criterion], reference rows last.
  public let performanceNotes: [[PerformanceNote]]
  /// The weights and how they came about.
  public let weighting: ComposedWeights
  /// How unsure the weights are.
  public let uncertainty: WeightUncertainty
  /// Whether the author chose the uncertainty, rather than the default of the method.
  public let isUncertaintyStated: Bool
  /// The limits, lists and questions.
  public let settings: AnalysisSettings

  /// A request; the notes have the shape of the problem.
  public init(
    id: String, problem: DecisionProblem, criterionNotes: [CriterionNote],
    performanceNotes: [[PerformanceNote]], weighting: ComposedWeights,
    uncertainty: WeightUncertainty, isUncertaintyStated: Bool, settings: AnalysisSettings
  ) {
    self.id = id
    self.problem = problem
    self.criterionNotes = criterionNotes
    self.performanceNotes = performanceNotes
    self.weighting = weighting
    self.uncertainty = uncertainty
    self.isUncertaintyStated = isUncertaintyStated
    self.settings = settings
  }
}

/// The limits, lists and questions of an analysis.
public struct AnalysisSettings: Sendable, Equatable {
  /// Some ids under a name.
  public struct Selection: Sendable, Equatable {
    /// The name.
    public let id: String
    /// The ids chosen.
    public let members: [String]

    /// A selection of alternatives or criteria by their ids.
    public init(id: String, members: [String]) {
      self.id = id
      self.members = members
    }
  }

  /// The points of the lattice: a power of two, 1024...65536.
  public let points: Int
  /// The limits of the verdict.
  public let thresholds: VerdictThresholds
  /// Other lists of criteria that the leader is tried on.
  public let lists: [Selection]
  /// The questions: which of these alternatives.
  public let comparisons: [Selection]

  /// Settings; `points` is a power of two, 1024...65536.
  public init(
    points: Int, thresholds: VerdictThresholds, lists: [Selection], comparisons: [Selection]
  ) {
    self.points = points
    self.thresholds = thresholds
    self.lists = lists
    self.comparisons = comparisons
  }
}

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

    /// A dependence on another criterion, with the reason of the author.
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

  /// A note; what is not named was not said.
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

/// What an author says about a performance that no total is made of.
public struct PerformanceNote: Sendable, Equatable {
  /// The study that the number comes from, by an id of the author's.
  public let study: String?
  /// How sure that study allows us to be.
  public let certainty: CertaintyOfEvidence?
  /// Whether nothing is known, so that the range of the anchors stands for a number.
  public let spansAnchors: Bool

  /// A note; what is not named was not said.
  public init(
    study: String? = nil, certainty: CertaintyOfEvidence? = nil, spansAnchors: Bool = false
  ) {
    self.study = study
    self.certainty = certainty
    self.spansAnchors = spansAnchors
  }
}
