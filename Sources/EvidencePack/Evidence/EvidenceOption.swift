// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// What the documents say of an alternative.
public struct EvidenceOption: Sendable, Equatable {
  /// Whether something is done to the bone.
  public enum Kind: String, Sendable, Equatable {
    /// A procedure.
    case procedure
    /// Care without a procedure.
    case care
  }

  /// One aspect, described for every alternative in the same order.
  public struct Aspect: Sendable, Equatable {
    /// Where an aspect is described.
    public enum Place: String, Sendable, Equatable {
      /// In the description of the alternative.
      case description
      /// In the table of what happens day by day.
      case timeline
    }

    /// The id, the same for every alternative.
    public var id: String
    /// The text that names the aspect.
    public var name: TextID
    /// The texts, in order.
    public var steps: [TextID]
    /// Where it is described.
    public var place: Place = .description
  }

  /// The id of the alternative.
  public var id: String
  /// Whether something is done to the bone.
  public var kind: Kind
  /// The text of its name as a heading.
  public var name: TextID
  /// The text of its name inside a sentence.
  public var inline: TextID
  /// The text that says in short what it is.
  public var brief: TextID
  /// The text that says whether cement is used.
  public var cement: TextID
  /// The text that says whom it may suit.
  public var suits: TextID
  /// Its aspects.
  public var aspects: [Aspect]
}

extension EvidenceReader {
  /// Reads the alternatives, in the order of the pack.
  mutating func options(_ root: MarkupElement) -> [EvidenceOption] {
    (root.first("alternatives")?.elements ?? []).map { element in
      EvidenceOption(
        id: element.attribute("id") ?? "", kind: decoder.value("kind", of: element, else: .care),
        name: decoder.text("name", of: element), inline: decoder.text("inline", of: element),
        brief: decoder.text("brief", of: element), cement: decoder.text("cement", of: element),
        suits: decoder.text("suits", of: element),
        aspects: element.elements.map { aspect in
          .init(
            id: aspect.attribute("id") ?? "", name: decoder.text("name", of: aspect),
            steps: aspect.elements.map { decoder.text("text", of: $0) },
            place: decoder.value("shown", of: aspect, else: .description))
        })
    }
  }
}
