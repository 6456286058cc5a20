// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// One self-contained document set for one person: everything that any format needs to write it.
public struct DecisionDocument: Sendable, Equatable {
  /// What it is and from what it was made.
  public var identity: DocumentIdentity
  /// The patient's handout.
  public var handout: DocumentBody
  /// The clinician's copy.
  public var clinicianCopy: DocumentBody
  /// What every page says besides its sections.
  public var pageTexts: PageTexts
  /// The person's profile.
  public var profile: PreferenceProfile
  /// The profile as it was given.
  public var given: MarkupElement
  /// What the rules and the mathematics say.
  public var analysis: PersonAnalysis
  /// The weights said again in other words; nil without weights.
  public var readBack: InlineText?
  /// The numbers behind it, with their sources.
  public var numbers: DocumentNumbers
  /// What was done with people for the pack.
  public var peopleRecords: [PeopleRecord]
  /// What was measured of the finished handout; nil before it was.
  public var quality: DocumentQuality?
  /// How its record can be proved.
  public var proof = RecordProof.unsigned

  /// The handout as it stands in the record; nil before it is stamped.
  private(set) var recordedHandout: RenderedMarkup?

  /// The finished document with the fingerprint of what its handout says, on its pages too.
  ///
  /// - Parameters:
  ///   - handout: the handout as it stands in the record.
  ///   - fingerprint: what is printed of the digest of its bytes.
  public func stamped(_ handout: RenderedMarkup, fingerprint: String) -> DecisionDocument {
    var document = self
    document.recordedHandout = handout
    document.identity.fingerprint = fingerprint
    document.pageTexts.footer = pageTexts.footer.filling(.document(.fingerprint), with: fingerprint)
    return document
  }
}

/// What the pages of a document say besides its sections.
public struct PageTexts: Sendable, Equatable {
  /// For whom it was made; nil without a name.
  public var preparedFor: InlineText?
  /// The foot of every page: the number of the document, and its fingerprint once it is known.
  public var footer: InlineText
  /// The number of a page; its own number and the count of pages are not filled in.
  public var pageNumber: InlineText

  /// The texts of a document, without its fingerprint.
  init(document: String, displayName: String?, wording: Wording) {
    preparedFor = displayName.map {
      wording(.preparedFor, ["name": InlineText(person: $0)])
    }
    footer = wording(
      .pageFooter,
      [
        "document": InlineText(number: document, from: .document(.id)),
        "fingerprint": InlineText(number: "", from: .document(.fingerprint)),
      ])
    pageNumber = PageTexts.pageNumber(wording)
  }

  /// The text of the number of a page.
  ///
  /// The printer counts; a language with digits of its own names them by its nought.
  static func pageNumber(_ wording: Wording) -> InlineText {
    let nought = wording.numbers.text(0)
    let digits = nought == "0" ? "" : nought
    return wording(
      .pageNumber,
      [
        "page": InlineText(number: digits, from: .document(.page)),
        "pages": InlineText(number: digits, from: .document(.pages)),
      ])
  }
}

/// A title and sections.
public struct DocumentBody: Sendable, Equatable {
  /// The title.
  public var title: InlineText
  /// What a patient's document is; nil for the clinician's copy.
  public var kind: HandoutKind?
  /// The sections, in order.
  public var sections: [DocumentSection]

  /// A body with its sections in the order of reading.
  public init(title: InlineText, kind: HandoutKind? = nil, sections: [DocumentSection]) {
    self.title = title
    self.kind = kind
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
  /// The id of the pack.
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

  /// An identity whose fingerprint is not known yet.
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
