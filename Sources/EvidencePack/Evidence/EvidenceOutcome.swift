// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// An outcome that is shown with its counts and not weighed, and why.
public struct EvidenceOutcome: Sendable, Equatable {
  /// The part of the document in which it stands.
  public enum Block: String, Sendable, Equatable, CaseIterable {
    /// The course without a procedure.
    case course
    /// Outcomes counted per 100.
    case common
    /// Outcomes counted per 1,000.
    case rare
    /// Outcomes of fractures caused by cancer.
    case cancer
    /// Outcomes that are shown to the people whom their condition names.
    case some
  }

  /// What is known for one alternative.
  public struct Result: Sendable, Equatable {
    /// The id of the alternative.
    public var alternative: String
    /// The id of the figure, or nil.
    public var figure: String?
    /// The text that stands where there is no figure, or nil.
    public var instead: TextID?
  }

  /// The id.
  public var id: String
  /// The text of its name.
  public var name: TextID
  /// The text of the people to whom it happens, after the number.
  public var happens: TextID
  /// The text of the people to whom it does not happen, after the number.
  public var doesNot: TextID
  /// The text of the period.
  public var period: TextID
  /// The text that says who was studied.
  public var group: TextID
  /// How sure the studies allow us to be.
  public var certainty: CertaintyOfEvidence
  /// The text of the plain reason.
  public var reason: TextID
  /// The part of the document.
  public var block: Block
  /// The id of the condition of the people whom it is shown to, of the block `some`; else nil.
  public var condition: String?
  /// The id of the criterion whose row it follows, or nil: it stands with the others of its block.
  public var beside: String?
  /// Whether a clinician is to look at it before it is used.
  public var needsReview = false
  /// One result per alternative, in the order of the pack's alternatives.
  public var results: [Result]
}

extension EvidenceReader {
  /// Reads the outcomes that are shown and not weighed.
  mutating func outcomes(_ root: MarkupElement) -> [EvidenceOutcome] {
    (root.first("outcomes")?.elements ?? []).map { element in
      if (element.attribute("when") == nil) != (element.attribute("block") != "some") {
        decoder.diagnostics.error(
          "evidence.outcomeWhen", at: decoder.place(element),
          "An outcome of the block some says to whom it is shown, and no other does.",
          advice: "Give the attribute when with a condition, or name another block.")
      }
      return EvidenceOutcome(
        id: element.attribute("id") ?? "", name: decoder.text("name", of: element),
        happens: decoder.text("happens", of: element),
        doesNot: decoder.text("doesNot", of: element),
        period: decoder.text("period", of: element), group: decoder.text("group", of: element),
        certainty: decoder.value("certainty", of: element, else: .notKnown),
        reason: decoder.text("reason", of: element),
        block: decoder.value("block", of: element, else: .common),
        condition: element.attribute("when"), beside: element.attribute("beside"),
        needsReview: element.attribute("needsReview") == "true",
        results: element.elements.map { result in
          if (result.attribute("figure") == nil) == (result.attribute("instead") == nil) {
            decoder.diagnostics.error(
              "evidence.result", at: decoder.place(result),
              "A result has either a figure or a text instead of it.",
              advice: "Give exactly one of the attributes figure and instead.")
          }
          return .init(
            alternative: result.attribute("alternative") ?? "",
            figure: result.attribute("figure"),
            instead: decoder.optionalText("instead", of: result))
        })
    }
  }
}
