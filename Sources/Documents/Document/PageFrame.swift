// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// What a page says and how it looks besides its title and sections.
public struct PageFrame: Sendable, Equatable {
  /// The language code.
  public var language: String
  /// The direction of writing.
  public var direction: TextCatalogue.WritingDirection
  /// The edition and paper.
  public var choices: DocumentChoices
  /// What stands beside the title and at the foot.
  public var texts: PageTexts
}

extension DecisionDocument {
  /// The frame of its pages.
  var frame: PageFrame {
    PageFrame(
      language: identity.language, direction: identity.direction, choices: identity.choices,
      texts: pageTexts)
  }
}
