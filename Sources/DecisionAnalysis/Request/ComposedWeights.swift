// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The weights of all criteria with the steps that they were made in.
///
/// One step: the criteria are weighed against each other. Branch first: the branches are weighed
/// against each other and the criteria inside each; w_j = w(branch) w(j inside the branch), which
/// keeps a branch from gaining weight by having many criteria (Hamalainen and Alaja 2003).
public struct ComposedWeights: Sendable, Equatable {
  /// The weights of the criteria inside one branch.
  public struct Inside: Sendable, Equatable {
    /// The id of the branch.
    public let branch: String
    /// The weights of its criteria.
    public let weights: CriterionWeights

    /// The weights of a branch.
    public init(branch: String, weights: CriterionWeights) {
      self.branch = branch
      self.weights = weights
    }
  }

  /// The weights of all criteria, in their order.
  public let weights: CriterionWeights
  /// The weights of the branches, by their ids; `nil` when the criteria were weighed in one step.
  public let branches: CriterionWeights?
  /// The weights inside each branch that was weighed.
  public let inside: [Inside]
  /// Whether the ranges that the weights belong to were stated with them.
  public let hasRanges: Bool

  /// Weights made in one step.
  public init(_ weights: CriterionWeights, hasRanges: Bool) {
    self.weights = weights
    branches = nil
    inside = []
    self.hasRanges = hasRanges
  }

  /// Weights made branch first; a branch with one criterion needs no weights inside it.
  ///
  /// The method is `notElicited` when a step was, else `given`, and the notes are those of all
  /// steps.
  /// - Throws: `WeightingError.missing` for a criterion whose branch has no weight, or that has
  ///   none inside its branch, and the faults of `CriterionWeights`.
  public init(
    branches: CriterionWeights, inside: [Inside], criteria: [Criterion], hasRanges: Bool
  ) throws(WeightingError) {
    var amounts: [Double] = []
    for criterion in criteria {
      let isAlone = criteria.filter { $0.branch == criterion.branch }.count == 1
      let part = inside.first { $0.branch == criterion.branch }?.weights.weight(of: criterion.id)
      guard let whole = branches.weight(of: criterion.branch),
        let share = part ?? (isAlone ? 1 : nil)
      else { throw .missing(criterion.id) }
      amounts.append(whole * share)
    }
    let steps = [branches] + inside.map(\.weights)
    let notes = WeightingNote.allCases.filter { note in steps.contains { $0.notes.contains(note) } }
    weights = try CriterionWeights(
      criteria: criteria.map(\.id), proportionalTo: amounts,
      method: steps.contains { $0.method == .notElicited } ? .notElicited : .given, notes: notes)
    self.branches = branches
    self.inside = inside
    self.hasRanges = hasRanges
  }
}
