// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// One reading of the evidence: which of the studies that disagree are taken to be nearer the truth.
///
/// The program does not choose between readings and does not average them.
public struct EvidenceReading: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The text of its name inside a sentence: whom it looks at.
  public var name: TextID
  /// The text of its name for the head of a narrow column.
  public var short: TextID
  /// The text of what it found on what the readings differ in, for a patient; parameter level.
  public var told: TextID
}

/// Another measure of the aim of a criterion, in one question: shown beside it, and able to take a
/// verdict away.
public struct OtherMeasure: Sendable, Equatable {
  /// The measure, with words, range and cells like those of a criterion.
  public var criterion: EvidenceCriterion
  /// The id of the criterion whose place it takes.
  public var of: String
  /// The id of the question.
  public var question: String
}

/// What a person feels about some alternatives by what they are: asked beside the weights, and never
/// weighed.
public struct Feeling: Sendable, Equatable {
  /// An answer.
  public enum Answer: String, Sendable, Equatable, CaseIterable {
    /// The person is fine with it.
    case fine
    /// The person would rather not.
    case ratherNot
    /// The person does not want it at all: the alternatives are left out at the person's wish.
    case never
  }

  /// The id.
  public var id: String
  /// The ids of the alternatives that it is about.
  public var alternatives: [String]
  /// The text of what it is about, inside a sentence.
  public var name: TextID
  /// The text of the question.
  public var ask: TextID
  /// The text that reads an answer "would rather not" back, as a sentence.
  public var told: TextID
}

extension EvidenceReader {
  /// Reads the readings of the evidence.
  mutating func readings(_ root: MarkupElement) -> [EvidenceReading] {
    (root.first("readings")?.elements ?? []).map {
      EvidenceReading(
        id: $0.attribute("id") ?? "", name: decoder.text("name", of: $0),
        short: decoder.text("short", of: $0),
        told: decoder.text("told", of: $0, parameters: ["level"]))
    }
  }

  /// Reads the other measures of aims.
  mutating func otherMeasures(
    _ root: MarkupElement, alternatives: [String], readings: [String]
  ) -> [OtherMeasure] {
    (root.first("otherMeasures")?.elements ?? []).map {
      OtherMeasure(
        criterion: criterion($0, alternatives: alternatives, readings: readings),
        of: $0.attribute("of") ?? "", question: $0.attribute("question") ?? "")
    }
  }

  /// Reads the feelings.
  mutating func feelings(_ root: MarkupElement) -> [Feeling] {
    (root.first("feelings")?.elements ?? []).map {
      Feeling(
        id: $0.attribute("id") ?? "", alternatives: decoder.ids("alternatives", of: $0),
        name: decoder.text("name", of: $0), ask: decoder.text("ask", of: $0),
        told: decoder.text("told", of: $0))
    }
  }
}
