// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// One self-contained document set for one person: everything that the writers need.
public struct DecisionDocument: Sendable, Equatable {
  /// What it is and from what it was made.
  public var identity: DocumentIdentity
  /// The patient's handout.
  public var handout: DocumentBody
  /// The clinician's copy.
  public var clinicianCopy: DocumentBody
  /// The person's profile.
  public var profile: PreferenceProfile
  /// What was worked out.
  public var analysis: PersonAnalysis
  /// What the guards say.
  public var findings: GuardFindings
  /// The weights said again in other words; nil without weights.
  public var readBack: InlineText?
  /// The numbers of the performance table, in the person's setting, in the order of the pack.
  public var levels: [EvidenceFigure]
  /// The ids of the figures of the pack that the texts print, in the order of the pack.
  public var figures: [String]
  /// What was done with people for the pack.
  public var peopleRecords: [PeopleRecord] = []
  /// What was measured of the finished handout; nil before it was.
  public var quality: DocumentQuality?
}

/// A title and sections.
public struct DocumentBody: Sendable, Equatable {
  /// The title.
  public var title: InlineText
  /// The sections, in order.
  public var sections: [DocumentSection]

  /// A body from its parts.
  public init(title: InlineText, sections: [DocumentSection]) {
    self.title = title
    self.sections = sections
  }
}

/// A section of a document.
public struct DocumentSection: Sendable, Equatable {
  /// The id, the same for every person.
  public var id: String
  /// The title.
  public var title: InlineText
  /// What stands in it.
  public var blocks: [Block]
  /// Whether it is left out when the page is printed.
  public var isScreenOnly: Bool = false
}

/// What a document set is and from what it was made.
public struct DocumentIdentity: Sendable, Equatable {
  /// The document id: the same inputs, program and date give the same id.
  public var document: String
  /// The pseudonym.
  public var profile: String
  /// The day that it was made.
  public var date: CalendarDay
  /// The version of the program.
  public var program: String
  /// The id and version of the pack.
  public var pack: String
  /// The version of the pack.
  public var packVersion: String
  /// The SHA-256 of the profile's canonical form, hexadecimal.
  public var profileDigest: String
  /// The SHA-256 of the pack's files, hexadecimal.
  public var packDigest: String
  /// The language code.
  public var language: String
  /// The direction of writing.
  public var direction: TextCatalogue.WritingDirection
  /// The edition and paper.
  public var choices: DocumentChoices
  /// The order of the alternatives.
  public var order: OptionOrder
  /// Why evidence past its last day was used, in the words of whoever did; nil: it was not.
  public var expiryReason: String?
  /// The fingerprint of what the handout says, which every page of it carries: two groups of four
  /// hexadecimal digits; empty before it is known.
  public var fingerprint = ""

  /// An identity from its parts.
  public init(
    document: String, profile: String, date: CalendarDay, program: String, pack: String,
    packVersion: String, profileDigest: String, packDigest: String, language: String,
    direction: TextCatalogue.WritingDirection, choices: DocumentChoices, order: OptionOrder,
    expiryReason: String? = nil
  ) {
    self.document = document
    self.profile = profile
    self.date = date
    self.program = program
    self.pack = pack
    self.packVersion = packVersion
    self.profileDigest = profileDigest
    self.packDigest = packDigest
    self.language = language
    self.direction = direction
    self.choices = choices
    self.order = order
    self.expiryReason = expiryReason
  }
}
