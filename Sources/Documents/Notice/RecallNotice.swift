// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// The letter to a person whose handout comes from withdrawn evidence: what was wrong, what it means,
/// and what the person can do now.
public struct RecallNotice: Sendable, Equatable {
  /// What lies beside the letter.
  public enum Beside: Sendable, Equatable, CaseIterable {
    /// A new handout.
    case newHandout
    /// A page that cannot wait.
    case urgentSheet
    /// Nothing: the person is to be asked anew.
    case nothing
  }

  /// What a letter is about.
  public struct Subject: Sendable, Equatable {
    /// The number of the older documents.
    public var document: String
    /// The day on which they were made.
    public var made: CalendarDay
    /// The day of the letter.
    public var written: CalendarDay
    /// Why they are recalled.
    public var withdrawal: Withdrawal
    /// To whom the letter goes.
    public var addressee: Addressee
    /// What lies beside it.
    public var beside: Beside

    /// The subject of one person's letter.
    public init(
      document: String, made: CalendarDay, written: CalendarDay, withdrawal: Withdrawal,
      addressee: Addressee,
      beside: Beside
    ) {
      self.document = document
      self.made = made
      self.written = written
      self.withdrawal = withdrawal
      self.addressee = addressee
      self.beside = beside
    }
  }

  /// The title and the sections.
  public let body: DocumentBody
  /// The frame of the page.
  public let frame: PageFrame

  /// Writes a letter in the words of a catalogue.
  public init(_ subject: Subject, wording: Wording) {
    let catalogue = wording.catalogue
    let number = InlineText(number: subject.document, from: .document(.id))
    let day = wording.day(subject.made, from: .document(.date))
    func section(_ id: String, _ title: NoticePhrase, _ blocks: [Block]) -> DocumentSection {
      DocumentSection(id: id, title: wording(title), blocks: blocks)
    }
    body = DocumentBody(
      title: wording(NoticePhrase.noticeTitle),
      sections: [
        section(
          "wrong", .noticeWrongHeading,
          [
            .paragraph(
              wording(NoticePhrase.noticeIntro, ["document": number, "date": day]), .plain),
            .paragraph(wording.text(subject.withdrawal.tell), .plain),
          ]),
        section(
          "means", .noticeMeansHeading, [.paragraph(wording(NoticePhrase.noticeMeans), .key)]),
        section("now", .noticeNowHeading, RecallNotice.now(subject, wording)),
      ])
    var texts = PageTexts(
      document: subject.document, displayName: subject.addressee.displayName, wording: wording)
    texts.footer = wording(NoticePhrase.noticeFooter, ["document": number])
    frame = PageFrame(
      language: catalogue.language, direction: catalogue.direction,
      choices: subject.addressee.choices, texts: texts)
  }

  /// What the person can do, and whom to ask.
  private static func now(_ subject: Subject, _ wording: Wording) -> [Block] {
    let steps: [NoticePhrase] =
      switch subject.beside {
      case .newHandout: [.noticeNewHandout, .noticeNotChosen, .noticeHad, .noticeCare]
      case .urgentSheet: [.noticeUrgent, .noticeHad]
      case .nothing: [.noticeAskAnew, .noticeNotChosen, .noticeHad, .noticeCare]
      }
    let clinic = subject.addressee.clinic
    let numbers = [
      (Phrase.phone, clinic.phone), (.yourClinician, clinic.clinician), (.yourClinic, clinic.name),
    ].compactMap { label, value in
      value.map { LabelledText(wording(label), InlineText(person: $0)) }
    }
    let written = LabelledText(
      wording(NoticePhrase.noticeDate),
      wording.day(subject.written, from: .document(.date)))
    let ask = wording(clinic.phone == nil ? NoticePhrase.noticeAsk : .noticeCall)
    return [.list(.bullets, steps.map { wording($0) }), .paragraph(ask, .plain)]
      + [.labelled(numbers + [written])]
  }
}
