// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A versioned list of criteria for patient decision aids.
public struct Checklist: Sendable {
  /// Which criteria belong together in the source.
  public enum Group: String, Sendable, CaseIterable {
    /// Without all of them it is not a decision aid.
    case qualifying
    /// Without them the risk of harmful bias is high.
    case certifying
    /// They make an aid better.
    case quality
  }

  /// What a criterion is about.
  public enum Area: String, Sendable, CaseIterable {
    /// What the aid says.
    case content
    /// How it was made.
    case process
    /// What it achieves.
    case effectiveness
  }

  /// Who can meet a criterion.
  public enum Means: Sendable {
    /// The document, by a rule.
    case document(any ChecklistRule)
    /// The document with data that somebody looks after, by a rule; the data in words.
    case data(any ChecklistRule, String)
    /// People; only a dated record shows it.
    case people
    /// Nobody: it is about other aids; the reason in words.
    case notApplicable(String)
  }

  /// A criterion.
  public struct Item: Sendable {
    /// The id.
    public var id: String
    /// The group.
    public var group: Group
    /// The area.
    public var area: Area
    /// What it asks for, in our words.
    public var text: String
    /// Who can meet it.
    public var means: Means
  }

  /// The name with its version, as it is printed.
  public var title: String
  /// The id with its version, such as `ipdas-4.0`.
  public var id: String
  /// The criteria, in order.
  public var items: [Item]

  /// A checklist from its parts.
  public init(id: String, title: String, items: [Item]) {
    self.id = id
    self.title = title
    self.items = items
  }
}
