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

  /// A request from its parts; the notes have the shape of the problem.
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
